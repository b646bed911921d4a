package org.invisiblecollege.disambiguation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Invented papers by people who are all called Wei Wang; each has co-authors, words and an organisation of their own. */
final class GeneratedNamesakes {

    private static final int CO_AUTHORS = 8;
    private static final int WORDS = 12;

    private GeneratedNamesakes() {}

    /** Returns papers with Wei Wang as the first author, the same for the same seed. */
    static List<SourcePaper> papers(int count, int people, long seed) {
        Random random = new Random(seed);
        List<SourcePaper> papers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int person = random.nextInt(people);
            String title = Stream.concat(
                            IntStream.range(0, 4).mapToObj(word -> word(person * WORDS + random.nextInt(WORDS))),
                            IntStream.range(0, 4).mapToObj(word -> word(1_000_000 + random.nextInt(300))))
                    .collect(Collectors.joining(" "));
            List<PersonMention> authors = new ArrayList<>();
            authors.add(named("Wei Wang", "university of " + word(person)));
            for (int other = random.nextInt(3); other >= 0; other--) {
                String name = "Co" + word(person * CO_AUTHORS + random.nextInt(CO_AUTHORS)) + " Au" + word(person);
                authors.add(named(name, "institute of " + word(random.nextInt(50))));
            }
            papers.add(new SourcePaper(
                    "generated" + i,
                    title,
                    "Venue " + word(random.nextInt(30)),
                    1990 + random.nextInt(30),
                    authors,
                    List.of(),
                    List.of()));
        }
        return papers;
    }

    private static PersonMention named(String name, String organisation) {
        return new PersonMention(name, name, false, null, List.of(organisation));
    }

    /** Returns a word of letters that is different for each number. */
    private static String word(int number) {
        StringBuilder letters = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
