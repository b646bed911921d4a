package org.invisiblecollege.ingest.run;

import java.nio.file.Path;
import org.invisiblecollege.author.GraphProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What a load without the application needs of its properties.
 *
 * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
 * @param reports folder for files of rejections
 */
public record IngestSettings(int maxAuthorsPerPaper, Path reports) {

    /** As the application would have them. */
    public static IngestSettings of(Environment environment) {
        Binder binder = Binder.get(environment);
        return new IngestSettings(
                binder.bindOrCreate("college.graph", GraphProperties.class).maxAuthorsPerPaper(),
                binder.bindOrCreate("college.ingest", IngestProperties.class).reports());
    }
}
