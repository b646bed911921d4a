package org.invisiblecollege.ingest.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.invisiblecollege.ingest.run.Ingest;
import org.invisiblecollege.ingest.source.seeds.BundledAnthology;
import org.invisiblecollege.ingest.source.seeds.SeedFiles;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Loads the sets of bundled data that {@code college.seeds} names, before the service takes its first request. */
@Component
class SeedLoading implements SmartInitializingSingleton {

    private final Ingest ingest;
    private final Sets sets;

    /** What {@code college.seeds} can say. */
    private enum Sets {
        NONE,
        PAGES,
        ANTHOLOGY,
        BOTH
    }

    SeedLoading(Ingest ingest, Environment environment) {
        this.ingest = ingest;
        String wanted = environment.getProperty("college.seeds", "on");
        this.sets = switch (wanted.toLowerCase(Locale.ROOT)) {
            case "off", "false" -> Sets.NONE;
            case "on", "true" -> Sets.PAGES;
            case BundledAnthology.NAME -> Sets.ANTHOLOGY;
            case "both" -> Sets.BOTH;
            default ->
                throw new IllegalArgumentException(
                        "college.seeds is " + wanted + "; it may be on, off, anthology or both.");
        };
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (sets == Sets.PAGES || sets == Sets.BOTH) {
            ingest.loadMissingSeeds(SeedFiles::sources);
        }
        if (sets == Sets.ANTHOLOGY || sets == Sets.BOTH) {
            loadAnthology();
        }
    }

    private void loadAnthology() {
        try {
            ingest.loadMissing(new BundledAnthology());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }
}
