package org.invisiblecollege.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Asks one question of all engines. First each answers every set of parameters, and the answers are compared; then all warm up;
 * then come measured rounds, in which the engines take turns for each set, so that a slow moment of the machine meets all of them.
 * The sets come in a random order, always the same, so that those that a slow question gets to in its time are a fair choice. An
 * engine that fails twice, as by taking longer than a request may, is not asked on.
 */
final class QuestionRun {

    private static final int MAX_FAILURES = 2;
    private static final long MAX_WARM_UP_NANOS = 5_000_000_000L;
    private static final int MAX_WARM_UP_ASKS = 300;
    /** So many sets are compared and measured whatever the time. */
    private static final int MIN_SETS = 5;

    private final ComparedQuestion question;
    private final Map<Engine, String> texts = new LinkedHashMap<>();
    private final Map<Engine, Integer> failures = new LinkedHashMap<>();
    private final int rounds;
    private final int seconds;

    QuestionRun(ComparedQuestion question, List<Engine> engines, int rounds, int seconds) throws IOException {
        this.question = question;
        this.rounds = rounds;
        this.seconds = seconds;
        for (Engine engine : engines) {
            String text = engine.text(question);
            if (text != null) {
                texts.put(engine, text);
                failures.put(engine, 0);
            }
        }
    }

    void run(List<Map<String, Object>> drawn, RawResults results) throws InterruptedException {
        List<Map<String, Object>> sets = new ArrayList<>(drawn);
        Collections.shuffle(sets, new Random(1));
        long end = end();
        for (int set = 0; set < sets.size() && (set < MIN_SETS || System.nanoTime() < end); set++) {
            compare(set, sets.get(set), results);
        }
        for (Engine engine : texts.keySet()) {
            warmUp(engine, sets);
        }
        end = end();
        List<Engine> order = new ArrayList<>(texts.keySet());
        for (int round = 0, measured = 0; round < rounds; round++) {
            for (int set = 0; set < sets.size(); set++, measured++) {
                if (measured >= MIN_SETS && System.nanoTime() > end) {
                    return;
                }
                for (int i = 0; i < order.size(); i++) {
                    Engine engine = order.get((i + set + round) % order.size());
                    double millis = millis(engine, sets.get(set));
                    if (!Double.isNaN(millis)) {
                        results.add(question.name(), engine.name(), set, millis);
                    }
                }
            }
        }
    }

    private long end() {
        return System.nanoTime() + seconds * 1_000_000_000L;
    }

    private void warmUp(Engine engine, List<Map<String, Object>> sets) throws InterruptedException {
        long end = System.nanoTime() + MAX_WARM_UP_NANOS;
        for (int i = 0; i < MAX_WARM_UP_ASKS && System.nanoTime() < end; i++) {
            millis(engine, sets.get(i % sets.size()));
        }
    }

    /** Asks and forgets the answer; not a number if the engine fails or has failed before. */
    private double millis(Engine engine, Map<String, Object> parameters) throws InterruptedException {
        long start = System.nanoTime();
        return answer(engine, parameters) == null ? Double.NaN : (System.nanoTime() - start) / 1e6;
    }

    private void compare(int set, Map<String, Object> parameters, RawResults results) throws InterruptedException {
        List<String> expected = null;
        for (Engine engine : texts.keySet()) {
            String answer = answer(engine, parameters);
            if (answer == null) {
                results.failed(question.name(), engine.name());
            } else if (!engine.name().equals(Engines.BOLT)) {
                List<String> values = AnswerValues.of(answer, question.compared());
                if (expected == null) {
                    expected = values;
                } else {
                    results.compared(question.name(), engine.name(), expected.equals(values));
                    if (!expected.equals(values)) {
                        System.out.println(difference(engine, set, parameters, expected, values));
                    }
                }
            }
        }
    }

    private String difference(
            Engine engine, int set, Map<String, Object> parameters, List<String> expected, List<String> values) {
        int at = 0;
        while (at < expected.size() && at < values.size() && expected.get(at).equals(values.get(at))) {
            at++;
        }
        return question.name() + ", set " + set + " " + parameters + ": " + engine.name() + " has " + values.size()
                + " values, the service " + expected.size() + "; from value " + at + " on "
                + values.subList(at, Math.min(at + 4, values.size())) + " for "
                + expected.subList(at, Math.min(at + 4, expected.size()));
    }

    private @Nullable String answer(Engine engine, Map<String, Object> parameters) throws InterruptedException {
        String text = texts.get(engine);
        int failed = failures.getOrDefault(engine, 0);
        if (text == null || failed >= MAX_FAILURES) {
            return null;
        }
        try {
            return engine.ask(text, parameters);
        } catch (IOException | RuntimeException e) {
            failures.put(engine, failed + 1);
            System.out.println(
                    question.name() + ": " + engine.name() + " failed for " + parameters + ": " + message(e));
            return null;
        }
    }

    private static String message(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, Math.min(message.length(), 300));
    }
}
