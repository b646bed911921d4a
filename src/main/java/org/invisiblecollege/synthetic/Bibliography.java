package org.invisiblecollege.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.invisiblecollege.synthetic.SyntheticNames.Form;

/**
 * A world of research groups that writes one paper after another. Groups are founded by members of older groups, live
 * around a few years and topics, take new people in, and write with their partners; who has written much writes more.
 * Papers do not come in order of their dates, so a bibliography of any size spans all years.
 *
 * <p>Memory grows with the people and groups, and by a few numbers for each paper.
 */
final class Bibliography {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2025;
    static final int DAYS_A_YEAR = 365;

    private static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;
    private static final double GROWTH = 1.05;
    private static final int CONSORTIUM_EVERY = 20_000;
    private static final double NEWCOMERS = 0.12;
    /** In place of a person or a group. */
    private static final int NONE = -1;

    private static final List<Form> FORMS = List.of(Form.values());

    private final long seed;
    private final SeededRandom chance;
    private final double[] yearShares = new double[YEARS];
    private int papers;

    private final SyntheticPeople people;

    // Groups, and which of them wrote in a year.
    private final List<Group> groups = new ArrayList<>();
    private final IntRing[] activity = new IntRing[YEARS];
    private final List<int[]> consortia = new ArrayList<>();

    // Papers: their days, and how often they may still be cited.
    private short[] days = new short[1024];
    private int[] citable = new int[1024];
    private final IntRing[] cited = new IntRing[SyntheticTopics.COUNT];

    private static final class Group {
        int institution;
        int culture;
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
        this.people = new SyntheticPeople(seed, chance);
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

    SyntheticPeople people() {
        return people;
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
        int ordinal = group(year);
        Group group = groups.get(ordinal);
        if (papers % CONSORTIUM_EVERY == consortiumOffset(papers / CONSORTIUM_EVERY)) {
            consortium(draft, ordinal);
        } else {
            team(draft, ordinal);
        }
        group.papers++;
        activity[year].add(ordinal);
        for (int i = 0; i < draft.people.size(); i++) {
            sign(draft, draft.people.get(i));
        }
        topics(draft, group);
        references(draft, group);
        remember(draft, group);
        papers++;
    }

    /** Returns which paper of each 20,000 is a consortium's. */
    private int consortiumOffset(int block) {
        return (int) Long.remainderUnsigned(SeededRandom.mix(seed, block), CONSORTIUM_EVERY);
    }

    private int year() {
        double uniform = chance.below(1 << 24) / (double) (1 << 24);
        int index = Arrays.binarySearch(yearShares, uniform);
        return index >= 0 ? Math.min(index + 1, YEARS - 1) : -index - 1;
    }

    /** Chooses the group of a paper of about the same year, a busier one more often, or founds one. */
    private int group(int year) {
        for (int i = 0; i < 4; i++) {
            int ordinal = contemporary(year);
            if (ordinal == NONE) {
                break;
            }
            Group group = groups.get(ordinal);
            if (group.papers < group.capacity && Math.abs(year - group.founded) <= 12) {
                return ordinal;
            }
        }
        return foundGroup(year);
    }

    private int contemporary(int year) {
        int near = Math.clamp(year + chance.below(5) - 2, 0, YEARS - 1);
        IntRing there = activity[near];
        return there.size() == 0 ? NONE : there.get(chance.below(there.size()));
    }

    private int foundGroup(int year) {
        Group group = new Group();
        int parent = contemporary(year);
        group.partner = parent;
        group.founded = year;
        group.capacity = chance.pareto(12, 0.6, 500);
        group.institution = chance.skewed(SyntheticInstitutions.COUNT);
        group.culture = SyntheticInstitutions.culture(group.institution);
        int inherited = parent == NONE || chance.chance(0.25)
                ? chance.skewed(SyntheticTopics.COUNT)
                : groups.get(parent).topics[chance.below(3)];
        for (int i = 0; i < 3; i++) {
            group.topics[i] = chance.chance(0.1)
                    ? chance.skewed(SyntheticTopics.COUNT)
                    : SyntheticTopics.near(inherited, chance.below(6));
        }
        groups.add(group);
        int ordinal = groups.size() - 1;
        int alumnus = parent == NONE || chance.chance(0.4) ? NONE : member(groups.get(parent), year);
        group.head = alumnus == NONE ? newcomer(ordinal, year) : alumnus;
        people.move(group.head, ordinal);
        group.authorships.add(group.head);
        return ordinal;
    }

