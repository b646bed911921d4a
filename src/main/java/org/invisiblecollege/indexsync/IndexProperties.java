package org.invisiblecollege.indexsync;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the index.
 *
 * @param snapshot file that keeps the index for the next start
 * @param pollInterval how often the change log is read for writes of other processes
 */
@ConfigurationProperties("college.index")
record IndexProperties(
        @DefaultValue("data/incidence.index") Path snapshot,
        @DefaultValue("250ms") Duration pollInterval) {}
