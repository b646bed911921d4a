package org.invisiblecollege.bibliometrics;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.invisiblecollege.bibliometrics.EntityShare.Kind;
import org.invisiblecollege.index.Countries;
import org.invisiblecollege.index.Facet;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.NodeSet;
import org.invisiblecollege.index.PaperSet;
import org.invisiblecollege.index.PaperTable;
import org.invisiblecollege.index.TopicView;
import org.invisiblecollege.kernel.Cancellation;
import org.invisiblecollege.network.EntityRef;
import org.invisiblecollege.network.NodeScores;
import org.invisiblecollege.topic.TopicMethod;
import org.invisiblecollege.topicnetwork.TopicViews;
import org.jspecify.annotations.Nullable;

/**
 * Counts over a selection of papers. What is not known of a paper is counted, and the paper is left out of the shares that
 * depend on it. Lists are computed when they are asked for. Thread-safe.
 */
public final class PapersSummary {

    /**
     * Years at either end of a range in which a first or a last paper says little: what came before is not in the range, and
     * whoever has published in the last years may publish again.
     */
    static final int CENSORED_YEARS = 3;

    private final IndexSnapshot snapshot;
    private final PaperSet selected;
    private final PaperCounts all = new PaperCounts();
    private final TreeMap<Short, PaperCounts> byYear = new TreeMap<>();
    private int severalOrganisations;
    private int withoutOrganisation;
    private int international;
    private int unknownCountries;

    /** @param selected papers of the snapshot */
    public PapersSummary(IndexSnapshot snapshot, PaperSet selected) {
        this.snapshot = snapshot;
        this.selected = selected;
        PaperTable table = snapshot.papers();
        selected.forEach(paper -> {
            all.add(table, paper);
            byYear.computeIfAbsent(table.years()[paper], year -> new PaperCounts())
                    .add(table, paper);
            addPlaces(snapshot.organisations().ofPapers().get(paper));
        });
    }

    private void addPlaces(int[] organisations) {
        withoutOrganisation += organisations.length == 0 ? 1 : 0;
        severalOrganisations += organisations.length > 1 ? 1 : 0;
        int first = -1;
        boolean hasSeveral = false;
        boolean hasUnknown = organisations.length == 0;
        for (int organisation : organisations) {
            int country = snapshot.countries().code(organisation);
            hasUnknown |= country < 0;
            hasSeveral |= country >= 0 && first >= 0 && country != first;
            first = country < 0 ? first : country;
        }
        international += hasSeveral ? 1 : 0;
        unknownCountries += hasUnknown && !hasSeveral ? 1 : 0;
    }

    public int papers() {
        return all.papers;
    }

    public int papersWithoutYear() {
        PaperCounts undated = byYear.get(PaperTable.UNDATED);
        return undated == null ? 0 : undated.papers;
    }

    /** Returns the number of papers whose number of authors is not known. */
    public int papersWithUnknownAuthors() {
        return all.papers - all.known;
    }

    /** Returns the mean number of authors; null if that of no paper is known. */
    public @Nullable Double authorsPerPaper() {
        return all.authorsPerPaper();
    }

    /** Returns the share of papers by one author; null if the number of authors of no paper is known. */
    public @Nullable Double singleAuthoredShare() {
        return all.singleAuthoredShare();
    }

    public int papersWithoutOrganisation() {
        return withoutOrganisation;
    }

    /** Returns the share of papers from two or more organisations; null if no paper has a known one. */
    public @Nullable Double severalOrganisationsShare() {
        return share(severalOrganisations, all.papers - withoutOrganisation);
    }

    /** Returns the number of papers of which it is not known whether they are from one country or from more. */
    public int papersWithUnknownCountries() {
        return unknownCountries;
    }

    /** Returns the share of papers from two or more countries; null if that is known of no paper. */
    public @Nullable Double internationalShare() {
        return share(international, all.papers - unknownCountries);
    }

    private static @Nullable Double share(int some, int of) {
        return of == 0 ? null : some / (double) of;
    }

    /** Returns the authors, organisations, countries, topics or venues with most papers, then by folded name and id. */
    public List<EntityShare> most(Kind kind, int first) {
        NodeSet nodes = nodes(kind);
        int[] having = new int[1];
        try (NodeScores scores = new NodeScores(nodes)) {
            selected.forEach(paper -> {
                scores.addPaper(paper, 0);
                having[0] += nodes.ofPapers().size(paper) > 0 ? 1 : 0;
            });
            return IntStream.of(scores.best(first))
                    .mapToObj(node -> new EntityShare(
                            kind,
                            EntityRef.of(nodes, node),
                            scores.papers(node),
                            scores.papers(node) / (double) having[0]))
                    .toList();
        }
    }

