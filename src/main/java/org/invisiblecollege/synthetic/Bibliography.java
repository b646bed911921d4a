package org.invisiblecollege.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.invisiblecollege.synthetic.SyntheticNames.Form;
import org.invisiblecollege.synthetic.SyntheticNames.Name;

/**
 * A world of research groups that writes one paper after another. Groups are founded by people of older groups, live
 * around a few years and topics, take new people in, and write with their partners; who has written much writes more.
 * Papers do not come in order of their dates, so a bibliography of any size spans all years.
 *
 * <p>What is kept grows with the people and groups, and by a few numbers for each paper; names and habits of a person are
 * drawn again from the person's number.
 */
final class Bibliography {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2025;
    static final int DAYS_A_YEAR = 365;

    private static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;
    private static final double GROWTH = 1.05;
    private static final int CONSORTIUM_EVERY = 20_000;
    private static final double NEWCOMERS = 0.12;
    private static final int NOBODY = -1;

    private static final List<Form> FORMS = List.of(Form.values());

    private static final int NAME = 1;
    private static final int HABIT = 2;

    private final long seed;
    private final SeededRandom chance;
    private final double[] yearShares = new double[YEARS];
    private int papers;

    // People.
    private int people;
    private int[] home = new int[1024];
    private byte[] culture = new byte[1024];
    private byte[] firstYear = new byte[1024];
    private byte[] lastYear = new byte[1024];
    private short[] written = new short[1024];

    // Groups, and which of them wrote in a year.
    private final List<Group> groups = new ArrayList<>();
    private final IntRing[] activity = new IntRing[YEARS];
    private final List<int[]> consortia = new ArrayList<>();

    // Papers: when, and how often they may still be cited.
    private short[] days = new short[1024];
    private int[] citable = new int[1024];
    private final IntRing[] cited = new IntRing[SyntheticTopics.COUNT];

    private static final class Group {
        int institution;
        int country;
        int founded;
        int capacity;
        int papers;
        int head;
        int partner;
        final int[] topics = new int[3];

        /** The latest authorships, paper by paper: a run of them is a team. */
        final IntRing authorships = new IntRing(256);

        final IntRing works = new IntRing(24);
    }

    Bibliography(long seed) {
        this.seed = seed;
        this.chance = new SeededRandom(SeededRandom.mix(seed, 0));
        double sum = 0;
        for (int i = 0; i < YEARS; i++) {
            sum += StrictMath.pow(GROWTH, i);
            yearShares[i] = sum;
        }
        for (int i = 0; i < YEARS; i++) {
            yearShares[i] /= sum;
            activity[i] = new IntRing();
        }
        Arrays.setAll(cited, topic -> new IntRing(512));
    }

    int people() {
        return people;
    }

    /** The person's name, the same on every call. */
    Name name(int person) {
        return SyntheticNames.of(culture[person], SeededRandom.mix(seed ^ NAME, person));
    }

    /** How the source names the author: a second id of a person shows the name it was split off for. */
    String displayName(int person, int part) {
        Name name = name(person);
        return part == 0 ? name.full() : SyntheticNames.write(name, habitualForm(person));
    }

    /** About one person in 25 has two author ids. */
    boolean isSplit(int person) {
        return Long.remainderUnsigned(habit(person), 25) == 0;
    }

    boolean hasOrcid(int person) {
        return Long.remainderUnsigned(habit(person) >>> 16, 10) < 4;
    }

    private long habit(int person) {
        return SeededRandom.mix(seed ^ HABIT, person);
    }

