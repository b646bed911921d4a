package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.ResolvedAuthor;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.Standing;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.OrganisationKey;
import org.invisiblecollege.topic.TopicMention;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of a batch, as rows of the statements under {@code cypher/ingest}; the bulk writer writes the
 * same rows as tables. A property that is null or an empty list is left out, so that both writers give one graph.
 */
public final class GraphRows {

    /** Papers with everything that hangs on them: those not in the graph yet, and the others. */
    final List<Map<String, Object>> newPapers = new ArrayList<>();

    final List<Map<String, Object>> changedPapers = new ArrayList<>();
    final List<Map<String, Object>> newAuthors = new ArrayList<>();
    final List<Map<String, Object>> joinedAuthors = new ArrayList<>();
    final List<Map<String, Object>> spellings = new ArrayList<>();
    final List<Map<String, Object>> orcids = new ArrayList<>();
    final List<Map<String, Object>> organisations = new ArrayList<>();
    final List<Map<String, Object>> assertedTopics = new ArrayList<>();
    final List<Map<String, Object>> metrics = new ArrayList<>();
    final List<Map<String, Object>> resolvedPending = new ArrayList<>();

    /** Makes the rows of one source; remembers what it has made, so that nothing is written for every paper again. */
    static final class Maker {

        private final SourceDescription source;
        private final Set<String> organisationsMade = new LinkedHashSet<>();
        private final Set<String> topicsMade = new LinkedHashSet<>();
        private final Set<String> orcidsMade = new LinkedHashSet<>();

        Maker(SourceDescription source) {
            this.source = source;
        }

        /** Whether any record named an organisation, so that people made here may have affiliations. */
        boolean hasOrganisations() {
            return !organisationsMade.isEmpty();
        }

        GraphRows of(List<ResolvedPaper> batch) {
            GraphRows rows = new GraphRows();
            batch.forEach(paper -> add(paper, rows));
            return rows;
        }

        private void add(ResolvedPaper paper, GraphRows rows) {
            PaperRecord record = paper.record();
            PaperProperties stated = new PaperProperties(record);
            Map<String, Object> row = row(
                    "id", paper.id(),
                    "recordId", record.recordId(),
                    "record", source.id() + " " + record.recordId(),
                    "digest", record.digest(),
                    "references", record.references().isEmpty() ? null : record.references(),
                    "authors",
                            paper.authors().stream()
                                    .filter(author -> !author.isHidden())
                                    .map(author -> author(author, rows))
                                    .toList(),
                    "hidden",
                            paper.authors().stream()
                                    .filter(ResolvedAuthor::isHidden)
                                    .map(author -> author(author, rows))
                                    .toList(),
                    "topics", topics(record, rows),
                    "organisations",
                            Stream.concat(
                                            record.organisations().stream(),
                                            record.authors().stream()
                                                    .flatMap(author -> author.organisations().stream()))
                                    .map(mention -> organisation(mention, rows))
                                    .distinct()
                                    .toList());
            boolean saysNothing = record.title() == null;
            long given = saysNothing ? 0 : stated.given(paper.givenByOthers());
            Map<String, @Nullable Object> properties =
                    saysNothing ? new HashMap<>() : stated.changes(paper.givenBefore(), paper.givenByOthers());
            row.put("given", given);
            row.put("properties", nullable(properties));
            List<String> externalIds = externalIds(record);
            if (paper.isNew()) {
                properties.values().removeIf(value -> value == null);
                putUnlessEmpty(properties, "categories", record.categories());
                putUnlessEmpty(properties, "externalIds", externalIds);
                rows.newPapers.add(row);
            } else {
                row.put("isShared", paper.isShared() || !paper.waiting().isEmpty());
                row.put("categories", record.categories());
                row.put("externalIds", externalIds);
                row.put("targets", targets(row));
                row.put("metrics", metricIds(paper));
                rows.changedPapers.add(row);
                paper.authors()
                        .forEach(author -> rows.spellings.add(
                                row("id", author.id(), "name", author.mention().name())));
            }
            new TreeMap<>(record.reported())
                    .forEach((name, value) -> rows.metrics.add(metric(paper.id(), source.id(), name, value)));
            paper.waiting().forEach(each -> rows.resolvedPending.add(row("pending", each.id(), "paper", paper.id())));
        }

        private Map<String, Object> author(ResolvedAuthor author, GraphRows rows) {
            AuthorMention mention = author.mention();
            String orcid = mention.orcid();
            if (author.standing() == Standing.NEW) {
                rows.newAuthors.add(newAuthor(author.id(), mention.name(), author.personKey(), orcid));
            } else if (author.standing() == Standing.JOINED) {
                rows.joinedAuthors.add(row("id", author.id(), "personKey", author.personKey()));
            }
            if (orcid != null && orcidsMade.add(author.id()) && author.standing() != Standing.NEW) {
                rows.orcids.add(row("id", author.id(), "orcid", orcid));
            }
            List<String> organisations = mention.organisations().stream()
                    .map(each -> organisation(each, rows))
                    .distinct()
                    .toList();
            Map<String, Object> properties = row(
                    "position", mention.position(),
                    "nameAsWritten", mention.position() == null ? null : mention.name(),
                    "organisations", organisations.isEmpty() ? null : organisations);
            if (author.stated() != null) {
                // Left out where it is null, since a curator may have moved the edge that is there.
                properties.put("statedAuthor", author.stated());
            }
            return row("id", author.id(), "properties", properties);
        }

