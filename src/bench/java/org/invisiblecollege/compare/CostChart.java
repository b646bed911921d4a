package org.invisiblecollege.compare;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.invisiblecollege.ServedStore;

/**
 * Draws the median time of each question against the number of papers, one panel for each question and one line for each engine,
 * both axes logarithmic and the same in all panels.
 */
final class CostChart {

    static final String FILE = "compare.svg";

    /** How an engine is drawn. */
    private record Pen(String engine, String label, String colour) {}

    private static final List<Pen> PENS = List.of(
            new Pen(Engines.SERVICE, "this service", "#0b6e99"),
            new Pen(Engines.CYPHER, "Cypher behind HTTP", "#d9730d"),
            new Pen(Engines.PEER, "@neo4j/graphql", "#8a4baf"));

    private static final int COLUMNS = 4;
    private static final int WIDTH = 190;
    private static final int HEIGHT = 130;
    private static final int LEFT = 46;
    private static final int TOP = 64;
    private static final int GAP_X = 18;
    private static final int GAP_Y = 44;
    /** Powers of ten of the axis of time, in milliseconds: 0.1 ms to 100 s. */
    private static final int MIN_POWER = -1;

    private static final int MAX_POWER = 5;

    private final List<RawResults> results;
    private final StringBuilder svg = new StringBuilder();
    private final double minPapers;
    private final double maxPapers;

    private CostChart(List<RawResults> results) {
        this.results = results.stream()
                .sorted(Comparator.comparingInt(RawResults::papers))
                .toList();
        this.minPapers = results.stream().mapToInt(RawResults::papers).min().orElse(1) / 1.3;
        this.maxPapers = results.stream().mapToInt(RawResults::papers).max().orElse(1) * 1.3;
    }

    static void write(List<RawResults> results, Path file) throws IOException {
        Files.writeString(file, new CostChart(results).draw());
    }

    private String draw() {
        List<String> questions = ComparedQuestion.ALL.stream()
                .map(ComparedQuestion::name)
                .filter(name -> results.stream().anyMatch(each -> each.sorted(name, Engines.SERVICE).length > 0))
                .toList();
        int rows = (questions.size() + COLUMNS - 1) / COLUMNS;
        int width = LEFT + COLUMNS * (WIDTH + GAP_X);
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='11'>",
                width, TOP + rows * (HEIGHT + GAP_Y));
        add("<rect width='100%%' height='100%%' fill='#ffffff'/>");
        add("<text x='%d' y='20' font-size='14'>Median time of an answer by number of papers</text>", LEFT);
        for (int i = 0; i < PENS.size(); i++) {
            int x = LEFT + i * 170;
            add("<rect x='%d' y='31' width='14' height='4' fill='%s'/>", x, PENS.get(i).colour);
            add("<text x='%d' y='37'>%s</text>", x + 19, PENS.get(i).label);
        }
        for (int i = 0; i < questions.size(); i++) {
            panel(
                    questions.get(i),
                    LEFT + i % COLUMNS * (WIDTH + GAP_X),
                    TOP + i / COLUMNS * (HEIGHT + GAP_Y),
                    i % COLUMNS == 0);
        }
        add("</svg>");
        return svg.toString();
    }

    private void panel(String question, int left, int top, boolean isFirstOfRow) {
        add("<text x='%d' y='%d' font-weight='bold'>%s</text>", left, top - 5, question);
        add("<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#999999'/>", left, top, WIDTH, HEIGHT);
        for (int power = MIN_POWER; power <= MAX_POWER; power++) {
            double y = y(Math.pow(10, power), top);
            add("<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#e5e5e5'/>", left, left + WIDTH, y, y);
            if (isFirstOfRow) {
                add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", left - 4, y + 4, duration(power));
            }
        }
        for (RawResults each : results) {
            add(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(each.papers(), left), top + HEIGHT + 13, count(each.papers()));
        }
        PENS.forEach(pen -> line(question, pen, left, top));
    }

    private void line(String question, Pen pen, int left, int top) {
        StringBuilder points = new StringBuilder();
        for (RawResults each : results) {
            double[] times = each.sorted(question, pen.engine);
            if (times.length > 0 && !each.hasFailed(question, pen.engine)) {
                double x = x(each.papers(), left);
                double y = y(ServedStore.at(times, 50), top);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x, y, pen.colour);
            }
        }
        add(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.5'/>",
                points.toString().strip(), pen.colour);
    }

    private double x(double papers, int left) {
        return left + WIDTH * Math.log(papers / minPapers) / Math.log(maxPapers / minPapers);
    }

    private static double y(double millis, int top) {
        double power = Math.clamp(Math.log10(millis), MIN_POWER, MAX_POWER);
        return top + HEIGHT * (MAX_POWER - power) / (MAX_POWER - MIN_POWER);
    }

    private static String duration(int power) {
        return power < 0
                ? "0.1 ms"
                : power < 3 ? (int) Math.pow(10, power) + " ms" : (int) Math.pow(10, power - 3) + " s";
    }

    private static String count(int papers) {
        return papers >= 1_000_000 ? papers / 1_000_000 + " M" : papers / 1_000 + " k";
    }

    @FormatMethod
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
