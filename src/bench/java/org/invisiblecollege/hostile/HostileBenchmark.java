package org.invisiblecollege.hostile;

import static org.invisiblecollege.ServedStore.at;
import static org.invisiblecollege.ServedStore.times;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.invisiblecollege.ChildJvm;
import org.invisiblecollege.Endpoint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sends hostile requests to a service of its own, one after the other, in two rounds of which the second counts, and prints
 * what each of them took. Then asks a light question again and again, alone and next to the worst of the requests.
 */
@Command(name = "hostile", mixinStandardHelpOptions = true)
final class HostileBenchmark implements Callable<Integer> {

    private static final String LIGHT =
            "query($id: ID!) { author(id: $id) { name papers(first: 20) { nodes { title } } } }";
    private static final int WORST = 5;

    @Option(names = "--only", description = "Sends only requests whose names contain this.", defaultValue = "")
    private String only;

    @Option(names = "--rounds", description = "Rounds, of which the last one counts.", defaultValue = "2")
    private int rounds;

    @Option(names = "--light", description = "Light questions of each measurement.", defaultValue = "400")
    private int light;

    @Option(names = "--setting", description = "A setting of the service, such as college.graphql.timeout=60s.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--port", description = "Port of a service that runs already; needs --pid.")
    private int port;

    @Option(names = "--pid", description = "Its process.")
    private long pid;

    @Parameters(arity = "0..1", paramLabel = "STORE", description = "Directory of an embedded store.")
    private Path store = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HostileBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (port > 0) {
            run(HostileService.at(port, pid));
            return 0;
        }
        Path log = ChildJvm.freshFolder("hostile").resolve("service.log");
        List<String> given = settings.stream().map(setting -> "--" + setting).toList();
        try (HostileService service = HostileService.start(store.toAbsolutePath(), log, given)) {
            run(service);
        }
        return 0;
    }

    private void run(HostileService service) throws IOException, InterruptedException {
        KnownIds ids = KnownIds.of(service.endpoint());
        List<HostileRequest> requests = new ArrayList<>();
        requests.addAll(HostileDocuments.all());
        requests.addAll(HostileArguments.all());
        requests.addAll(CostlyQuestions.all(ids));
        // Wrong keys come last, since the address then has to wait.
        requests.addAll(HostileTransport.all());
        requests.removeIf(request -> !request.name().contains(only));
        double heapBefore = 0;
        List<Replay> replays = List.of();
        for (int round = 1; round <= rounds; round++) {
            heapBefore = service.heap();
            replays = replay(service, requests, round == rounds);
        }
        double heapAfter = service.heap();
        System.out.printf(Locale.ROOT, "%n%d requests%n", replays.size());
        Replay.print(replays);
        System.out.printf(
                Locale.ROOT, "heap after a collection: %.0f MB before, %.0f MB afterwards%n", heapBefore, heapAfter);
        printLight(service, ids, replays);
    }

    private static List<Replay> replay(HostileService service, List<HostileRequest> requests, boolean isPrinted)
            throws InterruptedException {
        List<Replay> replays = new ArrayList<>();
        if (isPrinted) {
            System.out.println(Replay.HEAD);
        }
        for (HostileRequest request : requests) {
            long before = service.processorMillisWhenIdle();
            HostileExchange answer = HostileExchange.of(request, service.port());
            Replay replay = new Replay(request, answer, service.processorMillisWhenIdle() - before);
            replays.add(replay);
            if (isPrinted) {
                System.out.println(replay.line());
            }
        }
        return replays;
    }

    private void printLight(HostileService service, KnownIds ids, List<Replay> replays)
            throws IOException, InterruptedException {
        Endpoint endpoint = service.endpoint();
        List<String> authors = new ArrayList<>();
        for (int i = 0; i < light; i++) {
            authors.add(ids.authors().get(i % ids.authors().size()));
        }
        times(authors, author -> ask(endpoint, author));
        double[] alone = times(authors, author -> ask(endpoint, author));
        printTimes("a light question alone", alone, alone);
        List<Replay> worst = replays.stream()
                .sorted(Comparator.comparingLong(Replay::processorMillis).reversed())
                .limit(WORST)
                .toList();
        double[] next = besides(service.port(), worst, () -> times(authors, author -> ask(endpoint, author)));
        printTimes("next to the worst in turns", next, alone);
        double[] last = new double[0];
        for (Replay each : worst) {
            last = besides(
                    service.port(),
                    Collections.singletonList(each),
                    () -> times(authors, author -> ask(endpoint, author)));
            printTimes("next to " + each.request().name(), last, alone);
        }
    }

    private static int ask(Endpoint endpoint, String author) throws IOException, InterruptedException {
        return endpoint.post(endpoint.body(LIGHT, Map.of("id", author))).length();
    }

    private static void printTimes(String what, double[] times, double[] alone) {
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms (%.1f times), p95 %.1f ms (%.1f times)%n",
                what,
                at(times, 50),
                at(times, 50) / at(alone, 50),
                at(times, 95),
                at(times, 95) / at(alone, 95));
    }

    /** Measures while another client sends some requests again and again. */
    private static double[] besides(int port, List<Replay> others, Callable<double[]> measure)
            throws InterruptedException {
        AtomicBoolean isDone = new AtomicBoolean();
        Thread client = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; !isDone.get(); i++) {
                    HostileExchange.of(others.get(i % others.size()).request(), port);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return measure.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            isDone.set(true);
            client.join();
        }
    }
}
