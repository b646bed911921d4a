package org.invisiblecollege.ingest.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.record.AssertedTopic;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.PaperRecord;
import org.invisiblecollege.ingest.record.RecordSink;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.jspecify.annotations.Nullable;

/** Collects what a source is read as, without storing it. Not thread-safe; explains once. */
final class Explanation implements RecordSink {

    private static final int MAX_SHOWN_RECORDS = 3;
    private static final int MAX_SHOWN_REPORTS = 5;
    private static final int MAX_SHOWN_AUTHORS = 10;

    private final Map<String, String> encodings = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> ignored = new TreeSet<>();
    private final List<PaperRecord> shown = new ArrayList<>();
    private final Reported rejections = new Reported();
    private final Reported warnings = new Reported();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int papers;
    private int others;

    /** Numbers by code, and the first of each. */
    private static final class Reported {

        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<String, List<String>> first = new TreeMap<>();

        private void add(String code, String file, int line, String value) {
            counts.merge(code, 1, Integer::sum);
            List<String> examples = first.computeIfAbsent(code, none -> new ArrayList<>());
            if (examples.size() < MAX_SHOWN_REPORTS) {
                examples.add("%s:%d: %s".formatted(file, line, value));
            }
        }

        private void print(String title, PrintWriter out) {
            counts.forEach((code, count) -> {
                out.printf("%s %s: %,d%n", title, code, count);
                first.getOrDefault(code, List.of()).forEach(example -> out.printf("    %s%n", example));
            });
        }
    }

    /** Reads a source and prints what it is read as. */
    static void print(RecordSource source, String why, PrintWriter out) throws IOException {
        Explanation explanation = new Explanation();
        source.read(explanation);
        explanation.print(source.description().name(), why, out);
        out.flush();
    }

    private void print(String name, String why, PrintWriter out) {
        out.printf("%s: %s%n", name, why);
        out.printf(
                "Encoding: %s%n",
                encodings.isEmpty()
                        ? "UTF-8"
                        : encodings.entrySet().stream()
                                .map(each -> each.getValue() + " (" + each.getKey() + ")")
                                .collect(Collectors.joining(", ")));
        if (!used.isEmpty() || !ignored.isEmpty()) {
            out.printf("Fields used: %s%n", String.join(", ", used));
            out.printf("Fields ignored: %s%n", ignored.isEmpty() ? "none" : String.join(", ", ignored));
        }
        out.printf("Papers: %,d%s%n", papers, others == 0 ? "" : "; other records: %,d".formatted(others));
        shown.forEach(paper -> print(paper, out));
        skipped.forEach((code, count) -> out.printf("Skipped %s: %,d%n", code, count));
        rejections.print("Rejected", out);
        warnings.print("Warning", out);
    }

    private static void print(PaperRecord paper, PrintWriter out) {
        out.printf("  %s%n", paper.recordId());
        line(out, "title", paper.title());
        line(
                out,
                "published",
                paper.publishedOn() == null ? null : paper.publishedOn().text());
        line(out, "authors", authors(paper));
        line(out, "venues", joined(paper.venues()));
        line(out, "type", paper.type());
        line(
                out,
                "ids",
                joined(new TreeMap<>(paper.externalIds())
                        .entrySet().stream()
                                .map(id -> id.getKey() + ":" + id.getValue())
                                .toList()));
        line(
                out,
                "topics",
                joined(paper.assertedTopics().stream().map(AssertedTopic::label).toList()));
        line(
                out,
                "cited",
                paper.citationCount() == null ? null : paper.citationCount().toString());
    }

    private static String authors(PaperRecord paper) {
        Stream<String> names = paper.authors().stream().limit(MAX_SHOWN_AUTHORS).map(AuthorMention::name);
        int more = paper.authors().size() - MAX_SHOWN_AUTHORS;
        return names.collect(Collectors.joining("; "))
                + (more > 0 ? " and %,d more".formatted(more) : "")
                + " (" + paper.authorList().completeness() + ")";
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join("; ", texts);
    }

    private static void line(PrintWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.printf("    %s: %s%n", name, value);
        }
    }

    @Override
    public void accept(IngestRecord record) {
        if (!(record instanceof PaperRecord paper)) {
            others++;
            return;
        }
        papers++;
        if (shown.size() < MAX_SHOWN_RECORDS) {
            shown.add(paper);
        }
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection.code(), rejection.file(), rejection.line(), rejection.value());
    }

    @Override
    public void warn(Warning warning) {
        warnings.add(warning.code(), warning.file(), warning.line(), warning.value());
    }

    @Override
    public void skip(String code) {
        skipped.merge(code, 1, Integer::sum);
    }

    @Override
    public void progress(long bytesRead) {
        // It is over soon.
    }

    @Override
    public void encoding(String file, String encoding) {
        encodings.put(file, encoding);
    }

    @Override
    public void field(String name, boolean isUsed) {
        (isUsed ? used : ignored).add(name);
    }
}
