package org.invisiblecollege.collaboration;

import static org.invisiblecollege.ServedStore.at;
import static org.invisiblecollege.ServedStore.times;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.invisiblecollege.Endpoint;

/**
 * Measures small networks over HTTP, first alone and then while a second client asks for a network of 5,000 authors again and
 * again. Arguments: the endpoint's address, and a file of author ids.
 */
final class MixedLoadClient {

    private MixedLoadClient() {}

    public static void main(String[] arguments) throws Exception {
        URI uri = URI.create(arguments[0]);
        List<String> authors = Files.readAllLines(Path.of(arguments[1]));
        Endpoint small = new Endpoint(uri);
        Endpoint large = new Endpoint(uri);
        Map<String, Object> people =
                Map.of("authors", List.of(authors.getFirst()), "depth", 2, "maxNodes", 5_000, "maxEdges", 100_000);
        times(Collections.nCopies(5, ""), each -> ask(large, people));
        double[] alone = times(authors, author -> ask(small, Map.of("authors", List.of(author))));
        AtomicBoolean isDone = new AtomicBoolean();
        CompletableFuture<List<Double>> others = CompletableFuture.supplyAsync(() -> {
            List<Double> larges = new ArrayList<>();
            while (!isDone.get()) {
                larges.add(time(large, people));
            }
            return larges;
        });
        double[] nextToLarge = times(authors, author -> ask(small, Map.of("authors", List.of(author))));
        isDone.set(true);
        double[] larges =
                others.join().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "network of depth 1 over HTTP, alone: p50 %.2f ms, p95 %.2f ms%n"
                        + "next to one of 5,000 authors at a time: p50 %.2f ms, p95 %.2f ms (%.1f times)%n"
                        + "networks of 5,000 authors, n %d: p50 %.0f ms%n",
                at(alone, 50),
                at(alone, 95),
                at(nextToLarge, 50),
                at(nextToLarge, 95),
                at(nextToLarge, 95) / at(alone, 95),
                larges.length,
                at(larges, 50));
    }

    private static double time(Endpoint endpoint, Map<String, Object> input) {
        try {
            return times(List.of(""), each -> ask(endpoint, input))[0];
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a network and returns the length of the answer. */
    static int ask(Endpoint endpoint, Map<String, Object> input) throws IOException, InterruptedException {
        return endpoint.post(endpoint.body(Endpoint.operation("collaboration-network"), Map.of("input", input)))
                .length();
    }
}
