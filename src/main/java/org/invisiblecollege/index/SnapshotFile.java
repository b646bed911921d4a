package org.invisiblecollege.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** Keeps an index on disk for the next start: its arrays one after the other, with a checksum at the end. */
public final class SnapshotFile {

    private static final int MAGIC = 0x494E4349;
    /** To be raised with every change of what is written. */
    private static final int FORMAT = 3;

    private static final int CHUNK = 1 << 16;

    private SnapshotFile() {}

    /** Writes an index; whoever reads sees the old file or the whole new one. */
    public static void write(IndexSnapshot index, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var checked = new CheckedOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(unfinished), CHUNK), new CRC32C());
                var to = new DataOutputStream(checked)) {
            new Writer(to).index(index);
            to.writeLong(checked.getChecksum().getValue());
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads an index.
     *
     * @throws IOException also if the file is of another format or damaged
     */
    public static IndexSnapshot read(Path file) throws IOException {
        try (var checked = new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), CHUNK), new CRC32C());
                var from = new DataInputStream(checked)) {
            IndexSnapshot index = new Reader(from).index();
            long expected = checked.getChecksum().getValue();
            if (from.readLong() != expected) {
                throw new IOException("The checksum of " + file + " is wrong.");
            }
            return index;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("The snapshot " + file + " is damaged.", e);
        }
    }

    private record Writer(DataOutputStream to) {

        void index(IndexSnapshot index) throws IOException {
            to.writeInt(MAGIC);
            to.writeInt(FORMAT);
            to.writeLong(index.version());
            to.writeUTF(index.at());
            PaperTable papers = index.papers();
            texts(papers.ids().texts());
            chars(papers.years());
            chars(papers.authorCounts());
            bytes(papers.flags());
            codes(papers.venues());
            codes(papers.types());
            codes(papers.categories());
            units(index.authors());
            units(index.organisations());
            units(index.topics());
            codes(index.spellings());
            codes(index.countries());
            codes(index.schemes());
            rows(index.broader());
        }

        private void units(NodeSet units) throws IOException {
            texts(units.ids().texts());
            texts(units.names());
            ints(units.rank());
            rows(units.ofPapers());
            to.writeInt(units.tag());
            to.writeInt(units.wideTag());
        }

        private void codes(DictionaryColumn codes) throws IOException {
            texts(codes.dictionary().texts());
            ints(codes.codes());
        }

        private void rows(IntCsr rows) throws IOException {
            ints(rows.sizes());
            ints(rows.inLine().values());
        }

        private void texts(StringPool texts) throws IOException {
            ints(texts.sizes());
            bytes(texts.inLine().bytes());
        }

        private void bytes(byte[] values) throws IOException {
            to.writeInt(values.length);
            to.write(values);
        }

        private void chars(short[] values) throws IOException {
            to.writeInt(values.length);
            for (short value : values) {
                to.writeShort(value);
            }
        }

        private void chars(char[] values) throws IOException {
            to.writeInt(values.length);
            for (char value : values) {
                to.writeChar(value);
            }
        }

        private void ints(int[] values) throws IOException {
            to.writeInt(values.length);
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            for (int done = 0; done < values.length; ) {
                int some = Math.min(CHUNK / Integer.BYTES, values.length - done);
                buffer.clear().asIntBuffer().put(values, done, some);
                to.write(buffer.array(), 0, some * Integer.BYTES);
                done += some;
            }
        }
    }

    private record Reader(DataInputStream from) {

        IndexSnapshot index() throws IOException {
            if (from.readInt() != MAGIC || from.readInt() != FORMAT) {
                throw new IOException("Not a snapshot of the index in today's format.");
            }
            long version = from.readLong();
            String at = from.readUTF();
            PaperTable papers =
                    new PaperTable(StringDictionary.of(texts()), shorts(), chars(), bytes(), codes(), codes(), codes());
            return new IndexSnapshot(version, at, papers, units(), units(), units(), codes(), codes(), codes(), rows());
        }

        private NodeSet units() throws IOException {
            StringDictionary ids = StringDictionary.of(texts());
            StringPool names = texts();
            int[] rank = ints();
            IntCsr ofPapers = rows();
            int tag = from.readInt();
            int wideTag = from.readInt();
            return new NodeSet(
                    ids, names, rank, ofPapers.transposed(rank.length, wideTag, tag), ofPapers, tag, wideTag);
        }

        private DictionaryColumn codes() throws IOException {
            return new DictionaryColumn(StringDictionary.of(texts()), ints());
        }

        private IntCsr rows() throws IOException {
            return IntCsr.of(ints(), ints());
        }

        private StringPool texts() throws IOException {
            return StringPool.of(ints(), bytes());
        }

        private byte[] bytes() throws IOException {
            byte[] values = new byte[length()];
            from.readFully(values);
            return values;
        }

        private short[] shorts() throws IOException {
            short[] values = new short[length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = from.readShort();
            }
            return values;
        }

        private char[] chars() throws IOException {
            char[] values = new char[length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = from.readChar();
            }
            return values;
        }

        private int[] ints() throws IOException {
            int[] values = new int[length()];
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            for (int done = 0; done < values.length; ) {
                int some = Math.min(CHUNK / Integer.BYTES, values.length - done);
                from.readFully(buffer.array(), 0, some * Integer.BYTES);
                buffer.clear().asIntBuffer().get(values, done, some);
                done += some;
            }
            return values;
        }

        /** A damaged length must not take all memory before the checksum is seen. */
        private int length() throws IOException {
            int length = from.readInt();
            if (length < 0 || length > (1 << 30)) {
                throw new IOException("The file is damaged.");
            }
            return length;
        }
    }
}
