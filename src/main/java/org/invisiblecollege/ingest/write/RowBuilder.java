package org.invisiblecollege.ingest.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.MintedIds;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.SourceDescription;
import org.invisiblecollege.ingest.record.VenueMention;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.resolve.ResolvedPaper;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.ResolvedAuthor;
import org.invisiblecollege.ingest.resolve.ResolvedPaper.Standing;
import org.invisiblecollege.ingest.write.GraphRows.AuthorshipRow;
import org.invisiblecollege.ingest.write.GraphRows.JoinedAuthorRow;
import org.invisiblecollege.ingest.write.GraphRows.MetricRow;
import org.invisiblecollege.ingest.write.GraphRows.NewAuthorRow;
import org.invisiblecollege.ingest.write.GraphRows.OrcidRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRow;
import org.invisiblecollege.ingest.write.GraphRows.RecordRow;
import org.invisiblecollege.ingest.write.GraphRows.ResolvedPendingRow;
import org.invisiblecollege.ingest.write.GraphRows.SourceNameRow;
import org.invisiblecollege.ingest.write.GraphRows.SpellingRow;
import org.invisiblecollege.ingest.write.GraphRows.TopicRow;
import org.invisiblecollege.ingest.write.GraphRows.VenueRow;
import org.invisiblecollege.text.Folding;
import org.invisiblecollege.text.OrganisationKey;
import org.jspecify.annotations.Nullable;

/**
 * Builds the rows of one source, batch by batch. Remembers which organisations, venues, topics, ORCIDs and names have had a row, so that
 * they are not written for every paper again. Not thread-safe.
 */
final class RowBuilder {

    private final SourceDescription source;
    private final Set<String> organisations = new HashSet<>();
    private final Set<String> venues = new HashSet<>();
    private final Set<String> topics = new HashSet<>();
    private final Set<String> authorsWithOrcid = new HashSet<>();
    private final Set<String> authorsWithName = new HashSet<>();

    RowBuilder(SourceDescription source) {
        this.source = source;
    }

    /** Whether any record named an organisation, so that new authors may have affiliations. */
    boolean hasOrganisations() {
        return !organisations.isEmpty();
    }

    GraphRows rows(List<ResolvedPaper> batch) {
        GraphRows rows = new GraphRows();
        batch.forEach(paper -> add(paper, rows));
        return rows;
    }

    /** Returns rows of the venues that some records give an acronym which had no row yet. */
    List<VenueRow> acronyms(List<PaperRecord> records) {
        GraphRows rows = new GraphRows();
        records.forEach(record -> record.publication().venues().stream()
                .filter(venue -> venue.acronym() != null)
                .forEach(venue -> venue(venue, rows)));
        return rows.venues;
    }

    private void add(ResolvedPaper paper, GraphRows rows) {
        RecordRow row = row(paper, rows);
        if (paper.isNew()) {
            row.properties().values().removeIf(value -> value == null);
            rows.newPapers.add(row);
        } else {
            rows.changedPapers.add(row);
            rows.targets.add(row.targets());
            paper.authors()
                    .forEach(author -> rows.spellings.add(
                            new SpellingRow(author.id(), author.mention().name())));
        }
        new TreeMap<>(paper.record().reported())
                .forEach((name, value) -> rows.metrics.add(MetricRow.of(paper.id(), source.id(), name, value)));
        paper.waiting().forEach(pending -> rows.resolvedPending.add(new ResolvedPendingRow(pending.id(), paper.id())));
    }

    private RecordRow row(ResolvedPaper paper, GraphRows rows) {
        PaperRecord record = paper.record();
        PaperProperties stated = new PaperProperties(record);
        boolean isUntitled = record.title() == null;
        return new RecordRow(
                paper.id(),
                record.recordId(),
                source.id() + " " + record.recordId(),
                record.digest(),
                isUntitled ? 0 : stated.given(paper.givenByOthers()),
                isUntitled ? new HashMap<>() : stated.changes(paper.givenBefore(), paper.givenByOthers()),
                record.categories(),
                new TreeMap<>(record.externalIds())
                        .entrySet().stream()
                                .map(id -> id.getKey() + ":" + id.getValue())
                                .toList(),
                record.references().isEmpty() ? null : record.references(),
                authors(paper, false, rows),
                authors(paper, true, rows),
                topics(record, rows),
                Stream.concat(
                                record.organisations().stream(),
                                record.authors().stream().flatMap(author -> author.organisations().stream()))
                        .map(mention -> organisation(mention, rows))
                        .distinct()
                        .toList(),
                record.publication().venues().stream()
                        .map(mention -> venue(mention, rows))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                paper.isShared() || !paper.waiting().isEmpty(),
                record.reported().keySet().stream()
                        .map(name -> MetricRow.id(paper.id(), source.id(), name))
                        .toList());
    }

