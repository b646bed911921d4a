package org.invisiblecollege.explorer;

import org.invisiblecollege.access.FirstKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs the addresses of the service once it answers. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final Environment environment;
    private final ObjectProvider<FirstKey> firstKey;

    Announcement(Environment environment, ObjectProvider<FirstKey> firstKey) {
        this.environment = environment;
        this.firstKey = firstKey;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info(
                    "Ready: http://{}:{} (start page, /graphql, /graphiql)",
                    environment.getProperty("server.address", "localhost"),
                    port);
            firstKey.stream()
                    .flatMap(key -> key.file().stream())
                    .forEach(file -> LOG.info("Changes need an API key; the first one is in {}", file));
        }
    }
}
