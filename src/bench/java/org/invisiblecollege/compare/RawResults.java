package org.invisiblecollege.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run measured, and its file: lines of a kind and tab-separated values. {@code store} has a name, a number of papers and
 * a description; {@code ms} a question, an engine, a set of parameters and a time for each round; {@code answers} a question, an
 * engine, how many answers were compared with the service's and how many differ; {@code failed} a question, an engine and how
 * many answers did not come.
 */
record RawResults(
        String store,
        int papers,
        String description,
        Map<String, SortedMap<Integer, List<Double>>> times,
        Map<String, int[]> answers,
        Map<String, Integer> failures) {

    RawResults(String store, int papers, String description) {
        this(store, papers, description, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    private static String key(String question, String engine) {
        return question + "\t" + engine;
    }

    void add(String question, String engine, int set, double millis) {
        times.computeIfAbsent(key(question, engine), none -> new TreeMap<>())
                .computeIfAbsent(set, none -> new ArrayList<>())
                .add(millis);
    }

    void compared(String question, String engine, boolean isSame) {
        int[] counts = answers.computeIfAbsent(key(question, engine), none -> new int[2]);
        counts[0]++;
        counts[1] += isSame ? 0 : 1;
    }

    void failed(String question, String engine) {
        failures.merge(key(question, engine), 1, Integer::sum);
    }

    /** Returns the times of an engine in ascending order; none if it was not asked. */
    double[] sorted(String question, String engine) {
        return times.getOrDefault(key(question, engine), new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .mapToDouble(millis -> millis)
                .sorted()
                .toArray();
    }

    /** Returns how many answers of an engine were compared, and how many differ. */
    int[] comparedAndDifferent(String question, String engine) {
        return answers.getOrDefault(key(question, engine), new int[2]);
    }

    boolean hasFailed(String question, String engine) {
        return failures.containsKey(key(question, engine));
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", "store", store, String.valueOf(papers), description));
        answers.forEach((key, counts) -> lines.add("answers\t" + key + "\t" + counts[0] + "\t" + counts[1]));
        failures.forEach((key, count) -> lines.add("failed\t" + key + "\t" + count));
        times.forEach((key, sets) -> sets.forEach((set, all) -> {
            StringBuilder line = new StringBuilder("ms\t" + key + "\t" + set);
            all.forEach(millis -> line.append(String.format(Locale.ROOT, "\t%.3f", millis)));
            lines.add(line.toString());
        }));
        Files.write(file, lines);
    }

    static RawResults read(Path file) throws IOException {
        List<String[]> lines =
                Files.readAllLines(file).stream().map(line -> line.split("\t")).toList();
        String[] first = lines.getFirst();
        RawResults results = new RawResults(first[1], Integer.parseInt(first[2]), first[3]);
        for (String[] line : lines.subList(1, lines.size())) {
            String key = key(line[1], line[2]);
            switch (line[0]) {
                case "answers" ->
                    results.answers.put(key, new int[] {Integer.parseInt(line[3]), Integer.parseInt(line[4])});
                case "failed" -> results.failures.put(key, Integer.valueOf(line[3]));
                case "ms" ->
                    Arrays.stream(line, 4, line.length)
                            .forEach(millis -> results.add(
                                    line[1], line[2], Integer.parseInt(line[3]), Double.parseDouble(millis)));
                default -> throw new IllegalArgumentException(file + " has lines of an unknown kind, " + line[0] + ".");
            }
        }
        return results;
    }

    static List<RawResults> read(List<Path> files) throws IOException {
        List<RawResults> all = new ArrayList<>();
        for (Path file : files) {
            all.add(read(file));
        }
        return all;
    }
}
