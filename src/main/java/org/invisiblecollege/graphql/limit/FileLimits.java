package org.invisiblecollege.graphql.limit;

import java.io.IOException;
import org.invisiblecollege.access.Caller;
import org.invisiblecollege.access.CallerAuthentication;
import org.invisiblecollege.access.Role;
import org.invisiblecollege.kernel.DomainException;
import org.invisiblecollege.network.Layout;
import org.invisiblecollege.network.Limits;

/** Refuses files of networks that could cost too much, and has large ones wait for a permit, as {@link AnswerLimits} does. */
public final class FileLimits {

    private final GraphQlProperties properties;
    private final LargeAnswers largeAnswers;

    public FileLimits(GraphQlProperties properties, LargeAnswers largeAnswers) {
        this.properties = properties;
        this.largeAnswers = largeAnswers;
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /**
     * Has a file written for the caller of the current request.
     *
     * @param limits that the network has at most
     * @param layout how its nodes are placed
     * @throws DomainException LIMIT_EXCEEDED if the caller may not ask for so much, BUSY if no permit becomes available in time
     */
    public void write(Limits limits, Layout layout, Writing file) throws IOException {
        long cost = new NetworkWork(limits.maxNodes(), limits.maxEdges(), layout).fileAlone();
        Role role = CallerAuthentication.current().map(Caller::role).orElse(Role.READER);
        int allowed = properties.maxCost(role);
        if (cost > allowed) {
            throw RequestLimits.exceededByFile(
                    "Cost of the file", cost, allowed, GraphQlProperties.maxCostSetting(role));
        }
        if (cost < LargeAnswers.MIN_LARGE_COST) {
            file.write();
            return;
        }
        LargeAnswers.Permit permit = largeAnswers.acquire();
        try {
            file.write();
        } finally {
            // Also if the client has disconnected.
            permit.close();
        }
    }
}
