package org.invisiblecollege;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.index.LiveIndex;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.Driver;
import org.springframework.stereotype.Component;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Waits until the index has followed what a test wrote. */
@Component
public final class IndexInTests {

    private final LiveIndex index;
    private final VersionedGraph versions;
    private final Driver driver;

    IndexInTests(LiveIndex index, VersionedGraph versions, Driver driver) {
        this.index = index;
        this.versions = versions;
        this.driver = driver;
    }

    /** For what was written through the service's own rooms. */
    public void await() {
        try {
            assertThat(index.await(versions.current(), Duration.ofMinutes(2))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For what a test wrote by itself, past the change log. */
    public void readAnew() {
        driver.executableQuery("""
                        MERGE (v:GraphVersion {id: 'graph'})
                        ON CREATE SET v.version = 0
                        SET v.version = v.version + 1
                        CREATE (:GraphChange {version: v.version, at: toString(datetime()), everything: true})
                        """).execute();
        await();
    }

    /** Before each test, so that it finds what the start or the one before has written. */
    static final class Current implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context)
                    .getBean(IndexInTests.class)
                    .await();
        }
    }
}
