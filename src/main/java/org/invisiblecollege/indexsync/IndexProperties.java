package org.invisiblecollege.indexsync;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The incidence index.
 *
 * @param snapshot file it is kept in for the next start
 * @param pollInterval how often the change log is looked at for what other processes wrote
 */
@ConfigurationProperties("college.index")
record IndexProperties(
        @DefaultValue("data/incidence.index") Path snapshot,
        @DefaultValue("250ms") Duration pollInterval) {}
