package org.invisiblecollege.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.invisiblecollege.ServedStore;

/** Writes what was measured as Markdown. */
final class CompareReport {

    private static final String HEAD = """
            | question | asked | this service | Cypher behind HTTP | ratio | Bolt alone | peer | ratio | answers that differ |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private CompareReport() {}

    /** Returns all questions of a run. */
    static String table(RawResults results) {
        StringBuilder text = new StringBuilder(HEAD);
        ComparedQuestion.ALL.stream()
                .map(ComparedQuestion::name)
                .filter(name -> results.sorted(name, Engines.SERVICE).length > 0)
                .forEach(name -> text.append(line(results, name)).append('\n'));
        return text.toString();
    }

    /** Returns one question of a run. */
    static String line(RawResults results, String question) {
        return String.join(
                " | ",
                "| " + question,
                String.valueOf(results.sorted(question, Engines.SERVICE).length),
                both(results, question, Engines.SERVICE),
                both(results, question, Engines.CYPHER),
                ratio(results, question, Engines.CYPHER),
                median(results, question, Engines.BOLT),
                both(results, question, Engines.PEER),
                ratio(results, question, Engines.PEER),
                different(results, question) + " |");
    }

    /** Writes compare.md about all raw results in a folder, with the chart if there is one. */
    static void write(Path folder) throws IOException {
        List<Path> raw;
        try (Stream<Path> files = Files.list(folder)) {
            raw = files.filter(file -> file.getFileName().toString().matches("compare-.*\\.tsv"))
                    .sorted()
                    .toList();
        }
        List<RawResults> all = new ArrayList<>(RawResults.read(raw));
        all.sort(Comparator.comparingInt(RawResults::papers));
        StringBuilder text = new StringBuilder("""
                # Figures: this service, Cypher and a generated API

                One database and one run, in which the engines take turns for each set of parameters: this service; a statement written for the
                question, run behind the same HTTP server; the same over Bolt alone; and the peer, `@neo4j/graphql` 7.6.3 with Apollo
                Server 5.5. Times are milliseconds, p50 / p95; a ratio is an engine's p50 by this service's, so more than 1 is slower. Cypher and
                the peer have one index more, over `Paper.publishedOn`. Command: `src/bench/compare.sh <store>`.

                Authors and topics are drawn at equal ratios of their ranks by number of papers, from the first to the last; papers at equal
                distances; words from titles. Answers are compared by the ids, counts and weights in them, in their order.
                """);
        for (RawResults results : all) {
            text.append("\n## ").append(results.store()).append("\n\n");
            text.append(results.description()).append(". Raw: [compare-");
            text.append(results.store())
                    .append(".tsv](compare-")
                    .append(results.store())
                    .append(".tsv).\n\n");
            text.append(table(results));
        }
        text.append("\n## What the cells hold\n\n");
        for (ComparedQuestion question : ComparedQuestion.ALL) {
            if (!question.without().isEmpty()) {
                text.append("- ")
                        .append(question.name())
                        .append(". ")
                        .append(question.without())
                        .append('\n');
            }
        }
        if (Files.exists(folder.resolve(CostChart.FILE))) {
            text.append("\n## By size\n\n![Median time by number of papers](" + CostChart.FILE + ")\n");
        }
        Files.writeString(folder.resolve("compare.md"), text);
    }

    private static String both(RawResults results, String question, String engine) {
        double[] times = results.sorted(question, engine);
        if (results.hasFailed(question, engine)) {
            return "over " + CypherEndpoint.TIMEOUT.toSeconds() + " s, or failed";
        }
        return times.length == 0 ? "" : number(ServedStore.at(times, 50)) + " / " + number(ServedStore.at(times, 95));
    }

    private static String median(RawResults results, String question, String engine) {
        double[] times = results.sorted(question, engine);
        return times.length == 0 || results.hasFailed(question, engine) ? "" : number(ServedStore.at(times, 50));
    }

    private static String ratio(RawResults results, String question, String engine) {
        double[] times = results.sorted(question, engine);
        double[] own = results.sorted(question, Engines.SERVICE);
        return times.length == 0 || own.length == 0 || results.hasFailed(question, engine)
                ? ""
                : number(ServedStore.at(times, 50) / ServedStore.at(own, 50));
    }

    private static String different(RawResults results, String question) {
        List<String> parts = new ArrayList<>();
        for (String engine : List.of(Engines.CYPHER, Engines.PEER)) {
            int[] counts = results.comparedAndDifferent(question, engine);
            if (counts[0] > 0) {
                parts.add(engine + " " + counts[1] + " of " + counts[0]);
            }
        }
        return String.join(", ", parts);
    }

    /** Two digits at least, and no more after the point than that needs. */
    private static String number(double value) {
        return value >= 9.95
                ? String.format(Locale.ROOT, "%,.0f", value)
                : value >= 0.995
                        ? String.format(Locale.ROOT, "%.1f", value)
                        : String.format(Locale.ROOT, "%.2f", value);
    }
}
