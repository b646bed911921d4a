package org.invisiblecollege.ingest.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.invisiblecollege.author.AuthorNames;
import org.invisiblecollege.ingest.resolve.PaperProperties;
import org.invisiblecollege.ingest.write.GraphRows.AuthorshipRow;
import org.invisiblecollege.ingest.write.GraphRows.MetricRow;
import org.invisiblecollege.ingest.write.GraphRows.OrganisationRecordRow;
import org.invisiblecollege.ingest.write.GraphRows.PendingRow;
import org.invisiblecollege.ingest.write.GraphRows.RecordRow;
import org.invisiblecollege.ingest.write.GraphRows.SourceRow;
import org.invisiblecollege.ingest.write.GraphRows.TopicRow;
import org.invisiblecollege.ingest.write.GraphRows.VenueRow;
import org.invisiblecollege.ingest.write.IdentityRows.DecisionRow;
import org.invisiblecollege.ingest.write.ImportTable.Column;
import org.jspecify.annotations.Nullable;

/** The tables of an import, open for writing: one for each label and type, with a column for each property. */
final class ImportSchema implements AutoCloseable {

    static final NoProperties NO_PROPERTIES = new NoProperties();

    final ImportTable<RecordRow> papers;
    final ImportTable<AuthorNode> authors;
    final ImportTable<OrganisationRecordRow> organisations;
    final ImportTable<VenueRow> venues;
    final ImportTable<TopicRow> topics;
    final ImportTable<SourceRow> sources;
    final ImportTable<MetricRow> metrics;
    final ImportTable<PendingRow> pendingRecords;
    final ImportTable<DecisionRow> decisions;
    final ImportTable<Integer> versions;
    final ImportTable<FirstChange> changes;
    final ImportTable<AuthorshipRow> authoredBy;
    final ImportTable<CitedTopicRow> citesTopic;
    final ImportTable<NoProperties> fromOrganisation;
    final ImportTable<NoProperties> publishedIn;
    final ImportTable<RecordedIn> recordedIn;
    final ImportTable<NoProperties> cites;
    final ImportTable<NoProperties> about;
    final ImportTable<NoProperties> reportedBy;
    final ImportTable<NoProperties> broader;
    final ImportTable<NoProperties> related;
    final ImportTable<NoProperties> decides;
    final ImportTable<CoAuthorPairs.Joint> coAuthor;
    final ImportTable<CoAuthorPairs.Joint> affiliatedWith;

    private final Path folder;
    private final List<ImportTable<?>> tables = new ArrayList<>();

    /**
     * An author, named by all spellings of the source.
     *
     * @param sourceNameBy the source; null where it has no other name
     */
    record AuthorNode(
            AuthorNames.Naming naming,
            @Nullable String orcid,
            @Nullable String sourceName,
            @Nullable String sourceNameBy) {}

    /** The entry of the change log for the whole import. */
    record FirstChange(int version, String at) {}

    /** The edge from a paper, author or organisation to the source. */
    record RecordedIn(
            String recordId,
            String at,
            @Nullable String digest,
            @Nullable Long given,
            @Nullable List<String> references) {

        static RecordedIn of(String recordId, String at) {
            return new RecordedIn(recordId, at, null, null, null);
        }
    }

    /** The row of an edge without properties. */
    record NoProperties() {}

