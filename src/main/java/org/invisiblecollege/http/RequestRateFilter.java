package org.invisiblecollege.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.CallerAuthentication;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests of callers who have sent too many. */
final class RequestRateFilter extends OncePerRequestFilter {

    private final RequestRate rate;
    private final Refusals refusals;

    RequestRateFilter(RequestRate rate, Refusals refusals) {
        this.rate = rate;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            rate.count(CallerAuthentication.current().orElseGet(() -> Caller.anonymous(request.getRemoteAddr())));
        } catch (DomainException e) {
            refusals.refuse(request, response, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