    private NodeSet nodes(Kind kind) {
        return switch (kind) {
            case AUTHOR -> snapshot.authors();
            case ORGANISATION -> snapshot.organisations();
            case COUNTRY -> Countries.of(snapshot);
            case TOPIC -> TopicViews.of(snapshot).topics(new TopicView(EnumSet.allOf(TopicMethod.class), 0, false));
            case VENUE -> snapshot.venues();
        };
    }

    /**
     * The papers of one type.
     *
     * @param share of the selected papers with a type
     */
    public record TypeShare(String type, int papers, double share) {}

    /** Returns the types of the papers, most papers first. */
    public List<TypeShare> types() {
        Facet types = snapshot.papers().types();
        int[] papers = new int[types.values().count()];
        int[] having = new int[1];
        selected.forEach(paper -> {
            int[] codes = types.ofPapers().get(paper);
            having[0] += codes.length > 0 ? 1 : 0;
            for (int code : codes) {
                papers[code]++;
            }
        });
        return IntStream.range(0, papers.length)
                .filter(code -> papers[code] > 0)
                .mapToObj(code ->
                        new TypeShare(types.values().get(code), papers[code], papers[code] / (double) having[0]))
                .sorted(Comparator.comparingInt((TypeShare type) -> -type.papers)
                        .thenComparing(TypeShare::type))
                .toList();
    }

    /** Returns the papers and people of each year, earliest first; years without papers are left out. */
    public List<YearSummary> years(CareerBasis basis) {
        PaperSet range = basis == CareerBasis.GRAPH ? PaperSet.all(snapshot) : selected;
        int firstKnown = range.earliestYear() + CENSORED_YEARS;
        int lastKnown = range.latestYear() - CENSORED_YEARS;
        Map<Short, PeopleCounts> people = people(basis);
        List<YearSummary> years = new ArrayList<>();
        byYear.forEach((year, papers) -> {
            if (year != PaperTable.UNDATED) {
                PeopleCounts of = people.getOrDefault(year, new PeopleCounts());
                years.add(new YearSummary(
                        year,
                        papers.papers,
                        papers.papers - papers.known,
                        papers.authorsPerPaper(),
                        papers.singleAuthoredShare(),
                        of.authors,
                        year < firstKnown ? null : of.newcomers,
                        year > lastKnown ? null : of.leavers));
            }
        });
        return years;
    }

    /** Goes through the papers of the selection's authors, so that the cost follows the selection. */
    private Map<Short, PeopleCounts> people(CareerBasis basis) {
        Map<Short, PeopleCounts> people = new HashMap<>();
        NodeSet authors = snapshot.authors();
        short[] years = snapshot.papers().years();
        Cancellation cancellation = Cancellation.current();
        try (NodeScores scores = new NodeScores(authors)) {
            selected.forEach(paper -> scores.addPaper(paper, 0));
            int[] all = scores.nodes();
            for (int i = 0; i < all.length; i++) {
                cancellation.check(i);
                int firstYear = Short.MAX_VALUE;
                int lastYear = Short.MIN_VALUE;
                IntArrayList active = new IntArrayList();
                for (int paper : authors.papers().get(all[i])) {
                    int year = years[paper];
                    boolean isSelected = selected.has(paper);
                    if (year != PaperTable.UNDATED && (isSelected || basis == CareerBasis.GRAPH)) {
                        firstYear = Math.min(firstYear, year);
                        lastYear = Math.max(lastYear, year);
                        if (isSelected && !active.contains(year)) {
                            active.add(year);
                        }
                    }
                }
                for (int year : active) {
                    PeopleCounts of = people.computeIfAbsent((short) year, absent -> new PeopleCounts());
                    of.authors++;
                    of.newcomers += year == firstYear ? 1 : 0;
                    of.leavers += year == lastYear ? 1 : 0;
                }
            }
        }
        return people;
    }

    /** Papers and what is known of their authors. */
    private static final class PaperCounts {

        private int papers;
        /** Papers whose number of authors is known. */
        private int known;

        private int single;
        private long authors;

        void add(PaperTable table, int paper) {
            papers++;
            int count = table.authorCounts()[paper];
            if (count > 0 && !table.has(paper, PaperTable.UNSTATED)) {
                known++;
                single += count == 1 ? 1 : 0;
                authors += count;
            }
        }

        @Nullable Double authorsPerPaper() {
            return known == 0 ? null : authors / (double) known;
        }

        @Nullable Double singleAuthoredShare() {
            return share(single, known);
        }
    }

    /** The people of a year. */
    private static final class PeopleCounts {

        private int authors;
        private int newcomers;
        private int leavers;
    }
}
