package org.invisiblecollege.ingest.source.skos;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.invisiblecollege.ingest.read.FileSource;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.TopicRecord;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.topic.Concept;
import org.invisiblecollege.topic.Hierarchy;

/** Collects what documents say and yields their concepts, see {@link Skos}. Not thread-safe; reads once. */
public final class SkosReader implements FileSource.FormatReader {

    /** Prefix of the bundled schemes, which are named without it. */
    private static final String BUNDLED = "urn:ic:";

    private static final Pattern NOT_IN_NAMES = Pattern.compile("^(?:https?://|" + BUNDLED + ")|[:/#]+$");
    /** Schemes that the service itself makes. */
    private static final Set<String> OWN = Set.of(Concept.MINED, Concept.CURATED);

    private static final int MAX_LABEL_LENGTH = 1_000;

    private final RecordSink sink;
    private final boolean isBundled;
    private final Map<String, ConceptDraft> drafts = new TreeMap<>();
    private final Set<String> schemes = new TreeSet<>();
    private final Hierarchy hierarchy = new Hierarchy();
    private boolean isComplete = true;

    /** @param isBundled whether the documents may have schemes of the bundled vocabularies */
    SkosReader(RecordSink sink, boolean isBundled) {
        this.sink = sink;
        this.isBundled = isBundled;
    }

    /**
     * Returns all concepts of a bundled document, in order of their ids.
     *
     * @throws IllegalArgumentException if anything is wrong with it; names the line
     */
    public static List<Concept> read(InputStream turtle) throws IOException {
        List<Concept> concepts = new ArrayList<>();
        SkosReader reader = new SkosReader(
                new RecordSink() {
                    @Override
                    public void accept(IngestRecord record) {
                        concepts.add(((TopicRecord) record).concept());
                    }

                    @Override
                    public void reject(Rejection rejection) {
                        throw new IllegalArgumentException(
                                "Line " + rejection.line() + ": " + rejection.code() + ": " + rejection.value());
                    }

                    @Override
                    public void warn(Warning warning) {
                        throw new IllegalArgumentException(
                                "Line " + warning.line() + ": " + warning.code() + ": " + warning.value());
                    }

                    @Override
                    public void skip(String code) {}

                    @Override
                    public void progress(long bytesRead) {}
                },
                true);
        reader.read(turtle, "");
        reader.end();
        return concepts.stream().sorted(Comparator.comparing(Concept::id)).toList();
    }

    // ---- collecting

    @Override
    public void read(InputStream in, String file) throws IOException {
        boolean wasComplete = isComplete;
        // Until the file has been read to its end.
        isComplete = false;
        RdfDocument document = RdfDocument.read(in);
        RdfDocument.Problem problem = document.problem();
        if (problem == null) {
            isComplete = wasComplete;
        } else {
            sink.reject(new Rejection(problem.code(), file, problem.line(), problem.message()));
        }
        document.statements().forEach(found -> collect(found.statement(), file, found.line()));
    }

    private void collect(Statement statement, String file, int line) {
        IRI predicate = statement.getPredicate();
        Value object = statement.getObject();
        if (!(statement.getSubject() instanceof IRI subject)) {
            if (isType(statement, SKOS.CONCEPT)) {
                sink.reject(new Rejection("concept_without_iri", file, line, object.stringValue()));
            }
        } else if (isType(statement, SKOS.CONCEPT_SCHEME)) {
            schemes.add(subject.stringValue());
        } else if (isType(statement, SKOS.CONCEPT)) {
            ConceptDraft draft = draft(subject);
            draft.line = draft.isConcept() ? draft.line : line;
            draft.file = draft.isConcept() ? draft.file : file.isEmpty() ? "-" : file;
        } else if (object instanceof IRI other) {
            link(subject, predicate, other);
        } else if (predicate.equals(SKOS.PREF_LABEL)) {
            draft(subject).label(object);
        } else if (predicate.equals(SKOS.ALT_LABEL)) {
            draft(subject).altLabel(object);
        } else if (predicate.equals(SKOS.HIDDEN_LABEL)) {
            draft(subject).hiddenLabel(object);
        } else if (predicate.equals(SKOS.SCOPE_NOTE)) {
            draft(subject).scopeNote(object);
        } else if (predicate.equals(OWL.DEPRECATED)) {
            draft(subject).isDeprecated = object.stringValue().equals("true");
        }
    }

    private void link(IRI subject, IRI predicate, IRI object) {
        if (predicate.equals(SKOS.IN_SCHEME) || predicate.equals(SKOS.TOP_CONCEPT_OF)) {
            putIn(subject, object);
        } else if (predicate.equals(SKOS.HAS_TOP_CONCEPT)) {
            putIn(object, subject);
        } else if (predicate.equals(SKOS.BROADER)) {
            draft(subject).broader.add(object.stringValue());
        } else if (predicate.equals(SKOS.NARROWER)) {
            draft(object).broader.add(subject.stringValue());
        } else if (predicate.equals(SKOS.RELATED) && !subject.equals(object)) {
            draft(subject).related.add(object.stringValue());
            draft(object).related.add(subject.stringValue());
        }
    }

    private void putIn(IRI concept, IRI scheme) {
        schemes.add(scheme.stringValue());
        draft(concept).schemes.add(scheme.stringValue());
    }