    /** The form a person uses now and then; full for the half who never vary. */
    private Form habitualForm(int person) {
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

    /** Writes the next paper into the draft. */
    void next(DraftWork draft) {
        draft.clear();
        draft.paper = papers;
        draft.textSeed = chance.bits();
        draft.year = year();
        draft.day = chance.below(DAYS_A_YEAR);
        draft.retracted = chance.below(2500) == 0;
        int year = draft.year;
        int group = group(year);
        Group at = groups.get(group);
        if (papers % CONSORTIUM_EVERY == consortiumPlace(papers / CONSORTIUM_EVERY)) {
            consortium(draft, group);
        } else {
            team(draft, group);
        }
        at.papers++;
        activity[year].add(group);
        for (int i = 0; i < draft.people.size(); i++) {
            sign(draft, draft.people.get(i));
        }
        topics(draft, at);
        references(draft, at);
        remember(draft, at);
        papers++;
    }

    /** One paper in each 20,000 is a consortium's. */
    private int consortiumPlace(int block) {
        return (int) Long.remainderUnsigned(SeededRandom.mix(seed, block), CONSORTIUM_EVERY);
    }

    private int year() {
        double uniform = chance.below(1 << 24) / (double) (1 << 24);
        int place = Arrays.binarySearch(yearShares, uniform);
        return place >= 0 ? Math.min(place + 1, YEARS - 1) : -place - 1;
    }

    /** The group of a paper of about the same year, the busier ones more often, or a new one. */
    private int group(int year) {
        for (int i = 0; i < 4; i++) {
            int group = neighbour(year);
            if (group == NOBODY) {
                break;
            }
            Group found = groups.get(group);
            if (found.papers < found.capacity && Math.abs(year - found.founded) <= 12) {
                return group;
            }
        }
        return found(year);
    }

    private int neighbour(int year) {
        int near = Math.clamp(year + chance.below(5) - 2, 0, YEARS - 1);
        IntRing there = activity[near];
        return there.size() == 0 ? NOBODY : there.get(chance.below(there.size()));
    }

    private int found(int year) {
        Group group = new Group();
        int parent = neighbour(year);
        group.partner = parent;
        group.founded = year;
        group.capacity = chance.pareto(12, 0.6, 500);
        group.institution = chance.skewed(SyntheticInstitutions.COUNT);
        group.country = SyntheticInstitutions.culture(group.institution);
        int inherited = parent == NOBODY || chance.chance(0.25)
                ? chance.skewed(SyntheticTopics.COUNT)
                : groups.get(parent).topics[chance.below(3)];
        for (int i = 0; i < 3; i++) {
            group.topics[i] = chance.chance(0.1)
                    ? chance.skewed(SyntheticTopics.COUNT)
                    : SyntheticTopics.near(inherited, chance.below(6));
        }
        groups.add(group);
        int number = groups.size() - 1;
        int alumnus = parent == NOBODY || chance.chance(0.4) ? NOBODY : member(groups.get(parent), year);
        group.head = alumnus == NOBODY ? person(number, year) : alumnus;
        home[group.head] = number;
        group.authorships.add(group.head);
        return number;
    }

    private int person(int group, int year) {
        if (people == home.length) {
            int capacity = people + (people >> 1);
            home = Arrays.copyOf(home, capacity);
            culture = Arrays.copyOf(culture, capacity);
            firstYear = Arrays.copyOf(firstYear, capacity);
            lastYear = Arrays.copyOf(lastYear, capacity);
            written = Arrays.copyOf(written, capacity);
        }
        home[people] = group;
        culture[people] =
                (byte) (chance.chance(0.65) ? groups.get(group).country : SyntheticNames.culture(chance.below(100)));
        int before = chance.below(4);
        firstYear[people] = (byte) (year - before);
        lastYear[people] = (byte) (year + (chance.chance(0.55) ? 1 + chance.below(5) : 6 + chance.below(30)));
        return people++;
    }

    private boolean active(int person, int year) {
        return year >= firstYear[person] && year <= lastYear[person] && written[person] < limit(person);
    }

    /** Nobody writes for ever: at most 100 to 499 papers a person. */
    private int limit(int person) {
        return 100 + (int) Long.remainderUnsigned(habit(person) >>> 8, 400);
    }

    /** Someone of the group who is active in the year; who has written more is chosen more often. */
    private int member(Group group, int year) {
        int size = group.authorships.size();
        for (int i = 0; size > 0 && i < 3; i++) {
            int person = group.authorships.get(chance.below(size));
            if (active(person, year)) {
                return person;
            }
        }
        return NOBODY;
    }

    private void team(DraftWork draft, int number) {
        int year = draft.year;
        Group group = groups.get(number);
        double median = 2.7 + 2.4 * year / (YEARS - 1);
        int size = Math.clamp(Math.round(chance.logNormal(median, 0.65)), 1, 99);
        int guests = size > 1 && group.partner != NOBODY && chance.chance(0.25) ? 1 + chance.below((size + 1) / 2) : 0;
        boolean headIsLast = size > 1 && chance.chance(0.5) && active(group.head, year);
        int own = size - guests - (headIsLast ? 1 : 0);
        int place = chance.below(group.authorships.size());
        for (int i = 0; i < own; i++) {
            int person = NOBODY;
            if (!chance.chance(NEWCOMERS)) {
                person = group.authorships.get(place);
                place = chance.chance(0.3)
                        ? chance.below(group.authorships.size())
                        : (place + 1) % group.authorships.size();
                if (!active(person, year)) {
                    person = member(group, year);
                }
                if (person != NOBODY && draft.people.contains(person)) {
                    person = member(group, year);
                }
            } else if (chance.chance(0.08)) {
                person = mover(number, year);
            }
            add(draft, person == NOBODY ? person(number, year) : person);
        }
        for (int i = 0; i < guests; i++) {
            int guest = member(groups.get(group.partner), year);
            if (guest != NOBODY) {
                add(draft, guest);
            }
        }
        if (headIsLast) {
            add(draft, group.head);
        }
        if (draft.people.size() == 0) {
            add(draft, person(number, year));
        }
    }

    private static void add(DraftWork draft, int person) {
        if (!draft.people.contains(person)) {
            draft.people.add(person);
        }
    }

    /** Someone of another group, who belongs to this one from now on. */
    private int mover(int group, int year) {
        int from = neighbour(year);
        int person = from == NOBODY ? NOBODY : member(groups.get(from), year);
        if (person != NOBODY) {
            home[person] = group;
        }
        return person;
    }

    private void consortium(DraftWork draft, int group) {
        int[] members;
        if (!consortia.isEmpty() && chance.chance(0.5)) {
            members = consortia.get(chance.below(consortia.size()));
        } else {
            members = members(draft.year, group);
            consortia.add(members);
        }
        // Consortia sign in the order of the list; some are away each time.
        int least = Math.min(members.length, 100);
        for (int i = 0; i < members.length; i++) {
            if (i < least || !chance.chance(0.1)) {
                draft.people.add(members[i]);
            }
        }
    }

    private int[] members(int year, int group) {
        int size = (int) (100 * StrictMath.pow(30, chance.below(1 << 20) / (double) (1 << 20)));
        boolean[] taken = new boolean[people];
        int[] members = new int[size];
        int known = people;
        for (int i = 0; i < size; i++) {
            int someone = known == 0 ? NOBODY : chance.below(known);
            boolean joins = someone != NOBODY && !taken[someone] && chance.chance(0.6);
            if (joins) {
                taken[someone] = true;
            }
            members[i] = joins ? someone : person(groups.size() > 1 ? chance.below(groups.size()) : group, year);
        }
        return members;
    }

    private void sign(DraftWork draft, int person) {
        Form habitual = habitualForm(person);
        int draw = chance.below(100);
        Form form = draw < 40 ? habitual : draw < 98 ? Form.FULL : FORMS.get(chance.below(FORMS.size()));
        // Names that differ are why a person is split; a few papers go to the other id for no visible reason.
        boolean other = isSplit(person) && (draw < 40 || draw >= 95);
        draft.forms.add(form);
        written[person]++;
        draft.parts.add(other ? 1 : 0);
        draft.institutions.add(groups.get(home[person]).institution);
    }

    private void topics(DraftWork draft, Group group) {
        draft.topics.add(group.topics[chance.skewed(3)]);
        int lead = home[draft.people.get(0)];
        // Who moved, or writes with another group, brings a topic along.
        int brought = groups.get(lead) == group ? group.topics[chance.below(3)] : groups.get(lead).topics[0];
        for (int topic : new int[] {brought, SyntheticTopics.near(draft.topics.get(0), chance.below(4))}) {
            if (chance.chance(0.8) && !draft.topics.contains(topic)) {
                draft.topics.add(topic);
            }
        }
    }

    private void references(DraftWork draft, Group group) {
        int age = YEARS - draft.year;
        draft.citations = (int) Math.min(200_000, chance.logNormal(2.0 + age, 1.3));
        int day = draft.year * DAYS_A_YEAR + draft.day;
        int wanted = chance.chance(0.05) ? 0 : (int) Math.min(90, chance.logNormal(9, 0.7));
        IntRing field = cited[draft.topics.get(0)];
        for (int tries = 3 * wanted; tries > 0 && draft.references.size() < wanted && papers > 0; tries--) {
            int way = chance.below(100);
            IntRing from = way < 60 ? field : way < 85 ? group.works : null;
            int work = from == null || from.size() == 0 ? chance.below(papers) : from.get(chance.below(from.size()));
            if (days[work] < day && citable[work] > 0 && !draft.references.contains(work)) {
                draft.references.add(work);
                citable[work]--;
                // Cited again the sooner for having been cited.
                field.add(work);
            }
        }
        field.add(papers);
    }

    private void remember(DraftWork draft, Group group) {
        if (papers == days.length) {
            days = Arrays.copyOf(days, papers + (papers >> 1));
            citable = Arrays.copyOf(citable, papers + (papers >> 1));
        }
        days[papers] = (short) (draft.year * DAYS_A_YEAR + draft.day);
        citable[papers] = draft.citations;
        group.works.add(papers);
        if (draft.people.size() < 100) {
            for (int i = 0; i < draft.people.size(); i++) {
                group.authorships.add(draft.people.get(i));
            }
        }
    }
}
