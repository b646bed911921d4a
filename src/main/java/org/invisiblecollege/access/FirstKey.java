package org.invisiblecollege.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.invisiblecollege.kernel.SecretFile;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Makes the first key of an embedded store and leaves it in a file, for whoever may read the store. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "embedded")
public class FirstKey implements SmartInitializingSingleton {

    private final ApiKeys keys;
    private final Path file;

    FirstKey(ApiKeys keys, AccessProperties properties) {
        this.keys = keys;
        this.file = properties.keyFile().toAbsolutePath().normalize();
    }

    /** The file first: a key that is accepted but written nowhere would be of no use to anyone. */
    @Override
    public void afterSingletonsInstantiated() {
        if (keys.exist()) {
            return;
        }
        CreatedApiKey first = keys.draw("first start");
        try {
            SecretFile.write(file, first.key());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the first API key to " + file, e);
        }
        keys.keep(first);
    }

    /** Where the first key lies; empty if it was never made or its file is gone. */
    public Optional<Path> file() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
