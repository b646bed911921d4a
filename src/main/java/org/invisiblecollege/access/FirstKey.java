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

/** Creates the first key of an embedded store and writes it to a file for those who may read the store. */
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

    /** Writes the file first, because an accepted key that is written nowhere could not be used. */
    @Override
    public void afterSingletonsInstantiated() {
        if (keys.hasAdmin()) {
            return;
        }
        CreatedApiKey first = keys.generate("first start", Role.ADMIN, null);
        try {
            SecretFile.write(file, first.key());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the first API key to " + file + "; check its folder or set college.access.key-file",
                    e);
        }
        keys.store(first);
    }

    /** Returns the file of the first key; empty if there is none. */
    public Optional<Path> file() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
