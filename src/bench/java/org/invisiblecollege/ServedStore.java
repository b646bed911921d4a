package org.invisiblecollege;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.DomainException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a store that is there, with its index filled, and how long it takes to answer. */
public final class ServedStore implements AutoCloseable {

    private final ConfigurableApplicationContext service;
    private final Endpoint endpoint;

    /** @param further beans next to the service's own */
    public ServedStore(Path store, Class<?>... further) throws InterruptedException {
        service = new SpringApplicationBuilder(InvisibleCollege.class)
                .sources(further)
                .run("--server.port=0", "--college.seeds=off", "--college.embedded.directory=" + store);
        endpoint = new Endpoint(URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/graphql"));
        while (!isReady()) {
            Thread.sleep(100);
        }
    }

    private boolean isReady() {
        try {
            return index().names().snapshot().version() > 0;
        } catch (DomainException warmingUp) {
            return false;
        }
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public LiveIndex index() {
        return bean(LiveIndex.class);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Something that takes time and comes to more than nothing. */
    public interface Ask {
        int of(String what) throws IOException, InterruptedException;
    }

    /** Sorted times of one question for each, in milliseconds. */
    public static double[] times(List<String> each, Ask ask) throws IOException, InterruptedException {
        double[] times = new double[each.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            if (ask.of(each.get(i)) <= 0) {
                throw new IllegalStateException("Nothing for " + each.get(i));
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    /** The time that so many percent do not exceed. */
    public static double at(double[] times, int percent) {
        return times[times.length * percent / 100];
    }

    @Override
    public void close() {
        service.close();
    }
}
