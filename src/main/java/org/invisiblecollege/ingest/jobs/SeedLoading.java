package org.invisiblecollege.ingest.jobs;

import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Loads the bundled data before the service takes its first request. */
@Component
@ConditionalOnBooleanProperty(name = "college.seeds", matchIfMissing = true)
class SeedLoading implements SmartInitializingSingleton {

    private final Ingest ingest;

    SeedLoading(Ingest ingest) {
        this.ingest = ingest;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ingest.loadMissingSeeds(SeedFiles::sources);
    }
}
