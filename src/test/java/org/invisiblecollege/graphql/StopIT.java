package org.invisiblecollege.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.invisiblecollege.OwnStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Requests that are being answered when the service stops. */
@ExtendWith(OutputCaptureExtension.class)
class StopIT {

    @Test
    void theirWorkEndsAndTheirClientsAreTold(CapturedOutput output) {
        OwnStore store = new OwnStore(LongWork.OWN_INDEX, LongWork.ANY_COST, "--college.graphql.timeout=10m");
        LongWork.prepare(store);
        Client client = new Client(store.port(), null);
        List<CompletableFuture<JsonNode>> answers = Stream.of(LongWork.WALK, LongWork.STATEMENT)
                .map(document -> CompletableFuture.supplyAsync(() -> client.send(document), Thread::startVirtualThread))
                .toList();
        MeterRegistry meters = store.bean(MeterRegistry.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> meters.get("college.requests.running").gauge().value() == 2);
        store.close();
        // There is no time to wait for slow ones.
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.handle((told, failure) -> told == null
                                        ? String.valueOf(failure)
                                        : told.at("/errors/0/message").asString())
                                .join())
                        .containsAnyOf("The service is stopping; ask again when it has started.", "IOException"));
        assertThat(output.getAll()).doesNotContain("\tat ", "Exception", "WARN", "ERROR");
    }
}
