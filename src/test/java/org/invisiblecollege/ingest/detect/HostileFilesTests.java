package org.invisiblecollege.ingest.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.groups.Tuple;
import org.invisiblecollege.ingest.detect.Formats.Options;
import org.invisiblecollege.ingest.record.AuthorMention;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.run.KeptRecords;
import org.invisiblecollege.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong costs its record, at worst its file, has a code and a place, and never fails a load. */
class HostileFilesTests {

    private static final long MB = 1L << 20;

    @TempDir
    private Path folder = Path.of("");

    private KeptRecords read(String format) throws IOException {
        KeptRecords kept = new KeptRecords();
        for (RecordSource source : Formats.open(format, List.of(folder.toString()), new Options(2026, true))) {
            KeptRecords some = KeptRecords.of(source);
            kept.papers.addAll(some.papers);
            kept.others.addAll(some.others);
            kept.rejections.addAll(some.rejections);
        }
        return kept;
    }

    private static List<Tuple> rejected(KeptRecords kept) {
        return kept.rejections.stream()
                .map(rejection -> tuple(rejection.code(), rejection.file(), rejection.line()))
                .toList();
    }

    private static List<String> titles(KeptRecords kept) {
        return kept.papers.stream().map(paper -> String.valueOf(paper.title())).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static byte[] packed(byte[]... parts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Another file, which is fine. */
    private void writeNext(String format) throws IOException {
        switch (format) {
            case "acl-anthology" -> write("z.xml", collection("z", "<title>Next</title>"));
            case "bibtex" -> write("z.bib", "@misc{z, title={Next}}");
            case "csl-json" -> write("z.json", "[{\"id\": \"z\", \"title\": \"Next\"}]");
            case "csv" -> write("z.csv", "id,title\nz,Next\n");
            default -> write("z.txt", "x\nx\nSubscribeNext\nWe do it.\n");
        }
    }

    private static String collection(String id, String... papers) {
        String written = IntStream.range(0, papers.length)
                .mapToObj(i -> "<paper id='" + (i + 1) + "'>" + papers[i] + "</paper>\n")
                .collect(Collectors.joining());
        return "<?xml version='1.0'?>\n<collection id='2020." + id + "'><volume id='1'>\n" + written
                + "</volume></collection>\n";
    }

    private static String beginning(String format) {
        return switch (format) {
            case "acl-anthology" ->
                collection("a", "<title>First</title>", "<title>").replaceFirst("</paper>\\n</vol.*\\n", "");
            case "bibtex" -> "@misc{a, title={First}}\n@misc{b, title={";
            case "csl-json" -> "[{\"id\": \"a\", \"title\": \"First\"},\n{\"id\": \"b\", \"title\": \"";
            case "csv" -> "id,title\na,First\nb,";
            default -> "x\nx\nSubscribeFirst\nWe do it.\n";
        };
    }

    private static String ending(String format) {
        return switch (format) {
            case "acl-anthology" -> ".xml";
            case "bibtex" -> ".bib";
            case "csl-json" -> ".json";
            case "csv" -> ".csv";
            default -> ".txt";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "acl-anthology, 4, First;Next",
        "bibtex, 2, First;Next",
        "csl-json, 2, First;Next",
        "csv, 3, First;Next",
        "page-text, 5, Next",
    })
    void holdsLittleOfALineOf200Megabytes(String format, int line, String titles) throws IOException {
        writeNext(format);
        byte[] text = new byte[(int) (20 * MB)];
        Arrays.fill(text, (byte) 'x');
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("a" + ending(format)).toFile(), "rw")) {
            file.write(utf8(beginning(format)));
            file.write(text);
            file.setLength(200 * MB);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        KeptRecords kept = read(format);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200 * MB);
        assertThat(rejected(kept)).containsExactly(tuple("record_too_large", "a" + ending(format), line));
        assertThat(titles(kept)).containsExactly(titles.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "acl-anthology, gzip_expansion, 4",
        "bibtex, gzip_expansion, 2",
        "csl-json, gzip_expansion, 2",
        "csv, gzip_expansion, 3",
        "page-text, gzip_expansion, 5",
    })
    void stopsAGzipBomb(String format, String code, int line) throws IOException {
        writeNext(format);
        // Space between elements, of which no record grows too large.
        String lines = format.equals("acl-anthology") ? "</title></paper>" : "";
        byte[] filler = new byte[(int) (8 * MB)];
        Arrays.fill(filler, (byte) (format.equals("acl-anthology") ? ' ' : 'x'));
        byte[][] parts = new byte[14][];
        Arrays.fill(parts, filler);
        parts[0] = utf8(beginning(format) + lines);
        if (format.equals("acl-anthology")) {
            byte[] renewed = utf8("<frontmatter/>" + new String(filler, StandardCharsets.ISO_8859_1));
            Arrays.fill(parts, 1, parts.length, renewed);
        }
        Files.write(folder.resolve("a" + ending(format) + ".gz"), packed(parts));
        KeptRecords kept = read(format);
        assertThat(rejected(kept)).contains(tuple(code, "a" + ending(format) + ".gz", line));
        assertThat(titles(kept)).contains("Next");
    }