    private List<AuthorshipRow> authors(ResolvedPaper paper, boolean isHidden, GraphRows rows) {
        return paper.authors().stream()
                .filter(author -> author.isHidden() == isHidden)
                .map(author -> author(author, rows))
                .toList();
    }

    private AuthorshipRow author(ResolvedAuthor author, GraphRows rows) {
        AuthorMention mention = author.mention();
        String orcid = mention.orcid();
        if (author.standing() == Standing.NEW) {
            rows.newAuthors.add(new NewAuthorRow(
                    author.id(), mention.name(), Folding.key(mention.name()), author.personKey(), orcid));
        } else if (author.standing() == Standing.JOINED) {
            rows.joinedAuthors.add(new JoinedAuthorRow(author.id(), author.personKey()));
        }
        if (orcid != null && authorsWithOrcid.add(author.id()) && author.standing() != Standing.NEW) {
            rows.orcids.add(new OrcidRow(author.id(), orcid));
        }
        String canonicalName = mention.canonicalName();
        if (canonicalName != null && authorsWithName.add(author.id())) {
            rows.sourceNames.add(new SourceNameRow(author.id(), canonicalName));
        }
        List<String> affiliations = mention.organisations().stream()
                .map(organisation -> organisation(organisation, rows))
                .distinct()
                .toList();
        return new AuthorshipRow(
                author.id(),
                mention.position(),
                mention.position() == null ? null : mention.name(),
                affiliations.isEmpty() ? null : affiliations,
                author.stated());
    }

    /** Adds the row of an organisation the first time it has this name; returns its id. */
    private String organisation(OrganisationMention mention, GraphRows rows) {
        String id = organisationId(source, mention.sourceId(), mention.name());
        if (organisations.add(id + " " + mention.name())) {
            rows.organisations.add(new OrganisationRow(
                    id,
                    mention.name(),
                    Folding.key(mention.name()),
                    mention.ror(),
                    mention.country(),
                    mention.sourceId() == null ? mention.name() : mention.sourceId()));
        }
        return id;
    }

    /** Adds the row of a venue the first time it has this acronym; returns its id, none for a name of signs alone. */
    private Optional<String> venue(VenueMention mention, GraphRows rows) {
        String key = Folding.key(mention.name());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String id = venueId(key);
        String acronym = mention.acronym();
        String acronymKey = acronym == null ? "" : Folding.key(acronym);
        boolean hasAcronym = acronym != null && !acronymKey.isEmpty() && !acronymKey.equals(key);
        if (venues.add(hasAcronym ? id + " " + acronymKey : id)) {
            rows.venues.add(new VenueRow(
                    id,
                    mention.name(),
                    key,
                    hasAcronym ? List.of(key, acronymKey) : List.of(key),
                    hasAcronym ? List.of(acronym) : List.of()));
        }
        return Optional.of(id);
    }

    /** Returns the id of the venue with a folded name. */
    static String venueId(String nameKey) {
        return "venue:name:" + MintedIds.hash(nameKey);
    }

    private List<CitedTopicRow> topics(PaperRecord record, GraphRows rows) {
        List<CitedTopicRow> cited = new ArrayList<>();
        CitedTopicRow.byTopic(record.mentions())
                .forEach((topic, mentions) -> cited.add(CitedTopicRow.matched(topic, mentions)));
        Set<String> seen = new LinkedHashSet<>();
        record.assertedTopics().forEach(asserted -> {
            String id = "topic:" + asserted.scheme() + ":" + asserted.localId();
            if (topics.add(id)) {
                rows.assertedTopics.add(TopicRow.asserted(id, asserted.label(), asserted.scheme()));
            }
            if (seen.add(id)) {
                cited.add(CitedTopicRow.asserted(id, asserted));
            }
        });
        return cited;
    }

    /** Returns the source's own id of an organisation, or a hash of what its name is known by. */
    static String organisationId(SourceDescription source, @Nullable String sourceId, String name) {
        return sourceId != null && source.idScheme() != null
                ? "organisation:" + source.idScheme() + ":" + sourceId
                : "organisation:name:" + MintedIds.hash(OrganisationKey.of(name));
    }
}
