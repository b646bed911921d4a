package org.invisiblecollege.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configures the embedded Neo4j.
 *
 * @param directory folder of the store, its logs and its password
 * @param boltPort port on loopback; 0 for any free one
 * @param pageCache memory for store pages outside the heap; the default holds a graph of the size of the ACL Anthology
 */
@ConfigurationProperties("college.embedded")
record EmbeddedProperties(
        @DefaultValue("data") Path directory,
        @DefaultValue("0") int boltPort,
        @DefaultValue("512MB") DataSize pageCache) {

    private static final int MAX_PORT = 65_535;
    private static final DataSize MIN_PAGE_CACHE = DataSize.ofMegabytes(8);

    EmbeddedProperties {
        if (boltPort < 0 || boltPort > MAX_PORT) {
            throw new IllegalArgumentException(
                    "college.embedded.bolt-port must be 0 to " + MAX_PORT + ", was " + boltPort);
        }
        if (pageCache.compareTo(MIN_PAGE_CACHE) < 0) {
            throw new IllegalArgumentException("college.embedded.page-cache must be at least 8MB, was " + pageCache);
        }
    }
}