    @ParameterizedTest
    @CsvSource({
        "acl-anthology, 4, First;Next",
        "bibtex, 2, First;Next",
        "csl-json, 2, First;Next",
        "csv, 3, First;Next",
        "page-text, 5, Next",
    })
    void readsATruncatedFileUpToWhereItEnds(String format, int line, String titles) throws IOException {
        writeNext(format);
        byte[] whole = packed(utf8(beginning(format) + "Cut"));
        Files.write(folder.resolve("a" + ending(format) + ".gz"), Arrays.copyOf(whole, whole.length - 4));
        KeptRecords kept = read(format);
        assertThat(rejected(kept)).contains(tuple("gzip_truncated", "a" + ending(format) + ".gz", line));
        assertThat(titles(kept)).containsExactly(titles.split(";"));
    }

    @Test
    void readsNoXmlThatIsNotUtf8OrHasCharactersThatAreNone() throws IOException {
        write("a.xml", collection("a", "<title>First</title>", "<title>&#xD800;</title>"));
        byte[] latin = utf8(collection("b", "<title>First</title>", "<title>~</title>"));
        latin[new String(latin, StandardCharsets.US_ASCII).indexOf('~')] = (byte) 0xFC;
        Files.write(folder.resolve("b.xml"), latin);
        byte[] surrogate = utf8(collection("c", "<title>~~~</title>"));
        int at = new String(surrogate, StandardCharsets.US_ASCII).indexOf("~~~");
        surrogate[at] = (byte) 0xED;
        surrogate[at + 1] = (byte) 0xA0;
        surrogate[at + 2] = (byte) 0x80;
        Files.write(folder.resolve("c.xml"), surrogate);
        write("d.xml", collection("d", "<title>\0</title>"));
        write("e.xml", "<html><body>Not found</body></html>");
        writeNext("acl-anthology");
        KeptRecords kept = read("acl-anthology");
        assertThat(kept.rejections)
                .extracting(Rejection::code, Rejection::file, Rejection::line)
                .containsExactly(
                        tuple("xml_malformed", "a.xml", 4),
                        tuple("invalid_utf8", "b.xml", 4),
                        tuple("invalid_utf8", "c.xml", 3),
                        tuple("xml_malformed", "d.xml", 3),
                        tuple("not_a_collection", "e.xml", 1));
        assertThat(titles(kept)).contains("First", "Next");
    }

