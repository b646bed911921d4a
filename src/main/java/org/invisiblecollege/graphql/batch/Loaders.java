package org.invisiblecollege.graphql.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.author.Author;
import org.invisiblecollege.author.Authors;
import org.invisiblecollege.bibliometrics.RelatedPaper;
import org.invisiblecollege.bibliometrics.RelatedPapers;
import org.invisiblecollege.bibliometrics.Suggestions.Similar;
import org.invisiblecollege.bibliometrics.Suggestions.Suggestion;
import org.invisiblecollege.bibliometrics.TopicExpert;
import org.invisiblecollege.bibliometrics.TopicProfiles;
import org.invisiblecollege.collaboration.CoAuthors;
import org.invisiblecollege.collaboration.CollaborationPaths;
import org.invisiblecollege.collaboration.CollaborationPaths.CollaborationStep;
import org.invisiblecollege.collaboration.Collaborations;
import org.invisiblecollege.kernel.Page;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.network.Counting;
import org.invisiblecollege.network.NetworkEdge;
import org.invisiblecollege.network.NetworkResult;
import org.invisiblecollege.network.WeightedOrganisation;
import org.invisiblecollege.network.WeightedTopic;
import org.invisiblecollege.network.YearCount;
import org.invisiblecollege.organisation.Organisation;
import org.invisiblecollege.organisation.Organisations;
import org.invisiblecollege.paper.Paper;
import org.invisiblecollege.paper.PaperFilter;
import org.invisiblecollege.paper.PaperOrder;
import org.invisiblecollege.paper.PaperTopic;
import org.invisiblecollege.paper.Papers;
import org.invisiblecollege.topic.Topic;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topic.Topics;
import org.invisiblecollege.topicnetwork.Neighbourhoods;
import org.invisiblecollege.topicnetwork.Normalisation;
import org.invisiblecollege.topicnetwork.TopicNeighbour;
import org.invisiblecollege.topicnetwork.TopicRank;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The data loaders: entities by id, and fields with arguments, keyed by parent and arguments. However many parents a
 * level has, each loader sends its statements once for each distinct set of arguments. Controllers ask for a loader by
 * the name of a parameter.
 */
@Component
public class Loaders {

