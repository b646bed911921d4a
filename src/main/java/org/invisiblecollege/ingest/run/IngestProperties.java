package org.invisiblecollege.ingest.run;

import java.nio.file.Path;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures where loads read and report.
 *
 * @param directory the folder below which a running service may read files to load; null if it may read none
 * @param reports folder for the files of rejections
 * @param names whether equal names without ids in a source are one person
 */
@ConfigurationProperties("college.ingest")
public record IngestProperties(
        @Nullable Path directory,
        @DefaultValue("rejections") Path reports,
        @DefaultValue("RELUCTANT") NameTreatment names) {}
