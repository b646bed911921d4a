package org.invisiblecollege.synthetic;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a synthetic bibliography as OpenAlex work objects, one a line, compressed where the file's name ends in
 * {@code .gz}. The same seed gives the same bytes; fewer papers are the first lines of more. Works are not in order of
 * their dates, every reference is to a work of an earlier date in an earlier line, and no work is cited more often
 * within the file than its {@code cited_by_count}.
 *
 * <p>The truth file is a CSV with a header and one line for each authorship, in the order of the output:
 *
 * <ul>
 *   <li>{@code work_id}: the work's OpenAlex id
 *   <li>{@code position}: the author's position on it, from 1
 *   <li>{@code author_id}: the OpenAlex author id that stands there; a person may have two, no two people share one
 *   <li>{@code person}: the ordinal of the person who wrote, from 0
 *   <li>{@code raw_name}: the name as the work prints it, in quotes
 * </ul>
 */
@Command(
        name = "generate",
        description = "Write a synthetic bibliography as OpenAlex works, one per line.",
        mixinStandardHelpOptions = true)
public final class Generate implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Option(names = "--papers", required = true, paramLabel = "N", description = "Number of papers.")
    private int papers;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Any whole number; decides everything.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write, - (the default) for standard output.")
    private String out = "-";

    @Option(names = "--truth", paramLabel = "FILE", description = "CSV that says which person each author is.")
    private @Nullable Path truth;

    @Option(names = "--no-abstracts", description = "Leave the abstracts out.")
    private boolean withoutAbstracts;

    @Override
    public Integer call() throws IOException {
        try (OutputStream works = out.equals("-") ? new FileOutputStream(FileDescriptor.out) : open(Path.of(out));
                OutputStream people = truth == null ? OutputStream.nullOutputStream() : open(truth)) {
            write(papers, seed, works, people, !withoutAbstracts);
        }
        return 0;
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        return file.toString().endsWith(".gz") ? new FastGzip(plain) : plain;
    }

    /** Writes the works and the truth about their authors; closes neither. */
    static void write(int papers, long seed, OutputStream works, OutputStream truth, boolean abstracts)
            throws IOException {
        Bibliography bibliography = new Bibliography(seed);
        DraftWork draft = new DraftWork();
        String[] rawNames = new String[4096];
        OutputStream lines = new BufferedOutputStream(works, BUFFER);
        Writer people = new BufferedWriter(new OutputStreamWriter(truth, StandardCharsets.UTF_8), BUFFER);
        people.write("work_id,position,author_id,person,raw_name\n");
        try (WorkWriter writer = new WorkWriter(bibliography.people(), new Unclosed(lines), abstracts)) {
            for (int i = 0; i < papers; i++) {
                bibliography.next(draft);
                writer.write(draft, rawNames);
                truth(draft, rawNames, people);
            }
        }
        if (papers > 0) {
            lines.write('\n');
        }
        lines.flush();
        people.flush();
    }

    private static void truth(DraftWork draft, String[] rawNames, Writer people) throws IOException {
        String work = WorkWriter.workId(draft.paper);
        for (int i = 0; i < draft.people.size(); i++) {
            int person = draft.people.get(i);
            people.append(work)
                    .append(',')
                    .append(Integer.toString(i + 1))
                    .append(',')
                    .append(WorkWriter.authorId(person, draft.idOrdinals.get(i)))
                    .append(',')
                    .append(Integer.toString(person))
                    .append(",\"")
                    .append(rawNames[i])
                    .append("\"\n");
        }
    }

    /** Leaves its target open when it is closed itself. */
    private static final class Unclosed extends OutputStream {

        private final OutputStream target;

        Unclosed(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            target.write(bytes, from, length);
        }
    }

    /** Compresses quickly rather than well. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
