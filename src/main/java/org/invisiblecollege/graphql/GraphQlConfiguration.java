package org.invisiblecollege.graphql;

import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.invisiblecollege.bibliometrics.Novelty;
import org.invisiblecollege.bibliometrics.RelatedPapers;
import org.invisiblecollege.bibliometrics.RelatedPapers.SharedReferences;
import org.invisiblecollege.bibliometrics.TopicProfiles;
import org.invisiblecollege.bibliometrics.Trends;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.graphql.batch.FieldExecutor;
import org.invisiblecollege.graphql.limit.AnswerLimits;
import org.invisiblecollege.graphql.limit.AnswerTime;
import org.invisiblecollege.graphql.limit.DocumentLimits;
import org.invisiblecollege.graphql.limit.FileLimits;
import org.invisiblecollege.graphql.limit.GraphQlProperties;
import org.invisiblecollege.graphql.limit.LargeAnswers;
import org.invisiblecollege.graphql.limit.RequestInstrumentations;
import org.invisiblecollege.graphql.limit.RequestLimits;
import org.invisiblecollege.graphql.limit.RunningRequests;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.paper.PaperSimilarities;
import org.invisiblecollege.paper.PaperSimilarities.Coupling;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

/** Configures the limits of requests, and makes beans of services that know no framework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GraphQlProperties.class, RequestLimits.class})
class GraphQlConfiguration {

    @Bean
    Collaborations collaborations(LiveIndex index) {
        return new Collaborations(index);
    }

    @Bean
    Neighbourhoods neighbourhoods(LiveIndex index) {
        return new Neighbourhoods(index);
    }

    @Bean
    TopicProfiles topicProfiles(LiveIndex index) {
        return new TopicProfiles(index);
    }

    @Bean
    Trends trends(LiveIndex index) {
        return new Trends(index);
    }

    @Bean
    RelatedPapers relatedPapers(LiveIndex index, PaperSimilarities papers) {
        return new RelatedPapers(index, ids -> sharedReferences(papers.coupled(ids)), papers::ofAbstracts);
    }

    private static Map<String, List<SharedReferences>> sharedReferences(Map<String, List<Coupling>> coupled) {
        Map<String, List<SharedReferences>> shared = new HashMap<>();
        coupled.forEach((id, all) -> shared.put(
                id,
                all.stream()
                        .map(each -> new SharedReferences(
                                each.paper(),
                                each.shared(),
                                each.shared() / Math.sqrt((double) each.cited() * each.citedByOther())))
                        .toList()));
        return shared;
    }

    @Bean
    Novelty novelty(LiveIndex index) {
        return new Novelty(index);
    }

    @Bean
    DocumentLimits documentLimits(GraphQlProperties properties, RequestLimits limits) {
        return new DocumentLimits(properties.maxDepth(), limits);
    }

    @Bean
    LargeAnswers largeAnswers(GraphQlProperties properties) {
        return new LargeAnswers(
                properties.largeAnswersAtOnce(), properties.timeout().dividedBy(3));
    }

    @Bean
    FileLimits fileLimits(GraphQlProperties properties, LargeAnswers largeAnswers) {
        return new FileLimits(properties, largeAnswers);
    }

    @Bean
    AnswerLimits answerLimits(GraphQlProperties properties, RequestLimits limits, LargeAnswers largeAnswers) {
        return new AnswerLimits(properties, limits, largeAnswers);
    }

    @Bean
    GraphQlSourceBuilderCustomizer engine(ObjectProvider<Instrumentation> instrumentations, RequestLimits limits) {
        // The parser takes its limits from nowhere else.
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
                .transform(
                        options -> options.maxCharacters(limits.maxCharacters()).maxTokens(limits.maxTokens())));
        return source -> source.configureGraphQl(engine -> engine.instrumentation(
                new RequestInstrumentations(instrumentations.orderedStream().toList())));
    }

    /** Has the methods of controllers run by {@link FieldExecutor}; Spring Boot has no property for that. */
    @Bean
    static BeanPostProcessor controllersExecutor(ObjectProvider<FieldExecutor> executor) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.setExecutor(executor.getObject());
                }
                return bean;
            }
        };
    }

    @Bean
    RunningRequests runningRequests(GraphQlProperties properties, MeterRegistry meters) {
        return new RunningRequests(properties.timeout(), meters);
    }

    @Bean
    AnswerTime answerTime(RunningRequests requests) {
        return new AnswerTime(requests);
    }
}
