package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.invisiblecollege.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What the papers of one source say about its keys: names, co-authors, organisations, ORCIDs and years, and how common
 * each of these is. Keys and folded names are numbered from 0 in order of their first mention; these are their ordinals.
 * Not thread-safe.
 */
final class MentionStore {

    /** The ordinal of a key that was not kept, or of a name that the source does not have. */
    static final int ABSENT = -1;

    /** A paper with more authors says little about who works with whom. */
    private static final int MAX_AUTHORS = 100;

    private final List<KeyProfile> profiles = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<String> nameKeys = new ArrayList<>();
    private final Map<String, Integer> nameOrdinals = new HashMap<>();
    /** Folded names of profile owners. */
    private final Set<String> owners = new HashSet<>();
    /** Number of keys by the ordinal of a co-author's name. */
    private final Int2IntOpenHashMap keysWithCoAuthor = new Int2IntOpenHashMap();

    private final Map<String, Integer> keysAtOrganisation = new HashMap<>();
    /** Ids by the letters of their names. */
    private final Map<String, Set<String>> idsByLetters = new HashMap<>();

    private final NameCounts counts = new NameCounts();
    /** Pairs of keys that were on one paper and have a block in common. */
    private final LongOpenHashSet onOnePaper = new LongOpenHashSet();
    /** The keys that were on one paper with each, before any were separated; null until then. */
    private @Nullable Int2ObjectOpenHashMap<IntOpenHashSet> neighbours;
    /** The blocks of those to keep; null if all are kept. */
    private @Nullable IntSet wantedBlocks;
    /** Hashes of mentions that were not kept, so that each is parsed once. */
    private final LongOpenHashSet passedOver = new LongOpenHashSet();

    /** From now on keeps only new keys with one of these blocks. */
    void keepOnly(IntSet blocks) {
        wantedBlocks = blocks;
    }

    /** Returns the number of keys kept. */
    int size() {
        return profiles.size();
    }

    /** Adds the authors of a paper. */
    void add(List<PersonMention> authors, @Nullable Integer year) {
        int[] keys = authors.stream().mapToInt(this::add).toArray();
        int[] names =
                authors.stream().mapToInt(mention -> addName(mention.name())).toArray();
        for (int i = 0; i < keys.length; i++) {
            KeyProfile profile = keys[i] == ABSENT ? null : profiles.get(keys[i]);
            if (profile != null) {
                profile.addYear(year);
            }
            for (String organisation : authors.get(i).organisations()) {
                if (profile == null || profile.organisations.add(organisation)) {
                    keysAtOrganisation.merge(organisation, 1, Integer::sum);
                }
            }
        }
        if (keys.length <= MAX_AUTHORS) {
            addCoAuthors(keys, names);
        }
        if (keys.length <= Blocking.MAX_BLOCK_SIZE) {
            addPairsOnOnePaper(keys);
        }
    }

    /** Adds what a mention says about its key; returns the key's ordinal, {@link #ABSENT} if it is not kept. */
    private int add(PersonMention mention) {
        int known = ordinal(mention.key());
        if (known == ABSENT && wantedBlocks != null && !isWanted(mention, wantedBlocks)) {
            return ABSENT;
        }
        int ordinal = known == ABSENT ? profiles.size() : known;
        if (known == ABSENT) {
            ordinals.put(mention.key(), ordinal);
            profiles.add(new KeyProfile(mention.key(), mention.hasId()));
        }
        KeyProfile profile = profiles.get(ordinal);
        if (profile.names.add(mention.name())) {
            PersonName name = PersonName.of(mention.name());
            profile.parsedNames.add(name);
            counts.add(name);
            Blocking.blocks(name).forEach(profile.blocks::add);
            if (profile.hasId) {
                idsByLetters
                        .computeIfAbsent(name.letters(), none -> new HashSet<>())
                        .add(profile.key);
            }
        }
        if (mention.orcid() != null && profile.orcids.add(mention.orcid())) {
            profile.blocks.add(Blocking.block(mention.orcid()));
        }
        return ordinal;
    }

    private boolean isWanted(PersonMention mention, IntSet wanted) {
        long hash = ((long) mention.key().hashCode() << 32)
                | (Objects.hash(mention.name(), mention.orcid()) & 0xFFFF_FFFFL);
        if (!passedOver.add(hash)) {
            return false;
        }
        PersonName name = PersonName.of(mention.name());
        counts.add(name);
        return Blocking.blocks(name).anyMatch(wanted::contains)
                || (mention.orcid() != null && wanted.contains(Blocking.block(mention.orcid())));
    }

    private int addName(String name) {
        return nameOrdinals.computeIfAbsent(Folding.key(name), key -> {
            nameKeys.add(key);
            return nameKeys.size() - 1;
        });
    }

    private void addCoAuthors(int[] keys, int[] names) {
        for (int i = 0; i < keys.length; i++) {
            for (int j = 0; j < keys.length; j++) {
                boolean isOther = i != j && (keys[i] == ABSENT || keys[i] != keys[j]) && names[i] != names[j];
                // Whether a key that is not kept had this co-author before is unknown; counting too many is the safe
                // side.
                if (isOther
                        && (keys[i] == ABSENT || profiles.get(keys[i]).coAuthors.add(names[j]))) {
                    keysWithCoAuthor.addTo(names[j], 1);
                }
            }
        }
    }

