package org.invisiblecollege.graphql.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.invisiblecollege.graphql.limit.GraphQlProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExportLinksTests {

    private static final int PROCESSES = 6;

    private record Question(String about) {}

    /** As a process of its own has it. */
    private static ExportLinks links(Path key) {
        return new ExportLinks(new JsonMapper(), new GraphQlProperties(20, 1, 1, Duration.ofSeconds(1), key));
    }

    @Test
    void thoseWhoMakeTheKeyAtOnceShareOne(@TempDir Path folder) throws Exception {
        CyclicBarrier start = new CyclicBarrier(PROCESSES);
        try (ExecutorService processes = Executors.newFixedThreadPool(PROCESSES)) {
            for (int round = 0; round < 12; round++) {
                Path key = folder.resolve("store-" + round).resolve("export-key");
                List<Future<String>> given = new ArrayList<>();
                for (int process = 0; process < PROCESSES; process++) {
                    ExportLinks links = links(key);
                    given.add(processes.submit(() -> {
                        start.await();
                        return links.write(new Question("who?"));
                    }));
                }
                ExportLinks later = links(key);
                for (Future<String> each : given) {
                    assertThat(later.read(each.get(), Question.class)).isEqualTo(new Question("who?"));
                }
                assertThat(files(key)).containsExactly("export-key");
            }
        }
    }

    private static List<String> files(Path key) throws IOException {
        try (Stream<Path> files = Files.list(key.resolveSibling("."))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
