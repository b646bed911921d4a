package org.invisiblecollege.ingest.command;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.invisiblecollege.ingest.record.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Shows a bar with percent, rate and time left on a terminal, and a log line every ten seconds elsewhere. Closing it takes
 * away the bar of a pass that failed.
 */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalProgress.class);
    private static final long LOG_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private final boolean isTerminal = CommandLine.Help.Ansi.AUTO.enabled();
    private @Nullable ProgressBar bar;
    private String what = "";
    private long total;
    private long startedAt;
    private long loggedAt;
    private int records;

    @Override
    public void start(String name, long all) {
        what = name;
        total = all;
        records = 0;
        startedAt = System.nanoTime();
        loggedAt = startedAt;
        if (isTerminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(all)
                    .setStyle(ProgressBarStyle.ASCII)
                    .continuousUpdate()
                    .build();
        }
    }

    @Override
    public void at(long done, int count) {
        records = count;
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(" " + count + " records, " + perSecond() + "/s");
        } else if (System.nanoTime() - loggedAt >= LOG_INTERVAL_NANOS) {
            loggedAt = System.nanoTime();
            LOG.info("{}: {} records={} rate={}/s", what, percent(done), count, perSecond());
        }
    }

    @Override
    public void end() {
        if (bar == null) {
            LOG.info("{}: done records={} rate={}/s", what, records, perSecond());
        }
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private String percent(long done) {
        return total < 0 ? "" : (total == 0 ? 100 : 100 * done / total) + "%";
    }

    private long perSecond() {
        return records * 1_000_000_000L / Math.max(1, System.nanoTime() - startedAt);
    }
}
