package org.invisiblecollege.ingest.topics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Configures the bundled vocabularies, which are read when something is loaded. */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {

    @Bean
    @Lazy
    Vocabulary vocabulary() {
        return Vocabulary.of(BundledVocabularies.all());
    }
}