        /** The row of an organisation the first time, and its id. */
        private String organisation(OrganisationMention mention, GraphRows rows) {
            String id = organisationId(source, mention.sourceId(), mention.name());
            if (organisationsMade.add(id + " " + mention.name())) {
                rows.organisations.add(
                        organisationRow(id, mention.name(), mention.ror(), mention.country(), mention.sourceId()));
            }
            return id;
        }

        private List<Map<String, Object>> topics(PaperRecord record, GraphRows rows) {
            List<Map<String, Object>> topics = new ArrayList<>();
            byTopic(record.mentions()).forEach((topic, mentions) -> topics.add(matched(topic, mentions)));
            Set<String> seen = new LinkedHashSet<>();
            record.assertedTopics().forEach(asserted -> {
                String id = "topic:" + asserted.scheme() + ":" + asserted.localId();
                if (topicsMade.add(id)) {
                    rows.assertedTopics.add(row(
                            "id", id,
                            "label", asserted.label(),
                            "labelKey", Folding.key(asserted.label()),
                            "scheme", asserted.scheme()));
                }
                if (seen.add(id)) {
                    topics.add(row("id", id, "method", "ASSERTED", "score", asserted.score(), "evidence", null));
                }
            });
            return topics;
        }

        private List<String> metricIds(ResolvedPaper paper) {
            return paper.record().reported().keySet().stream()
                    .map(name -> metricId(paper.id(), source.id(), name))
                    .toList();
        }
    }

    /** Ids elsewhere, {@code scheme:value}, in order. */
    private static List<String> externalIds(PaperRecord record) {
        return new TreeMap<>(record.externalIds())
                .entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .toList();
    }

    /** Everything the paper points at by this record, as {@code forget-stale-edges} compares it. */
    private static List<String> targets(Map<String, Object> row) {
        List<String> targets = new ArrayList<>();
        rows(row, "authors").forEach(author -> targets.add(String.valueOf(author.get("id"))));
        rows(row, "hidden").forEach(author -> targets.add(String.valueOf(author.get("id"))));
        rows(row, "topics").forEach(topic -> targets.add(topic.get("method") + " " + topic.get("id")));
        targets.addAll(texts(row, "organisations"));
        return targets;
    }

    /** The rows within a row; empty where there are none. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(Map<String, Object> row, String name) {
        Object rows = row.get(name);
        return rows == null ? List.of() : (List<Map<String, Object>>) rows;
    }

    /** The texts within a row; empty where there are none. */
    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> row, String name) {
        Object texts = row.get(name);
        return texts == null ? List.of() : (List<String>) texts;
    }

    /** Mentions by topic, in the order of the first of each. */
    static Map<String, List<TopicMention>> byTopic(List<TopicMention> mentions) {
        return mentions.stream()
                .collect(Collectors.groupingBy(TopicMention::topic, LinkedHashMap::new, Collectors.toList()));
    }

    /** A topic found in title and abstract, with the places that show it. */
    static Map<String, Object> matched(String topic, List<TopicMention> mentions) {
        return row(
                "id",
                topic,
                "method",
                mentions.getFirst().method().name(),
                "score",
                score(mentions),
                "evidence",
                mentions.stream()
                        .map(at -> at.field() + ":" + at.start() + ":" + at.end() + ":" + at.text())
                        .toList());
    }

    /** 1 - 2^-(2t + a) for t mentions in the title and a in the abstract: more never counts less, the title double. */
    static double score(List<TopicMention> mentions) {
        long inTitle =
                mentions.stream().filter(at -> at.field().equals("title")).count();
        return 1 - Math.pow(2, -(double) (inTitle + mentions.size()));
    }

    /** The id of an organisation: the source's own, or a hash of what its name is known by. */
    static String organisationId(SourceDescription source, @Nullable String sourceId, String name) {
        return sourceId != null && source.idScheme() != null
                ? "organisation:" + source.idScheme() + ":" + sourceId
                : "organisation:name:" + MintedIds.hash(OrganisationKey.of(name));
    }

    static Map<String, Object> organisationRow(
            String id, String name, @Nullable String ror, @Nullable String country, @Nullable String sourceId) {
        return row(
                "id", id,
                "name", name,
                "nameKey", Folding.key(name),
                "ror", ror,
                "country", country,
                "recordId", sourceId == null ? name : sourceId);
    }

    static Map<String, Object> newAuthor(String id, String name, String personKey, @Nullable String orcid) {
        return row("id", id, "name", name, "nameKey", Folding.key(name), "personKey", personKey, "orcid", orcid);
    }

    static Map<String, Object> metric(String about, String source, String name, String value) {
        return row("id", metricId(about, source, name), "about", about, "name", name, "value", value);
    }

    private static String metricId(String about, String source, String name) {
        return "metric:" + MintedIds.hash(about + " " + source + " " + name);
    }

    private static void putUnlessEmpty(Map<String, @Nullable Object> row, String name, List<String> values) {
        if (!values.isEmpty()) {
            row.put(name, values);
        }
    }

    /** A row from alternating names and values; values may be null, as Cypher's may. */
    public static Map<String, Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return nullable(row);
    }

    /** Cypher's maps hold nulls, the driver's signature does not say so. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> nullable(Map<String, @Nullable Object> row) {
        return row;
    }
}
