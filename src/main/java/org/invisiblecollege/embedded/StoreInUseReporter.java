package org.invisiblecollege.embedded;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Suppresses the report of a failed start if a command meets a store in use, because the command prints a sentence itself. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoreInUseReporter implements SpringBootExceptionReporter {

    private final boolean isCommand;

    StoreInUseReporter(ConfigurableApplicationContext context) {
        this.isCommand = !(context instanceof WebServerApplicationContext);
    }

    @Override
    public boolean reportException(Throwable failure) {
        return isCommand && StoreInUseException.in(failure).isPresent();
    }
}
