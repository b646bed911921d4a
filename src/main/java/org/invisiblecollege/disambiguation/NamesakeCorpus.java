package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one source, as far as they tell namesakes apart, and how common each of their words, names, venues and
 * organisations is. Papers are numbered from 0 in the order in which they are added, which has no influence otherwise. Not
 * thread-safe.
 */
public final class NamesakeCorpus {

    /** The ordinal of what a paper does not state. */
    static final int ABSENT = -1;

    private static final String ORCID = "orcid ";

    /** References are counted by hash in so many cells; a count may be too high, which is the safe side. */
    private static final int CITATION_CELLS = 1 << 22;

    private final FoldedStrings words = new FoldedStrings();
    private final FoldedStrings names = new FoldedStrings();
    private final FoldedStrings venues = new FoldedStrings();
    private final FoldedStrings organisations = new FoldedStrings();
    private final FoldedStrings ids = new FoldedStrings();

    private final VarintBytes features = new VarintBytes();
    private final IntArrayList starts = new IntArrayList();

    private final IntArrayList titlesWithWord = new IntArrayList();
    private final IntArrayList papersAtVenue = new IntArrayList();
    private final IntArrayList affiliationsWithWord = new IntArrayList();
    private final List<int[]> organisationWords = new ArrayList<>();
    private long mentions;
    private int titles;
    private int papersWithVenue;
    private int affiliations;
    /** Empty until there is a reference. */
    private byte[] citations = new byte[0];

    private final ExpectedPeople expected = new ExpectedPeople();
    /** Cached by name; NaN where not yet computed. */
    private double[] coAuthorWeights = new double[0];

    /**
     * What is known of an author on a paper.
     *
     * @param name ordinal of the folded name
     * @param id ordinal of the source's id, or {@link #ABSENT}
     * @param orcid ordinal of the ORCID, or {@link #ABSENT}
     * @param organisations ordinals; those of the whole paper if the author has none
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    record Author(int name, int id, int orcid, int[] organisations) {}

    /**
     * What is known of a paper.
     *
     * @param record hash of its id
     * @param words ordinals of the words of its title, ascending
     * @param venue ordinal, or {@link #ABSENT}
     * @param year 0 where none is known
     * @param references hashes of the ids of the papers it cites, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    record Paper(int record, int[] words, int venue, int year, int[] references, List<Author> authors) {}

    /** Adds a paper; returns its ordinal. */
    public int add(SourcePaper paper) {
        coAuthorWeights = new double[0];
        starts.add(features.size());
        features.add(paper.recordId().hashCode());
        features.addAll(addTitle(paper.title()));
        features.add(addVenue(paper.venue()) + 1);
        features.add(paper.year() == null ? 0 : Math.max(0, paper.year()));
        features.addAll(addReferences(paper.references()));
        IntSet ofPaper = new IntOpenHashSet();
        features.addAll(addOrganisations(paper.organisations(), ofPaper));
        features.add(paper.authors().size());
        mentions += paper.authors().size();
        for (PersonMention author : paper.authors()) {
            features.add(addNameKey(nameKey(author.name())));
            features.add(author.hasId() ? 1 + ids.add("id " + author.key()) : 0);
            features.add(author.orcid() == null ? 0 : 1 + ids.add(ORCID + author.orcid()));
            features.addAll(addOrganisations(author.organisations(), ofPaper));
        }
        for (int organisation : ofPaper) {
            affiliations++;
            increment(affiliationsWithWord, organisationWords.get(organisation));
        }
        return starts.size() - 1;
    }

    /** Adds the name of someone whose papers need not be added, so that it counts towards how common names are. */
    public void addName(String written) {
        addNameKey(nameKey(written));
    }

    /** Returns the folded name of an author on a paper, as {@link #nameKey(String)} folds it. */
    public String nameKey(int paper, int position) {
        return names.get(paper(paper).authors().get(position).name());
    }

    /** Returns what is known of an author on a paper and of those who wrote it too. */
    public Appearance appearance(String name, int paper, int position) {
        Paper known = paper(paper);
        List<PersonMention> authors = known.authors().stream()
                .map(author -> new PersonMention(
                        names.get(author.name),
                        names.get(author.name),
                        author.id != ABSENT,
                        author.orcid == ABSENT ? null : ids.get(author.orcid).substring(ORCID.length()),
                        IntStream.of(author.organisations)
                                .mapToObj(organisations::get)
                                .toList()))
                .toList();
        return new Appearance(name, authors, position, known.year == 0 ? null : known.year);
    }

    /** Returns the number of papers. */
    public int size() {
        return starts.size();
    }

    // ---- adding

    private int[] addTitle(@Nullable String title) {
        int[] ofTitle = title == null ? new int[0] : addWords(title);
        titles += title == null ? 0 : 1;
        increment(titlesWithWord, ofTitle);
        return ofTitle;
    }

    private int[] addWords(String text) {
        return Stream.of(Folding.key(text).split(" "))
                .filter(word -> !word.isEmpty())
                .mapToInt(words::add)
                .sorted()
                .distinct()
                .toArray();
    }

    private int addVenue(@Nullable String venue) {
        String key = venue == null ? "" : venueKey(venue);
        if (key.isEmpty()) {
            return ABSENT;
        }
        int ordinal = venues.add(key);
        papersWithVenue++;
        increment(papersAtVenue, ordinal);
        return ordinal;
    }