    /** Only pairs that share a block could be compared later. */
    private void addPairsOnOnePaper(int[] keys) {
        Int2ObjectOpenHashMap<IntArrayList> members = new Int2ObjectOpenHashMap<>();
        for (int key : keys) {
            for (int block : key == ABSENT ? IntSet.of() : profiles.get(key).blocks) {
                IntArrayList others = members.computeIfAbsent(block, (int none) -> new IntArrayList(2));
                for (int other : others) {
                    if (other != key) {
                        onOnePaper.add(Blocking.pair(key, other));
                    }
                }
                others.add(key);
            }
        }
    }

    /**
     * Replaces what is known of a name by what is known of each of several people who have it. They are different people, and
     * not those on a paper with any of them.
     *
     * @param names keys of all of them until now
     * @param people what each has on papers, by key; one of the keys may be a name
     */
    void separate(Collection<String> names, Map<String, List<Appearance>> people) {
        IntSet apart = new IntOpenHashSet();
        names.forEach(name -> apart.addAll(onOnePaperWith(ordinal(name))));
        IntSet separated = new IntOpenHashSet();
        people.forEach((key, appearances) -> {
            KeyProfile profile = profile(key, appearances);
            int known = ordinal(key);
            int ordinal = known == ABSENT ? profiles.size() : known;
            if (known == ABSENT) {
                ordinals.put(key, ordinal);
                profiles.add(profile);
            } else {
                profiles.set(ordinal, profile);
            }
            apart.forEach((int other) -> onOnePaper.add(Blocking.pair(ordinal, other)));
            separated.forEach((int other) -> onOnePaper.add(Blocking.pair(ordinal, other)));
            separated.add(ordinal);
        });
    }

    private KeyProfile profile(String key, List<Appearance> appearances) {
        KeyProfile profile = new KeyProfile(key, false);
        for (Appearance appearance : appearances) {
            PersonMention own = appearance.authors().get(appearance.position());
            if (profile.names.add(appearance.name())) {
                PersonName name = PersonName.of(appearance.name());
                profile.parsedNames.add(name);
                Blocking.blocks(name).forEach(profile.blocks::add);
            }
            if (own.orcid() != null && profile.orcids.add(own.orcid())) {
                profile.blocks.add(Blocking.block(own.orcid()));
            }
            profile.addYear(appearance.year());
            profile.organisations.addAll(own.organisations());
            if (appearance.authors().size() <= MAX_AUTHORS) {
                appearance.authors().stream()
                        .filter(other -> !other.name().equals(own.name()))
                        .mapToInt(other -> nameOrdinal(Folding.key(other.name())))
                        .filter(name -> name != ABSENT)
                        .forEach(profile.coAuthors::add);
            }
        }
        return profile;
    }

    private IntSet onOnePaperWith(int ordinal) {
        if (neighbours == null) {
            neighbours = new Int2ObjectOpenHashMap<>();
            for (long pair : onOnePaper) {
                int left = (int) (pair >> Integer.SIZE);
                int right = (int) pair;
                neighbours
                        .computeIfAbsent(left, (int none) -> new IntOpenHashSet(2))
                        .add(right);
                neighbours
                        .computeIfAbsent(right, (int none) -> new IntOpenHashSet(2))
                        .add(left);
            }
        }
        return neighbours.getOrDefault(ordinal, new IntOpenHashSet());
    }

    /** Adds the owner of a profile page, who is on all papers of the page and so distinguishes no co-authors. */
    void addOwner(String name) {
        owners.add(Folding.key(name));
    }

    // ---- keys

    KeyProfile profile(int ordinal) {
        return profiles.get(ordinal);
    }

    /** Returns the ordinal of a key; {@link #ABSENT} if it is not kept. */
    int ordinal(String key) {
        return ordinals.getOrDefault(key, ABSENT);
    }

    /** Returns whether two keys with a block in common were on one paper. */
    boolean areOnOnePaper(int left, int right) {
        return onOnePaper.contains(Blocking.pair(left, right));
    }

    /** Returns the number of ids that have a name with these letters. */
    int idsWithLetters(String letters) {
        return idsByLetters.getOrDefault(letters, Set.of()).size();
    }

    // ---- names

    /** Returns the ordinal of a folded name; {@link #ABSENT} if no author of the source has it. */
    int nameOrdinal(String nameKey) {
        return nameOrdinals.getOrDefault(nameKey, ABSENT);
    }

    /** Returns the folded name with this ordinal. */
    String nameKey(int ordinal) {
        return nameKeys.get(ordinal);
    }

    boolean isOwner(int nameOrdinal) {
        return owners.contains(nameKeys.get(nameOrdinal));
    }

    /** Returns the number of keys that have a co-author with this name. */
    int keysWithCoAuthor(int nameOrdinal) {
        return keysWithCoAuthor.get(nameOrdinal);
    }

    int keysAtOrganisation(String organisation) {
        return keysAtOrganisation.getOrDefault(organisation, 0);
    }

    NameCounts counts() {
        return counts;
    }
}
