package org.invisiblecollege.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no page or endpoint answers, in the form of a GraphQL response. */
@Controller
@ConditionalOnWebApplication
class FailedRequestController implements ErrorController {

    private final Refusals refusals;

    FailedRequestController(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = Objects.requireNonNullElse(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? HttpStatus.resolve(code)
                        : HttpStatus.NOT_FOUND,
                HttpStatus.INTERNAL_SERVER_ERROR);
        refusals.write(request, response, status, status.name(), message(status));
    }

    static String message(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address; the start page / says what there is.";
            case METHOD_NOT_ALLOWED -> "This address cannot be asked with this method.";
            case NOT_ACCEPTABLE -> "None of the accepted media types can be answered.";
            default ->
                status.is5xxServerError()
                        ? "An internal error occurred; the service's log describes it."
                        : "The request cannot be read: " + status.getReasonPhrase() + ".";
        };
    }
}
