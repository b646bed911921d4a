package org.invisiblecollege.index;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an index of a whole graph: first all authors, organisations and topics, then all papers. */
public final class IncidenceBuilder {

    private final UnitsBuilder authors = new UnitsBuilder(0, 0);
    private final UnitsBuilder organisations = new UnitsBuilder(0, 0);
    private final UnitsBuilder topics = new UnitsBuilder(Tags.TOPIC, Tags.SCORED_TOPIC);
    private final List<List<String>> broader = new ArrayList<>();

    private final Texts.Builder ids = new Texts.Builder();
    private final IntArrayList years = new IntArrayList();
    private final IntArrayList authorCounts = new IntArrayList();
    private final ByteArrayOutputStream flags = new ByteArrayOutputStream();
    private final Codes.Builder venues = new Codes.Builder();
    private final Codes.Builder types = new Codes.Builder();
    private final Codes.Builder categories = new Codes.Builder();

    /** The next author, in the order of folded names, then ids. */
    public void author(UnitRow row) {
        authors.add(row);
    }

    /** The next organisation, in the order of folded names, then ids. */
    public void organisation(UnitRow row) {
        organisations.add(row);
    }

    /** The next topic, in the order of folded labels, then ids. */
    public void topic(UnitRow row) {
        topics.add(row);
        broader.add(row.broader());
    }

    /** A paper; those of its people and topics that were not given are left out. */
    public void paper(PaperRow row) {
        ids.add(row.id());
        years.add(row.yearOrNone());
        authorCounts.add(row.authorCount());
        flags.write(row.flags());
        venues.add(row.venue());
        types.add(row.type());
        categories.add(row.categoriesInOne());
        authors.paper(row.authors(), List.of());
        organisations.paper(row.organisations(), List.of());
        topics.paper(row.topics(), row.methods());
    }

    /** How many papers it has so far. */
    public int papers() {
        return ids.count();
    }

    public Incidence build(long version, String at) {
        Ids topicIds = topics.ids();
        Rows.Builder above = new Rows.Builder();
        broader.forEach(each -> above.add(Tags.row(topicIds, each, List.of(), 0)));
        return new Incidence(
                version,
                at,
                new PaperTable(
                        Ids.of(ids.build()),
                        shorts(years),
                        chars(authorCounts),
                        flags.toByteArray(),
                        venues.build(),
                        types.build(),
                        categories.build()),
                authors.build(),
                organisations.build(),
                topics.build(),
                authors.groups.build(),
                organisations.groups.build(),
                topics.groups.build(),
                above.build());
    }

    private static short[] shorts(IntArrayList values) {
        short[] shorts = new short[values.size()];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) values.getInt(i);
        }
        return shorts;
    }

    private static char[] chars(IntArrayList values) {
        char[] chars = new char[values.size()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) values.getInt(i);
        }
        return chars;
    }

    /** One kind of unit. */
    private static final class UnitsBuilder {

        private final int tag;
        private final int wideTag;
        private final Texts.Builder ids = new Texts.Builder();
        private final Texts.Builder names = new Texts.Builder();
        private final Codes.Builder groups = new Codes.Builder();
        private final Rows.Builder ofPapers = new Rows.Builder();
        private @Nullable Ids known;

        UnitsBuilder(int tag, int wideTag) {
            this.tag = tag;
            this.wideTag = wideTag;
        }

        void add(UnitRow row) {
            ids.add(row.id());
            names.add(row.name());
            groups.add(row.group());
        }

        Ids ids() {
            if (known == null) {
                known = Ids.of(ids.build());
            }
            return known;
        }

        void paper(List<String> units, List<Integer> how) {
            ofPapers.add(Tags.row(ids(), units, how, wideTag));
        }

        Units build() {
            int[] rank = new int[ids.count()];
            Arrays.setAll(rank, i -> i);
            Rows rows = ofPapers.build();
            return new Units(
                    ids(), names.build(), rank, rows.transposed(ids.count(), wideTag, tag), rows, tag, wideTag);
        }
    }
}
