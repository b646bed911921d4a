package org.invisiblecollege.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/**
 * Begins to start the embedded Neo4j as soon as the properties are known: it takes about as long as the application needs to
 * find and make its beans. For one application.
 */
public final class EarlyStart implements ApplicationListener<SpringApplicationEvent> {

    private @Nullable PendingNeo4j pending;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
            begin(prepared);
        } else if (event instanceof ApplicationFailedEvent && pending != null) {
            pending.close();
        }
    }

    private void begin(ApplicationEnvironmentPreparedEvent event) {
        if (!event.getEnvironment().getProperty("spring.neo4j.uri", "embedded").equals("embedded")) {
            return;
        }
        EmbeddedProperties properties;
        try {
            properties = Binder.get(event.getEnvironment()).bindOrCreate("college.embedded", EmbeddedProperties.class);
        } catch (BindException e) {
            // The application will say what is wrong when it binds them.
            return;
        }
        PendingNeo4j starting = new PendingNeo4j(() -> EmbeddedConfiguration.start(properties));
        pending = starting;
        event.getBootstrapContext()
                .addCloseListener(closed ->
                        closed.getApplicationContext().getBeanFactory().registerSingleton("pendingNeo4j", starting));
    }
}