    private int newcomer(int group, int year) {
        return people.add(group, groups.get(group).culture, year);
    }

    /** Chooses a member of the group who is active in the year; who has written more is chosen more often. */
    private int member(Group group, int year) {
        int size = group.authorships.size();
        for (int i = 0; size > 0 && i < 3; i++) {
            int person = group.authorships.get(chance.below(size));
            if (people.isActive(person, year)) {
                return person;
            }
        }
        return NONE;
    }

    private void team(DraftWork draft, int ordinal) {
        int year = draft.year;
        Group group = groups.get(ordinal);
        double median = 2.7 + 2.4 * year / (YEARS - 1);
        int size = Math.clamp(Math.round(chance.logNormal(median, 0.65)), 1, 99);
        int guests = size > 1 && group.partner != NONE && chance.chance(0.25) ? 1 + chance.below((size + 1) / 2) : 0;
        boolean headIsLast = size > 1 && chance.chance(0.5) && people.isActive(group.head, year);
        int own = size - guests - (headIsLast ? 1 : 0);
        int position = chance.below(group.authorships.size());
        for (int i = 0; i < own; i++) {
            int person = NONE;
            if (!chance.chance(NEWCOMERS)) {
                person = group.authorships.get(position);
                position = chance.chance(0.3)
                        ? chance.below(group.authorships.size())
                        : (position + 1) % group.authorships.size();
                if (!people.isActive(person, year)) {
                    person = member(group, year);
                }
                if (person != NONE && draft.people.contains(person)) {
                    person = member(group, year);
                }
            } else if (chance.chance(0.08)) {
                person = mover(ordinal, year);
            }
            add(draft, person == NONE ? newcomer(ordinal, year) : person);
        }
        for (int i = 0; i < guests; i++) {
            int guest = member(groups.get(group.partner), year);
            if (guest != NONE) {
                add(draft, guest);
            }
        }
        if (headIsLast) {
            add(draft, group.head);
        }
        if (draft.people.size() == 0) {
            add(draft, newcomer(ordinal, year));
        }
    }

    private static void add(DraftWork draft, int person) {
        if (!draft.people.contains(person)) {
            draft.people.add(person);
        }
    }

    /** Chooses a member of another group, who belongs to this one from now on. */
    private int mover(int group, int year) {
        int from = contemporary(year);
        int person = from == NONE ? NONE : member(groups.get(from), year);
        if (person != NONE) {
            people.move(person, group);
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
        boolean[] taken = new boolean[people.count()];
        int[] members = new int[size];
        int known = people.count();
        for (int i = 0; i < size; i++) {
            int someone = known == 0 ? NONE : chance.below(known);
            boolean joins = someone != NONE && !taken[someone] && chance.chance(0.6);
            if (joins) {
                taken[someone] = true;
            }
            members[i] = joins ? someone : newcomer(groups.size() > 1 ? chance.below(groups.size()) : group, year);
        }
        return members;
    }

    private void sign(DraftWork draft, int person) {
        Form habitual = people.habitualForm(person);
        int draw = chance.below(100);
        Form form = draw < 40 ? habitual : draw < 98 ? Form.FULL : FORMS.get(chance.below(FORMS.size()));
        // Names that differ are why a person is split; a few papers go to the other id for no visible reason.
        boolean usesOtherId = people.isSplit(person) && (draw < 40 || draw >= 95);
        draft.forms.add(form);
        people.sign(person);
        draft.idOrdinals.add(usesOtherId ? 1 : 0);
        draft.institutions.add(groups.get(people.group(person)).institution);
    }

    private void topics(DraftWork draft, Group group) {
        draft.topics.add(group.topics[chance.skewed(3)]);
        int lead = people.group(draft.people.get(0));
        // An author who moved, or writes with another group, brings a topic along.
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
            int draw = chance.below(100);
            IntRing from = draw < 60 ? field : draw < 85 ? group.works : null;
            int work = from == null || from.size() == 0 ? chance.below(papers) : from.get(chance.below(from.size()));
            if (days[work] < day && citable[work] > 0 && !draft.references.contains(work)) {
                draft.references.add(work);
                citable[work]--;
                // A cited paper is the more likely to be cited again.
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