    private ConceptDraft draft(IRI subject) {
        return drafts.computeIfAbsent(subject.stringValue(), none -> new ConceptDraft());
    }

    private static boolean isType(Statement statement, IRI type) {
        return statement.getPredicate().equals(RDF.TYPE)
                && statement.getObject().equals(type);
    }

    // ---- yielding

    @Override
    public void end() {
        Map<String, String> ids = new TreeMap<>();
        Set<String> takenIds = new TreeSet<>();
        drafts.forEach((iri, draft) -> {
            if (draft.isConcept() && isAccepted(iri, draft, takenIds)) {
                ids.put(iri, id(iri, schemesOf(draft).getFirst()));
                hierarchy.add(iri);
            }
        });
        ids.forEach((iri, id) -> {
            ConceptDraft draft = drafts.getOrDefault(iri, new ConceptDraft());
            sink.accept(new TopicRecord(id, concept(iri, draft, ids), isComplete));
        });
    }

    private boolean isAccepted(String iri, ConceptDraft draft, Set<String> takenIds) {
        List<String> schemesOfConcept = schemesOf(draft);
        String problem = null;
        if (draft.isDeprecated) {
            problem = "concept_deprecated";
        } else if (iri.length() > MAX_LABEL_LENGTH) {
            problem = "iri_too_long";
        } else if (draft.labels().isEmpty()) {
            problem = "concept_without_label";
        } else if (draft.labels().getFirst().length() > MAX_LABEL_LENGTH) {
            problem = "label_too_long";
        } else if (schemesOfConcept.isEmpty()) {
            problem = "concept_without_scheme";
        } else if (!isBundled && isOwn(schemesOfConcept.getFirst())) {
            problem = "scheme_is_bundled";
        } else if (hierarchy.isFull()) {
            problem = "too_many_topics";
        } else if (!takenIds.add(id(iri, schemesOfConcept.getFirst()))) {
            problem = "duplicate_id";
        }
        if (problem != null) {
            reject(problem, draft, iri);
            return false;
        }
        schemesOfConcept.stream().skip(1).forEach(further -> sink.skip("concept_in_further_scheme"));
        return true;
    }

    /** Returns the schemes that a concept is in, else the only scheme. */
    private List<String> schemesOf(ConceptDraft draft) {
        Set<String> all = draft.schemes.isEmpty() && schemes.size() == 1 ? schemes : draft.schemes;
        return all.stream().filter(scheme -> !name(scheme).isEmpty()).toList();
    }

    private Concept concept(String iri, ConceptDraft draft, Map<String, String> ids) {
        List<String> labels = draft.labels();
        return new Concept(
                ids.getOrDefault(iri, ""),
                name(schemesOf(draft).getFirst()),
                labels.getFirst(),
                withoutLong(labels.subList(1, labels.size())),
                withoutLong(draft.hiddenLabels()),
                draft.broader.stream()
                        .filter(other -> isKnown(iri, draft, "broader", other, ids) && isAbove(iri, draft, other))
                        .map(other -> ids.getOrDefault(other, ""))
                        .sorted()
                        .toList(),
                draft.related.stream()
                        .filter(other -> isKnown(iri, draft, "related", other, ids))
                        .map(other -> ids.getOrDefault(other, ""))
                        .sorted()
                        .toList(),
                draft.scopeNotes().stream().findFirst().orElse(null),
                true);
    }

    private boolean isKnown(String iri, ConceptDraft draft, String relation, String other, Map<String, String> ids) {
        if (!ids.containsKey(other)) {
            reject("concept_unknown", draft, iri + " " + relation + " " + other);
            return false;
        }
        return true;
    }

    private boolean isAbove(String iri, ConceptDraft draft, String other) {
        return switch (hierarchy.put(iri, other)) {
            case TAKEN -> true;
            case CLOSES_A_CYCLE -> {
                reject("topic_cycle", draft, iri + " broader " + other);
                yield false;
            }
            case TOO_DEEP -> {
                reject("topic_too_deep", draft, iri + " broader " + other);
                yield false;
            }
        };
    }

    private static List<String> withoutLong(List<String> labels) {
        return labels.stream()
                .filter(label -> label.length() <= MAX_LABEL_LENGTH)
                .toList();
    }

    private void reject(String code, ConceptDraft draft, String value) {
        sink.reject(new Rejection(code, draft.file, draft.line, value));
    }

    private static boolean isOwn(String scheme) {
        return scheme.startsWith(BUNDLED) || OWN.contains(name(scheme));
    }

    /** Returns a scheme's IRI without protocol and closing punctuation. */
    private static String name(String scheme) {
        return NOT_IN_NAMES.matcher(scheme).replaceAll("");
    }

    /** Returns an id from what a concept's IRI adds to its scheme's, or from all of it. */
    private static String id(String iri, String scheme) {
        String above = scheme.replaceFirst("[:/#]+$", "");
        boolean isBelow = iri.length() > above.length() + 1
                && iri.startsWith(above)
                && "#/:".indexOf(iri.charAt(above.length())) >= 0;
        return "topic:" + name(scheme) + ":" + (isBelow ? iri.substring(above.length() + 1) : name(iri));
    }
}
