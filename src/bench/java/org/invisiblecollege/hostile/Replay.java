package org.invisiblecollege.hostile;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A request with its answer and the processor time that the service took for it. */
record Replay(HostileRequest request, HostileExchange answer, long processorMillis) {

    /** Processor time in milliseconds that a unit of the estimated cost stands for. */
    private static final double MILLIS_OF_A_UNIT = 0.005;

    /** What became of a request. */
    enum Outcome {
        REFUSED,
        ADMITTED,
        BUSY,
        TIMEOUT,
        NO_ANSWER
    }

    Outcome outcome() {
        if (answer.status() == 0) {
            return Outcome.NO_ANSWER;
        }
        return switch (answer.code()) {
            case "BUSY" -> Outcome.BUSY;
            case "TIMEOUT", "REQUEST_TIMEOUT" -> Outcome.TIMEOUT;
            default -> answer.isAnswered() ? Outcome.ADMITTED : Outcome.REFUSED;
        };
    }

    /** How many times the estimate the processor time is; 0 without an estimate. */
    double ratio() {
        return answer.cost() == 0 ? 0 : processorMillis / (answer.cost() * MILLIS_OF_A_UNIT);
    }

    static final String HEAD = "request\toutcome\tstatus\tcode\tms\tprocessor ms\tcost\tbytes";

    String line() {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%s\t%.0f\t%d\t%d\t%d",
                request.name(),
                outcome(),
                answer.status(),
                answer.code(),
                answer.millis(),
                processorMillis,
                answer.cost(),
                answer.bytes());
    }

    /** Says for each outcome how many there were and what the most expensive of them took. */
    static void print(List<Replay> all) {
        for (Outcome outcome : Outcome.values()) {
            List<Replay> some =
                    all.stream().filter(each -> each.outcome() == outcome).toList();
            System.out.printf(Locale.ROOT, "%s: %d", outcome, some.size());
            some.stream()
                    .max(Comparator.comparingLong(Replay::processorMillis))
                    .ifPresent(most -> System.out.printf(
                            Locale.ROOT,
                            ", at most %d ms of processor (%s)",
                            most.processorMillis(),
                            most.request().name()));
            System.out.println();
        }
        System.out.println(
                "Processor time against 5 microseconds for each unit of the estimated cost, from 100 ms on:");
        all.stream()
                .filter(each -> each.outcome() == Outcome.ADMITTED && each.processorMillis() >= 100)
                .sorted(comparing(Replay::ratio).reversed())
                .limit(10)
                .forEach(each -> System.out.printf(
                        Locale.ROOT,
                        "%.1f times: %d ms, cost %d (%s)%n",
                        each.ratio(),
                        each.processorMillis(),
                        each.answer().cost(),
                        each.request().name()));
    }
}