    @Test
    void readsOnAfterMarkupThatIs10000ElementsDeep() throws IOException {
        write(
                "a.xml",
                collection(
                        "a",
                        "<title>Deep" + "<b>".repeat(10_000) + "er" + "</b>".repeat(10_000) + "</title>",
                        "<title>Second</title><x>" + "<x>".repeat(10_000) + "</x>".repeat(10_000) + "</x>"));
        writeNext("acl-anthology");
        KeptRecords kept = read("acl-anthology");
        assertThat(titles(kept)).contains("Next");
        assertThat(kept.papers.size() + kept.rejections.size()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"acl-anthology", "bibtex", "csl-json", "csv", "page-text"})
    void readsAPaperWith5000Authors(String format) throws IOException {
        List<String> names =
                IntStream.rangeClosed(1, 5000).mapToObj(i -> "Ada Number" + i).toList();
        writeAuthors(format, names);
        KeptRecords kept = read(format);
        assertThat(kept.rejections).isEmpty();
        List<AuthorMention> authors = kept.papers.getFirst().authors();
        assertThat(authors.getFirst().name()).isEqualTo("Ada Number1");
        assertThat(authors.get(4999).name()).isEqualTo("Ada Number5000");
        assertThat(authors.get(4999).position()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({"acl-anthology", "bibtex", "csl-json", "csv", "page-text"})
    void givesANameWithInvisibleMarksTheKeyOfTheNameWithoutThem(String format) throws IOException {
        writeAuthors(format, List.of("\u200FAda\u202E \u2067Ön\u00ADder\u200E\u061C", "Bo\u200B\u2060\uFEFF  Li"));
        KeptRecords kept = read(format);
        List<AuthorMention> authors = kept.papers.getFirst().authors().subList(0, 2);
        assertThat(authors).extracting(AuthorMention::name).containsExactly("Ada Önder", "Bo Li");
        assertThat(authors).extracting(author -> Folding.key(author.name())).containsExactly("ada onder", "bo li");
    }

    private void writeAuthors(String format, List<String> names) throws IOException {
        switch (format) {
            case "acl-anthology" ->
                write(
                        "a.xml",
                        collection(
                                "a",
                                names.stream()
                                        .map(name -> "<author><first>" + name.replaceFirst(" ", "</first><last>")
                                                + "</last></author>")
                                        .collect(Collectors.joining("", "<title>T</title>", ""))));
            case "bibtex" -> write("a.bib", "@misc{a, title={T}, author={" + String.join(" and ", names) + "}}");
            case "csl-json" ->
                write(
                        "a.json",
                        names.stream()
                                .map(name -> "{\"literal\":\"" + name + "\"}")
                                .collect(
                                        Collectors.joining(",", "[{\"id\":\"a\",\"title\":\"T\",\"author\":[", "]}]")));
            case "csv" -> write("a.csv", "title,authors\nT," + String.join(";", names) + "\n");
            default ->
                write(
                        "a.txt",
                        names.getFirst() + "\n\nh-index7\n\nCLMay 3\nT\n\n" + String.join(",", names)
                                + "\n\nWe measure it.\n");
        }
    }

    @Test
    void keepsTheValidRecordsOfAPageWithErrors() throws IOException {
        write("a.txt", "nothing we know");
        write("b.txt", "1 First Title We do it. 2 authors · Xyz 41, 2025\n1 Next Title We do it. 2 authors · May 3\n");
        write("c.txt", "x\nx\nSubscribeFirst\nWe do it.\nLeft Over\n");
        write("d.txt", "Ada Önder\n\nh-index7\n\nCLMay 3\nCut Off\n");
        byte[] latin = utf8("Abstract:~ words\nAbstract:More words are here.\n");
        latin[9] = (byte) 0xFC;
        Files.write(folder.resolve("e.txt"), latin);
        Files.writeString(folder.resolve("f.txt"), "");
        KeptRecords kept = read("page-text");
        assertThat(rejected(kept))
                .containsExactly(
                        tuple("page_unknown", "a.txt", 1),
                        tuple("year_malformed", "b.txt", 1),
                        tuple("page_malformed", "c.txt", 5),
                        tuple("page_malformed", "d.txt", 5),
                        tuple("invalid_utf8", "e.txt", 1),
                        tuple("page_unknown", "f.txt", 1));
        assertThat(kept.ids()).containsExactly("b.txt:1", "b.txt:2", "c.txt:3", "e.txt:1", "e.txt:2");
    }

    @Test
    void readsTagsWithAnyNumberOfAttributes() throws IOException {
        write("a.json", "[{\"id\": \"a\", \"title\": \"A <i" + " b='c'".repeat(100_000) + ">tag</i>\"}]");
        assertThat(titles(read("csl-json"))).containsExactly("A tag");
    }

    @Test
    void readsNoLineOfAListingThatWouldTakeHours() throws IOException {
        write(
                "a.txt",
                "1 A Title We do it. 2 authors · May 3\n1 " + "https://".repeat(30_000) + " · May 3\n"
                        + "1 Next Title We do it. 2 authors · May 3\n");
        KeptRecords kept = read("page-text");
        assertThat(rejected(kept)).containsExactly(tuple("record_too_large", "a.txt", 2));
        assertThat(kept.ids()).containsExactly("a.txt:1", "a.txt:3");
    }
}