    /**
     * Opens the tables.
     *
     * @param folder empty; takes them
     */
    ImportSchema(Path folder) throws IOException {
        this.folder = folder;
        papers = nodes("Paper", paperColumns());
        authors = nodes(
                "Author",
                List.of(
                        text("id", author -> author.naming.id()),
                        text("name", author -> author.naming.name()),
                        text("nameKey", author -> author.naming.nameKey()),
                        texts("nameKeys", author -> author.naming.nameKeys()),
                        texts("variants", author -> author.naming.variants()),
                        text("orcid", AuthorNode::orcid),
                        text("sourceName", AuthorNode::sourceName),
                        text("sourceNameBy", AuthorNode::sourceNameBy)));
        organisations = nodes(
                "Organisation",
                List.of(
                        text("id", OrganisationRecordRow::id),
                        text("name", OrganisationRecordRow::name),
                        text("nameKey", OrganisationRecordRow::nameKey),
                        texts("nameKeys", OrganisationRecordRow::nameKeys),
                        texts("aliases", OrganisationRecordRow::aliases),
                        text("ror", OrganisationRecordRow::ror),
                        text("country", OrganisationRecordRow::country)));
        venues = nodes(
                "Venue",
                List.of(
                        text("id", VenueRow::id),
                        text("name", VenueRow::name),
                        text("nameKey", VenueRow::nameKey),
                        texts("nameKeys", VenueRow::nameKeys),
                        texts("acronyms", row -> row.acronyms().isEmpty() ? null : row.acronyms())));
        topics = nodes(
                "Topic",
                List.of(
                        text("id", TopicRow::id),
                        text("label", TopicRow::label),
                        text("labelKey", TopicRow::labelKey),
                        texts("labelKeys", TopicRow::labelKeys),
                        texts("altLabels", TopicRow::altLabels),
                        texts("hiddenLabels", TopicRow::hiddenLabels),
                        text("scheme", TopicRow::scheme),
                        text("scopeNote", TopicRow::scopeNote),
                        new Column<>("isMatched", "boolean", TopicRow::isMatched)));
        sources = nodes(
                "Source",
                List.of(
                        text("id", SourceRow::id),
                        text("name", SourceRow::name),
                        text("kind", SourceRow::kind),
                        text("sha256", SourceRow::sha256),
                        text("licence", SourceRow::licence),
                        text("attribution", SourceRow::attribution),
                        text("idScheme", SourceRow::idScheme),
                        integer("records", SourceRow::records),
                        text("lastLoaded", SourceRow::lastLoaded),
                        texts("nameTreatments", SourceRow::nameTreatments)));
        metrics = nodes(
                "ReportedMetric",
                List.of(text("id", MetricRow::id), text("name", MetricRow::name), text("value", MetricRow::value)));
        pendingRecords = nodes(
                "PendingRecord",
                List.of(text("id", PendingRow::id), text("abstractFingerprint", PendingRow::abstractFingerprint)));
        decisions = nodes(
                "IdentityDecision",
                List.of(
                        text("id", DecisionRow::id),
                        text("kind", DecisionRow::kind),
                        texts("names", DecisionRow::names),
                        texts("evidence", DecisionRow::evidence),
                        number("score", DecisionRow::score),
                        text("method", DecisionRow::method),
                        text("at", DecisionRow::at)));
        versions =
                nodes("GraphVersion", List.of(text("id", version -> "graph"), integer("version", version -> version)));
        changes = nodes(
                "GraphChange",
                List.of(
                        integer("version", FirstChange::version),
                        text("at", FirstChange::at),
                        new Column<>("everything", "boolean", change -> true)));
        authoredBy = edges(
                "AUTHORED_BY",
                List.of(
                        integer("position", AuthorshipRow::position),
                        text("nameAsWritten", AuthorshipRow::nameAsWritten),
                        texts("organisations", AuthorshipRow::organisations)));
        citesTopic = edges(
                "CITES_TOPIC",
                List.of(
                        text("method", CitedTopicRow::method),
                        number("score", CitedTopicRow::score),
                        texts("evidence", CitedTopicRow::evidence)));
        recordedIn = edges(
                "RECORDED_IN",
                List.of(
                        text("recordId", RecordedIn::recordId),
                        text("at", RecordedIn::at),
                        text("digest", RecordedIn::digest),
                        new Column<>("given", "long", RecordedIn::given),
                        texts("references", RecordedIn::references)));
        fromOrganisation = edges("FROM_ORGANISATION", List.of());
        publishedIn = edges("PUBLISHED_IN", List.of());
        cites = edges("CITES", List.of());
        about = edges("ABOUT", List.of());
        reportedBy = edges("REPORTED_BY", List.of());
        broader = edges("BROADER", List.of());
        related = edges("RELATED", List.of());
        decides = edges("DECIDES", List.of());
        coAuthor = edges(
                "CO_AUTHOR",
                List.of(
                        integer("papers", CoAuthorPairs.Joint::papers),
                        number("fractional", CoAuthorPairs.Joint::fractional),
                        integer("firstYear", CoAuthorPairs.Joint::firstYear),
                        integer("lastYear", CoAuthorPairs.Joint::lastYear)));
        affiliatedWith = edges(
                "AFFILIATED_WITH",
                List.of(
                        integer("papers", CoAuthorPairs.Joint::papers),
                        integer("firstYear", CoAuthorPairs.Joint::firstYear),
                        integer("lastYear", CoAuthorPairs.Joint::lastYear)));
    }

    private static List<Column<RecordRow>> paperColumns() {
        Stream<Column<RecordRow>> properties = PaperProperties.ALL.stream()
                .map(property -> new Column<>(
                        property.name(),
                        type(property.type()),
                        row -> row.properties().get(property.name())));
        return Stream.of(
                        Stream.of(text("id", RecordRow::id)),
                        properties,
                        Stream.of(
                                texts("categories", RecordRow::categories),
                                texts("externalIds", RecordRow::externalIds)))
                .flatMap(columns -> columns)
                .toList();
    }

    private static String type(Class<?> type) {
        if (type == List.class) {
            return "string[]";
        }
        return type == Integer.class ? "int" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
        return new Column<>(name, "string", value);
    }

    private static <R> Column<R> texts(String name, Function<R, @Nullable List<String>> value) {
        return new Column<>(name, "string[]", value);
    }

    private static <R> Column<R> integer(String name, Function<R, @Nullable Integer> value) {
        return new Column<>(name, "int", value);
    }

    private static <R> Column<R> number(String name, Function<R, Double> value) {
        return new Column<>(name, "double", value);
    }

    private <R> ImportTable<R> nodes(String label, List<Column<R>> columns) throws IOException {
        return kept(ImportTable.nodes(folder, label, columns));
    }

    private <R> ImportTable<R> edges(String type, List<Column<R>> columns) throws IOException {
        return kept(ImportTable.edges(folder, type, columns));
    }

    private <R> ImportTable<R> kept(ImportTable<R> table) {
        tables.add(table);
        return table;
    }

    List<ImportTable<?>> tables() {
        return List.copyOf(tables);
    }

    @Override
    public void close() {
        tables.forEach(ImportTable::close);
    }
}
