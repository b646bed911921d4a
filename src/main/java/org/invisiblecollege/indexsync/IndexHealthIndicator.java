package org.invisiblecollege.indexsync;

import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports the state of the index. It is UP while it warms up too, with {@code status: WARMING_UP} in the details, since
 * restarting the service would only start the reading again. It is DOWN while it cannot follow the graph.
 */
final class IndexHealthIndicator implements HealthIndicator {

    private final LiveIndex index;
    private final IndexFollower follower;

    IndexHealthIndicator(LiveIndex index, IndexFollower follower) {
        this.index = index;
        this.follower = follower;
    }

    @Override
    public Health health() {
        Throwable failure = follower.failure();
        Health.Builder health = failure == null ? Health.up() : Health.down(failure);
        LiveIndex.WarmUp warmUp = index.warmUp();
        if (warmUp != null) {
            return health.withDetail("status", "WARMING_UP")
                    .withDetail("papersRead", warmUp.papersRead())
                    .withDetail("papers", warmUp.papers())
                    .build();
        }
        IndexSnapshot snapshot = index.current();
        return health.withDetail("version", snapshot.version())
                .withDetail("papers", snapshot.papers().count())
                .build();
    }
}
