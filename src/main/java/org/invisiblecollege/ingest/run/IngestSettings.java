package org.invisiblecollege.ingest.run;

import java.nio.file.Path;
import org.invisiblecollege.author.GraphProperties;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Holds the properties that a bulk load needs, which runs without the application.
 *
 * @param maxAuthorsPerPaper papers with more authors get no CO_AUTHOR edges
 * @param names whether equal names without ids are one person
 * @param reports folder for the files of rejections
 */
public record IngestSettings(int maxAuthorsPerPaper, NameTreatment names, Path reports) {

    /** Reads them as the application would. */
    public static IngestSettings of(Environment environment) {
        Binder binder = Binder.get(environment);
        IngestProperties ingest = binder.bindOrCreate("college.ingest", IngestProperties.class);
        return new IngestSettings(
                binder.bindOrCreate("college.graph", GraphProperties.class).maxAuthorsPerPaper(),
                ingest.names(),
                ingest.reports());
    }
}
