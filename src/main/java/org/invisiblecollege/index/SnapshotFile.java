package org.invisiblecollege.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Stores a snapshot of the index for the next start: its arrays one after the other, then a checksum. */
public final class SnapshotFile {

    private static final int MAGIC = 0x494E4349;
    /** Must be incremented whenever the layout changes; a file of another format is not read. */
    private static final int FORMAT = 6;

    private static final int CHUNK = 1 << 16;

    private SnapshotFile() {}

    /** Writes a snapshot, its folder too if it is missing; readers see either the old file or the whole new one. */
    public static void write(IndexSnapshot snapshot, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var checked = new CheckedOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(unfinished), CHUNK), new CRC32C());
                var out = new DataOutputStream(checked)) {
            new Writer(out).snapshot(snapshot);
            out.writeLong(checked.getChecksum().getValue());
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a snapshot. A damaged file never takes more memory than an intact one of its size.
     *
     * @throws IOException also if the file is damaged or of another format
     */
    public static IndexSnapshot read(Path file) throws IOException {
        return read(file, SegmentedRows.MAX_SEGMENT);
    }

    /** Reads a snapshot into segments of at most so many values. */
    static IndexSnapshot read(Path file, int maxSegment) throws IOException {
        try (var checked = new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), CHUNK), new CRC32C());
                var in = new DataInputStream(checked)) {
            IndexSnapshot snapshot = new Reader(in, Files.size(file), maxSegment).snapshot();
            long computed = checked.getChecksum().getValue();
            if (in.readLong() != computed) {
                throw new IOException("Its checksum is wrong; the file is damaged.");
            }
            return snapshot;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("A row of it points outside its table; the file is damaged.", e);
        } catch (EOFException e) {
            throw new IOException("It ends too early; the file is damaged.", e);
        }
    }

    private static final class Writer {

        private final DataOutputStream out;
        private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void snapshot(IndexSnapshot snapshot) throws IOException {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            out.writeLong(snapshot.version());
            out.writeUTF(snapshot.at());
            PaperTable papers = snapshot.papers();
            strings(papers.ids().texts());
            shorts(papers.years());
            shorts(papers.dates().days());
            ints(papers.citations());
            chars(papers.authorCounts());
            bytes(papers.flags());
            facet(papers.types());
            facet(papers.categories());
            strings(papers.titles().words().words().texts());
            rows(papers.titles().words().wordsOfTexts());
            ints(papers.titles().order());
            out.writeInt(papers.orders().firstYear());
            rows(papers.orders().byYear());
            rows(papers.orders().byCitations());
            sources(papers.sources());
            nodes(snapshot.authors(), 0, 0);
            nodes(snapshot.organisations(), 0, 0);
            nodes(snapshot.venues(), 0, 0);
            nodes(snapshot.topics(), TopicEdgeCodec.TOPIC_LINK_BITS, TopicEdgeCodec.PAPER_LINK_BITS);
            column(snapshot.countries());
            column(snapshot.schemes());
            rows(snapshot.broader());
        }

        private void nodes(Nodes nodes, int bits, int keptBits) throws IOException {
            strings(nodes.ids().texts());
            strings(nodes.names());
            column(nodes.otherKeys());
            ints(nodes.rank());
            rows(nodes.ofPapers());
            out.writeInt(keptBits);
            out.writeInt(bits);
        }

        private void facet(Facet facet) throws IOException {
            strings(facet.values().texts());
            rows(facet.ofPapers());
        }

        private void sources(SourceLists lists) throws IOException {
            strings(lists.sources().texts());
            rows(lists.ofPapers());
            strings(lists.records());
            for (int source = 0; source < lists.sources().count(); source++) {
                ints(lists.papers(source));
            }
        }

        private void column(DictionaryColumn column) throws IOException {
            strings(column.dictionary().texts());
            ints(column.codes());
        }

        private void rows(IntCsr rows) throws IOException {
            ints(rows.sizes());
            IntCsr compact = rows.compact();
            out.writeLong(compact.total());
            for (int[] segment : compact.segments()) {
                write(segment);
            }
        }

        private void strings(StringPool strings) throws IOException {
            ints(strings.sizes());
            StringPool compact = strings.compact();
            out.writeLong(compact.total());
            for (byte[] segment : compact.segments()) {
                out.write(segment);
            }
        }

        private void bytes(byte[] values) throws IOException {
            out.writeInt(values.length);
            out.write(values);
        }

        private void shorts(short[] values) throws IOException {
            out.writeInt(values.length);
            for (short value : values) {
                out.writeShort(value);
            }
        }

        private void chars(char[] values) throws IOException {
            out.writeInt(values.length);
            for (char value : values) {
                out.writeChar(value);
            }
        }

        private void ints(int[] values) throws IOException {
            out.writeInt(values.length);
            write(values);
        }

        private void write(int[] values) throws IOException {
            for (int written = 0; written < values.length; ) {
                int count = Math.min(CHUNK / Integer.BYTES, values.length - written);
                buffer.clear().asIntBuffer().put(values, written, count);
                out.write(buffer.array(), 0, count * Integer.BYTES);
                written += count;
            }
        }
    }

    private static final class Reader {

        private final DataInputStream in;
        private final int maxSegment;
        private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        /** Bytes of the file that follow, at most. */
        private long left;

        Reader(DataInputStream in, long size, int maxSegment) {
            this.in = in;
            this.maxSegment = maxSegment;
            this.left = size;
        }

        IndexSnapshot snapshot() throws IOException {
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw new IOException("It is no snapshot of the index in the current format.");
            }
            long version = in.readLong();
            String at = in.readUTF();
            PaperTable papers = papers();
            return new IndexSnapshot(
                    version,
                    at,
                    papers,
                    nodes(0, 0, NodeSet::new),
                    nodes(0, 0, NodeSet::new),
                    nodes(0, 0, NodeSet::new),
                    nodes(TopicEdgeCodec.TOPIC_LINK_BITS, TopicEdgeCodec.PAPER_LINK_BITS, TopicSet::new),
                    column(),
                    column(),
                    rows());
        }

        private PaperTable papers() throws IOException {
            StringDictionary ids = StringDictionary.of(strings());
            return new PaperTable(
                    ids,
                    new PaperDates(shorts(), shorts()),
                    ints(),
                    chars(),
                    bytes(),
                    facet(),
                    facet(),
                    Titles.of(InvertedIndex.of(StringDictionary.of(strings()), rows()), ids, ints()),
                    new PaperOrders(in.readInt(), rows(), rows()),
                    sources(ids));
        }

        private SourceLists sources(StringDictionary ids) throws IOException {
            StringDictionary sources = StringDictionary.of(strings());
            IntCsr ofPapers = rows();
            StringPool records = strings();
            int[][] papers = new int[sources.count()][];
            for (int source = 0; source < papers.length; source++) {
                papers[source] = ints();
                for (int paper : papers[source]) {
                    Objects.checkIndex(paper, ids.count());
                }
            }
            return SourceLists.of(sources, ofPapers, records, ids, papers);
        }

        private Facet facet() throws IOException {
            StringDictionary values = StringDictionary.of(strings());
            IntCsr ofPapers = rows();
            return new Facet(values, ofPapers.transposed(values.count()), ofPapers);
        }

        private <N extends Nodes> N nodes(int bits, int keptBits, NodesFactory<N> factory) throws IOException {
            StringDictionary ids = StringDictionary.of(strings());
            StringPool names = strings();
            DictionaryColumn otherKeys = column();
            int[] rank = ints();
            IntCsr ofPapers = rows();
            if (in.readInt() != keptBits || in.readInt() != bits) {
                throw new IOException("Its links are encoded in another way; the file is damaged.");
            }
            return factory.of(ids, names, otherKeys, rank, ofPapers.transposed(rank.length, bits, keptBits), ofPapers);
        }

        private DictionaryColumn column() throws IOException {
            return new DictionaryColumn(StringDictionary.of(strings()), ints());
        }

        private IntCsr rows() throws IOException {
            int[] sizes = ints();
            checkSum(sizes, total(Integer.BYTES));
            IntCsr rows = IntCsr.zeros(sizes, maxSegment);
            for (int[] segment : rows.segments()) {
                read(segment);
            }
            return rows;
        }

        private StringPool strings() throws IOException {
            int[] sizes = ints();
            checkSum(sizes, total(Byte.BYTES));
            StringPool strings = StringPool.zeros(sizes, maxSegment);
            for (byte[] segment : strings.segments()) {
                in.readFully(segment);
            }
            return strings;
        }

        /** SegmentedRows with wrong sizes overlap, so that all of them together can be longer than the file. */
        private static void checkSum(int[] sizes, long total) throws IOException {
            long sum = 0;
            boolean hasNegative = false;
            for (int size : sizes) {
                sum += size;
                hasNegative |= size < 0;
            }
            if (hasNegative || sum != total) {
                throw new IOException("The sizes of its rows are wrong; the file is damaged.");
            }
        }

        private byte[] bytes() throws IOException {
            byte[] values = new byte[length(Byte.BYTES)];
            in.readFully(values);
            return values;
        }

        private short[] shorts() throws IOException {
            short[] values = new short[length(Short.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readShort();
            }
            return values;
        }

        private char[] chars() throws IOException {
            char[] values = new char[length(Character.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readChar();
            }
            return values;
        }

        private int[] ints() throws IOException {
            int[] values = new int[length(Integer.BYTES)];
            read(values);
            return values;
        }

        private void read(int[] values) throws IOException {
            for (int read = 0; read < values.length; ) {
                int count = Math.min(CHUNK / Integer.BYTES, values.length - read);
                in.readFully(buffer.array(), 0, count * Integer.BYTES);
                buffer.clear().asIntBuffer().get(values, read, count);
                read += count;
            }
        }

        private int length(int bytesPerValue) throws IOException {
            int length = in.readInt();
            take(Integer.BYTES, length, bytesPerValue);
            return length;
        }

        /** Reads the number of values of all rows together. */
        private long total(int bytesPerValue) throws IOException {
            long total = in.readLong();
            take(Long.BYTES, total, bytesPerValue);
            return total;
        }

        /** Refuses a wrong length of an array, since the checksum comes too late to find it. */
        private void take(int bytesOfLength, long length, int bytesPerValue) throws IOException {
            left -= bytesOfLength;
            if (length < 0 || length > left / bytesPerValue) {
                throw new IOException("An array of %,d values cannot be in the %,d bytes left; the file is damaged."
                        .formatted(length, left));
            }
            left -= length * bytesPerValue;
        }
    }
}
