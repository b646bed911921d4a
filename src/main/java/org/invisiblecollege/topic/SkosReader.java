package org.invisiblecollege.topic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.Rio;

/** Reads vocabularies in SKOS, written in Turtle. */
public final class SkosReader {

    private SkosReader() {}

    /**
     * All concepts of a Turtle document that have a scheme and a preferred label, in order of their ids.
     *
     * @throws IllegalArgumentException if the document is no Turtle; names the line
     */
    public static List<Concept> read(InputStream turtle) throws IOException {
        Model model;
        try {
            model = Rio.parse(turtle, "", RDFFormat.TURTLE);
        } catch (RDFParseException e) {
            throw new IllegalArgumentException("Line " + e.getLineNumber() + ": " + e.getMessage(), e);
        }
        return model.filter(null, RDF.TYPE, SKOS.CONCEPT).subjects().stream()
                .flatMap(subject -> concept(model, subject).stream())
                .sorted(Comparator.comparing(Concept::id))
                .toList();
    }

    private static Optional<Concept> concept(Model model, Resource subject) {
        return scheme(model, subject)
                .flatMap(scheme -> strings(model, subject, SKOS.PREF_LABEL).stream()
                        .findFirst()
                        .map(label -> new Concept(
                                id(subject, scheme),
                                localName(scheme),
                                label,
                                strings(model, subject, SKOS.ALT_LABEL),
                                strings(model, subject, SKOS.HIDDEN_LABEL),
                                concepts(model, subject, SKOS.BROADER),
                                concepts(model, subject, SKOS.RELATED),
                                strings(model, subject, SKOS.SCOPE_NOTE).stream()
                                        .findFirst()
                                        .orElse(null))));
    }

    private static Optional<String> scheme(Model model, Resource subject) {
        return strings(model, subject, SKOS.IN_SCHEME).stream().findFirst();
    }

    private static String id(Resource subject, String scheme) {
        String iri = subject.stringValue();
        String local =
                iri.startsWith(scheme) ? iri.substring(scheme.length()).replaceFirst("^[:/#]", "") : localName(iri);
        return "topic:" + localName(scheme) + ":" + local;
    }

    private static List<String> strings(Model model, Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream()
                .map(Value::stringValue)
                .sorted()
                .toList();
    }

    private static List<String> concepts(Model model, Resource subject, IRI property) {
        return model.filter(subject, property, null).objects().stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .flatMap(target -> scheme(model, target).map(scheme -> id(target, scheme)).stream())
                .sorted()
                .toList();
    }

    private static String localName(String iri) {
        return iri.replaceFirst("[:/#]+$", "").replaceFirst("^.*[:/#]", "");
    }
}
