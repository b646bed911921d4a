package org.invisiblecollege.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The embedded Neo4j.
 *
 * @param directory where store, logs and password lie
 * @param boltPort port on loopback; 0 takes a free one
 * @param pageCache memory for store pages outside the heap; the default holds a graph of the size of the ACL Anthology
 */
@ConfigurationProperties("college.embedded")
record EmbeddedProperties(
        @DefaultValue("data") Path directory,
        @DefaultValue("0") int boltPort,
        @DefaultValue("512MB") DataSize pageCache) {

    EmbeddedProperties {
        if (boltPort < 0 || boltPort > 65_535) {
            throw new IllegalArgumentException("college.embedded.bolt-port must be 0 to 65535, was " + boltPort);
        }
        if (pageCache.toBytes() < DataSize.ofMegabytes(8).toBytes()) {
            throw new IllegalArgumentException("college.embedded.page-cache must be at least 8MB, was " + pageCache);
        }
    }
}
