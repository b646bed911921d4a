package org.invisiblecollege.synthetic;

import java.util.Arrays;
import org.invisiblecollege.synthetic.SyntheticNames.Form;
import org.invisiblecollege.synthetic.SyntheticNames.Name;

/**
 * Holds the people of a bibliography, by ordinal: to which group they belong, when they write and how. Names and habits are drawn
 * again from the ordinal whenever they are needed, so memory grows by a few bytes for each person.
 */
final class SyntheticPeople {

    private static final int NAME = 1;
    private static final int HABIT = 2;

    private final long seed;
    private final SeededRandom chance;
    private int count;
    private int[] groups = new int[1024];
    private byte[] cultures = new byte[1024];
    private byte[] firstYears = new byte[1024];
    private byte[] lastYears = new byte[1024];
    private short[] papers = new short[1024];

    SyntheticPeople(long seed, SeededRandom chance) {
        this.seed = seed;
        this.chance = chance;
    }

    int count() {
        return count;
    }

    /** Adds a person who joins a group around a year, and returns their ordinal. */
    int add(int group, int cultureOfGroup, int year) {
        if (count == groups.length) {
            int capacity = count + (count >> 1);
            groups = Arrays.copyOf(groups, capacity);
            cultures = Arrays.copyOf(cultures, capacity);
            firstYears = Arrays.copyOf(firstYears, capacity);
            lastYears = Arrays.copyOf(lastYears, capacity);
            papers = Arrays.copyOf(papers, capacity);
        }
        groups[count] = group;
        cultures[count] = (byte) (chance.chance(0.65) ? cultureOfGroup : SyntheticNames.culture(chance.below(100)));
        int yearsBefore = chance.below(4);
        firstYears[count] = (byte) (year - yearsBefore);
        lastYears[count] = (byte) (year + (chance.chance(0.55) ? 1 + chance.below(5) : 6 + chance.below(30)));
        return count++;
    }

    int group(int person) {
        return groups[person];
    }

    void move(int person, int group) {
        groups[person] = group;
    }

    /** Counts one more paper of a person. */
    void sign(int person) {
        papers[person]++;
    }

    boolean isActive(int person, int year) {
        return year >= firstYears[person] && year <= lastYears[person] && papers[person] < maxPapers(person);
    }

    /** A person writes at most 100 to 499 papers. */
    private int maxPapers(int person) {
        return 100 + (int) Long.remainderUnsigned(habit(person) >>> 8, 400);
    }

    /** Returns the person's name, the same on every call. */
    Name name(int person) {
        return SyntheticNames.of(cultures[person], SeededRandom.mix(seed ^ NAME, person));
    }

    /** Returns how the source names an author; the second id of a person shows the name for which it was split off. */
    String displayName(int person, int idOrdinal) {
        Name name = name(person);
        return idOrdinal == 0 ? name.full() : SyntheticNames.write(name, habitualForm(person));
    }

    /** About one person in 25 has two author ids. */
    boolean isSplit(int person) {
        return Long.remainderUnsigned(habit(person), 25) == 0;
    }

    boolean hasOrcid(int person) {
        return Long.remainderUnsigned(habit(person) >>> 16, 10) < 4;
    }

    /** Returns the form that a person uses now and then; the full name for the half who never vary. */
    Form habitualForm(int person) {
        long bits = habit(person) >>> 32;
        if (bits % 2 == 0 && !isSplit(person)) {
            return Form.FULL;
        }
        return switch ((int) ((bits >>> 1) % 20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> Form.INITIALS;
            case 9, 10 -> Form.BARE_INITIALS;
            case 11, 12, 13, 14, 15 -> Form.UNACCENTED;
            case 16, 17, 18 -> Form.UNHYPHENATED;
            default -> Form.FAMILY_FIRST;
        };
    }

    private long habit(int person) {
        return SeededRandom.mix(seed ^ HABIT, person);
    }
}
