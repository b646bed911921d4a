package org.invisiblecollege.ingest.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where loads read and report.
 *
 * @param directory below which a running service may read what it is asked to load; null: nowhere
 * @param reports folder for files of rejections
 */
@ConfigurationProperties("college.ingest")
public record IngestProperties(
        @Nullable Path directory,
        @DefaultValue("rejections") Path reports) {}