    private final Scheduler scheduler =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "loader");
    private final BatchLoaderRegistry registry;

    /** A parent and the arguments a field of it was asked with. */
    public record Asked<P, A>(P parent, A arguments) {}

    /** Arguments of a field that lists papers. */
    public record PapersArguments(
            @Nullable PaperFilter filter, PaperOrder orderBy, boolean includeNarrower, PageRequest page) {}

    /** Arguments of coAuthors; the page is cut from the whole list. */
    public record CoAuthorsArguments(
            @Nullable PaperFilter within,
            Counting counting,
            @Nullable Integer maxAuthorsPerPaper) {}

    /** Arguments of a list of an author that rests on some papers. */
    public record WithinArguments(@Nullable PaperFilter within, int first) {}

    /** Arguments of a list of people that rests on some papers. */
    public record PeopleArguments(@Nullable PaperFilter within, PageRequest page) {}

    /** Arguments of a topic's experts. */
    public record ExpertsArguments(
            @Nullable PaperFilter within,
            boolean includeNarrower,
            @Nullable Integer halfLife,
            int first) {}

    /** Arguments of a topic's neighbours. */
    public record NeighboursArguments(
            @Nullable PaperFilter within, Normalisation normalisation, TopicRank rankBy, int first) {}

    /** Arguments of a paper's topics. */
    public record TopicsArguments(
            @Nullable List<TopicMethod> methods, @Nullable List<String> schemes, int first) {}

    /** Edges of two networks of one document may have the same ends but not the same papers. */
    private record AnswerScope(NetworkResult<?, ?> answer, PageRequest page) {}

    private record PathsScope(CollaborationPaths paths, int first) {}

    Loaders(
            BatchLoaderRegistry registry,
            Authors authors,
            Papers papers,
            Organisations organisations,
            Topics topics,
            Collaborations collaborations,
            Neighbourhoods neighbourhoods,
            TopicProfiles profiles,
            RelatedPapers related,
            CanonicalIds canonical) {
        this.registry = registry;
        this.<String, Author>register("authorById", ids -> canonical.load(ids, authors::byIds));
        this.<String, Paper>register("paperById", ids -> canonical.load(ids, papers::byIds));
        this.<String, Organisation>register("organisationById", ids -> canonical.load(ids, organisations::byIds));
        this.<String, Topic>register("topicById", ids -> canonical.load(ids, topics::byIds));
        this.<String, Object>register(
                "nodeByExternalId",
                asked -> canonical.load(asked, ids -> {
                    Map<String, Object> nodes = new HashMap<>();
                    nodes.putAll(some(ids, "author:", authors::byIds));
                    nodes.putAll(some(ids, "paper:", papers::byIds));
                    nodes.putAll(some(ids, "organisation:", organisations::byIds));
                    nodes.putAll(some(ids, "topic:", topics::byIds));
                    return nodes;
                }));
        this.<PapersArguments, Page<Paper>>registerAsked(
                "papersOfAuthor",
                (ids, asked) -> canonical.within(
                        asked.filter, filter -> papers.ofAuthors(ids, filter, asked.orderBy, asked.page)));
        this.<PapersArguments, Page<Paper>>registerAsked(
                "papersOfOrganisation",
                (ids, asked) -> canonical.within(
                        asked.filter, filter -> papers.ofOrganisations(ids, filter, asked.orderBy, asked.page)));
        this.<PapersArguments, Page<Paper>>registerAsked(
                "papersOfTopic",
                (ids, asked) -> canonical.within(
                        asked.filter,
                        filter -> papers.ofTopics(ids, asked.includeNarrower, filter, asked.orderBy, asked.page)));
        this.<CoAuthorsArguments, CoAuthors>registerAsked(
                "coAuthorsOfAuthor",
                (ids, asked) -> canonical.within(
                        asked.within,
                        within -> collaborations.coAuthors(ids, within, asked.counting, asked.maxAuthorsPerPaper)));
        this.<WithinArguments, List<Suggestion>>registerAsked(
                "suggestionsOfAuthor",
                (ids, asked) ->
                        canonical.within(asked.within, within -> collaborations.suggestions(ids, within, asked.first)));
        this.<Integer, List<Similar>>registerAsked("similarToAuthor", collaborations::similar);
        this.<WithinArguments, List<YearCount>>registerAsked(
                "activityOfAuthor",
                (ids, asked) -> canonical.within(asked.within, within -> collaborations.activity(ids, within)));
        this.<WithinArguments, List<WeightedTopic>>registerAsked(
                "topicsOfAuthor",
                (ids, asked) ->
                        canonical.within(asked.within, within -> collaborations.topics(ids, within, asked.first)));
        this.<WithinArguments, List<WeightedTopic>>registerAsked(
                "topicsOfOrganisation",
                (ids, asked) -> canonical.within(
                        asked.within, within -> collaborations.topicsOfOrganisations(ids, within, asked.first)));
        this.<WithinArguments, List<WeightedOrganisation>>registerAsked(
                "partnersOfOrganisation",
                (ids, asked) ->
                        canonical.within(asked.within, within -> collaborations.partners(ids, within, asked.first)));
        this.<PeopleArguments, Page<Author>>registerAsked(
                "authorsOfOrganisation",
                (ids, asked) -> canonical.within(
                        asked.within, within -> people(authors, papers.authorsOf(ids, within), ids, asked.page)));
        this.<WithinArguments, List<YearCount>>registerAsked(
                "trendOfTopic", (ids, asked) -> canonical.within(asked.within, within -> profiles.trends(ids, within)));
        this.<ExpertsArguments, List<TopicExpert>>registerAsked(
                "expertsOfTopic",
                (ids, asked) -> canonical.within(
                        asked.within,
                        within -> profiles.experts(ids, within, asked.includeNarrower, asked.halfLife, asked.first)));
        this.<WithinArguments, List<WeightedOrganisation>>registerAsked(
                "organisationsOfTopic",
                (ids, asked) ->
                        canonical.within(asked.within, within -> profiles.organisations(ids, within, asked.first)));
        this.<NeighboursArguments, List<TopicNeighbour>>registerAsked(
                "neighboursOfTopic",
                (ids, asked) -> canonical.within(
                        asked.within,
                        within -> neighbourhoods.neighbours(
                                ids, within, asked.normalisation, asked.rankBy, asked.first)));
        this.<Integer, List<RelatedPaper>>registerAsked("relatedToPaper", related::of);
        this.<PageRequest, Page<Paper>>registerAsked("papersOfSource", papers::ofSources);
        this.<PageRequest, Page<Paper>>registerAsked("referencesOfPaper", papers::references);
        this.<PageRequest, Page<Paper>>registerAsked("papersCitingPaper", papers::citedBy);
        this.<TopicsArguments, List<PaperTopic>>registerAsked(
                "topicsOfPaper", (ids, asked) -> papers.topics(ids, asked.methods, asked.schemes, asked.first));
        this.<Asked<NetworkEdge, PageRequest>, LoadResult<Page<Paper>>>register(
                "papersOfTie",
                keys -> grouped(
                        keys,
                        asked -> new AnswerScope(asked.parent.answer(), asked.arguments),
                        NetworkEdge::getKey,
                        (edges, scope) -> papers.newest(papersBehind(edges), scope.page)));
        this.<Asked<CollaborationStep, Integer>, LoadResult<Page<Paper>>>register(
                "papersOfStep",
                keys -> grouped(
                        keys,
                        asked -> new PathsScope(asked.parent.answer(), asked.arguments),
                        Loaders::key,
                        (steps, scope) -> papers.newest(papersOfSteps(steps), new PageRequest(scope.first, 0, false))));
    }

    /** Pages of people, by what they are people of; all of them looked up at once. */
    private static Map<String, Page<Author>> people(
            Authors authors, Map<String, List<String>> all, Collection<String> of, PageRequest page) {
        Map<String, Page<String>> pages = new HashMap<>();
        of.forEach(id -> pages.put(id, Page.of(all.getOrDefault(id, List.of()), page)));
        Map<String, Author> known = authors.byIds(
                pages.values().stream().flatMap(each -> each.items().stream()).collect(Collectors.toSet()));
        Map<String, Page<Author>> people = new HashMap<>();
        pages.forEach((id, ids) -> people.put(
                id,
                ids.with(ids.items().stream()
                        .flatMap(each -> Stream.ofNullable(known.get(each)))
                        .toList())));
        return people;
    }

    private static Map<String, List<String>> papersOfSteps(Collection<CollaborationStep> steps) {
        Map<String, List<String>> papers = new HashMap<>();
        steps.forEach(step -> papers.put(key(step), step.papersBehind()));
        return papers;
    }

    private static String key(CollaborationStep step) {
        return step.from().id() + "~" + step.to().id();
    }

    private static Map<String, List<String>> papersBehind(Collection<NetworkEdge> edges) {
        Map<String, List<String>> papers = new HashMap<>();
        edges.forEach(edge -> papers.put(edge.getKey(), edge.papersBehind()));
        return papers;
    }

    /** Loads those of some ids that are of one kind. */
    private static <V> Map<String, V> some(
            Collection<String> ids, String kind, Function<Collection<String>, Map<String, V>> load) {
        List<String> of = ids.stream().filter(id -> id.startsWith(kind)).toList();
        return of.isEmpty() ? Map.of() : load.apply(of);
    }

    private <A, V> void registerAsked(String name, BiFunction<Collection<String>, A, Map<String, V>> load) {
        this.<Asked<String, A>, LoadResult<V>>register(
                name, keys -> grouped(keys, Asked::arguments, Function.identity(), load));
    }

    private <K, V> void register(String name, Function<Set<K>, Map<K, V>> load) {
        registry.<K, V>forName(name)
                .registerMappedBatchLoader((keys, environment) ->
                        Mono.fromCallable(() -> load.apply(keys)).subscribeOn(scheduler));
    }

    /** Loads once for each group of keys and gives each key its own value back. */
    private static <P, A, G, V> Map<Asked<P, A>, LoadResult<V>> grouped(
            Set<Asked<P, A>> keys,
            Function<Asked<P, A>, G> group,
            Function<P, String> id,
            BiFunction<Collection<P>, G, Map<String, V>> load) {
        Map<G, List<Asked<P, A>>> groups = new LinkedHashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(group.apply(key), none -> new ArrayList<>())
                .add(key));
        Map<Asked<P, A>, LoadResult<V>> values = new HashMap<>();
        groups.forEach((common, members) -> {
            try {
                Map<String, V> loaded =
                        load.apply(members.stream().map(Asked::parent).toList(), common);
                members.forEach(member -> {
                    V value = loaded.get(id.apply(member.parent));
                    if (value != null) {
                        values.put(member, LoadResult.of(value));
                    }
                });
            } catch (RuntimeException e) {
                members.forEach(member -> values.put(member, LoadResult.failed(e)));
            }
        });
        return values;
    }
}