    /** Leaves out years and volumes. */
    private static String venueKey(String venue) {
        return String.join(
                " ",
                Stream.of(Folding.key(venue).split(" "))
                        .filter(word -> word.chars().noneMatch(Character::isDigit))
                        .toList());
    }

    private int[] addReferences(List<String> references) {
        int[] hashes = references.stream()
                .mapToInt(String::hashCode)
                .sorted()
                .distinct()
                .toArray();
        if (hashes.length > 0 && citations.length == 0) {
            citations = new byte[CITATION_CELLS];
        }
        for (int hash : hashes) {
            int cell = hash & (CITATION_CELLS - 1);
            citations[cell] = (byte) Math.min(Byte.MAX_VALUE, citations[cell] + 1);
        }
        return hashes;
    }

    private int[] addOrganisations(List<String> keys, IntSet ofPaper) {
        int[] ordinals = keys.stream()
                .filter(key -> !key.isEmpty())
                .mapToInt(this::addOrganisation)
                .toArray();
        for (int ordinal : ordinals) {
            ofPaper.add(ordinal);
        }
        return ordinals;
    }

    private int addOrganisation(String key) {
        int ordinal = organisations.add(key);
        if (ordinal == organisationWords.size()) {
            organisationWords.add(addWords(key));
        }
        return ordinal;
    }

    private int addNameKey(String key) {
        int before = names.size();
        int ordinal = names.add(key);
        if (ordinal == before) {
            expected.add(key);
        }
        return ordinal;
    }

    /** Returns the folded name, given names first. */
    public static String nameKey(String written) {
        boolean isInOrder = written.indexOf(',') < 0 && written.codePoints().noneMatch(Character::isIdeographic);
        return isInOrder
                ? Folding.key(written)
                : String.join(" ", PersonName.of(written).words());
    }

    private static void increment(IntArrayList counts, int... ordinals) {
        for (int ordinal : ordinals) {
            while (counts.size() <= ordinal) {
                counts.add(0);
            }
            counts.set(ordinal, counts.getInt(ordinal) + 1);
        }
    }

    // ---- reading

    Paper paper(int ordinal) {
        VarintBytes.Reader read = features.read(starts.getInt(ordinal));
        int record = read.next();
        int[] ofTitle = read.nextAll();
        int venue = read.next() - 1;
        int year = read.next();
        int[] references = read.nextAll();
        int[] ofPaper = read.nextAll();
        List<Author> authors = new ArrayList<>();
        for (int left = read.next(); left > 0; left--) {
            int name = read.next();
            int id = read.next() - 1;
            int orcid = read.next() - 1;
            int[] own = read.nextAll();
            authors.add(new Author(name, id, orcid, own.length == 0 ? ofPaper : own));
        }
        return new Paper(record, ofTitle, venue, year, references, authors);
    }

    String name(int ordinal) {
        return names.get(ordinal);
    }

    String word(int ordinal) {
        return words.get(ordinal);
    }

    String venue(int ordinal) {
        return venues.get(ordinal);
    }

    String organisation(int ordinal) {
        return organisations.get(ordinal);
    }

    /** Returns the words of some organisations, ascending. */
    int[] wordsOfOrganisations(int[] ordinals) {
        return IntStream.of(ordinals)
                .flatMap(ordinal -> IntStream.of(organisationWords.get(ordinal)))
                .sorted()
                .distinct()
                .toArray();
    }

    // ---- how common

    /** Returns how many people are to be expected behind a name. */
    double expected(int name) {
        return expected.of(names.get(name));
    }

    /** Returns how many times as often as an average name some name is mentioned; at least 1. */
    double relativeFrequency(int ofName) {
        return Math.max(1, ofName * (double) names.size() / mentions);
    }

    /** Returns how much a shared co-author with this name says, up to 1. */
    double coAuthorWeight(int name) {
        if (coAuthorWeights.length == 0) {
            coAuthorWeights = new double[names.size()];
            Arrays.fill(coAuthorWeights, Double.NaN);
        }
        if (Double.isNaN(coAuthorWeights[name])) {
            coAuthorWeights[name] = expected.weight(names.get(name));
        }
        return coAuthorWeights[name];
    }

    /** Returns the weight of a word of titles, the logarithm of its inverse frequency. */
    double titleWeight(int word) {
        return Math.log((double) titles / titlesWithWord.getInt(word));
    }

    /** Returns the weight of a word of organisations, the logarithm of its inverse frequency. */
    double affiliationWeight(int word) {
        return Math.log((double) affiliations / affiliationsWithWord.getInt(word));
    }

    /** Returns how much a shared venue says, from 0 for the only one to nearly 1 for one of few papers. */
    double venueWeight(int venue) {
        return papersWithVenue < 2
                ? 0
                : Math.log((double) papersWithVenue / papersAtVenue.getInt(venue)) / Math.log(papersWithVenue);
    }

    /** Returns how much a shared reference says: 1 for one that is cited once, less for one that many papers cite. */
    double referenceWeight(int hash) {
        int count = Math.max(1, citations[hash & (CITATION_CELLS - 1)]);
        return 1 / (1 + Math.log(count));
    }
}
