package org.invisiblecollege.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.invisiblecollege.text.SearchText;
import org.neo4j.driver.Session;

/** Draws parameters of questions from a store, the same ones whenever the store is the same. */
final class DrawnParameters {

    private static final int MIN_LETTERS_OF_A_WORD = 4;
    private static final int MIN_LETTERS_OF_A_PREFIX = 2;
    private static final int MAX_LETTERS_OF_A_PREFIX = 8;
    /** How many years each window has, and how many years before the latest it ends; taken in turn. */
    private static final List<int[]> WINDOWS = List.of(new int[] {3, 0}, new int[] {10, 0}, new int[] {5, 5});

    private static final String AUTHORS = "MATCH (a:Author) WHERE EXISTS { (a)<-[:AUTHORED_BY]-() } "
            + "RETURN a.id AS id ORDER BY COUNT { (a)<-[:AUTHORED_BY]-() } DESC, id";
    private static final String TOPICS = "MATCH (t:Topic) WHERE EXISTS { (t)<-[:CITES_TOPIC]-() } "
            + "RETURN t.id AS id ORDER BY COUNT { (t)<-[:CITES_TOPIC]-() } DESC, id";
    private static final String PAPERS = "MATCH (p:Paper) RETURN p.id AS id ORDER BY id";
    private static final String TITLES = "UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p.titleKey AS id";
    private static final String NAMES = "UNWIND $ids AS id MATCH (a:Author {id: id}) RETURN a.nameKey AS id";
    private static final String LABELS = "UNWIND $ids AS id MATCH (t:Topic {id: id}) RETURN t.labelKey AS id";
    private static final String LATEST = "MATCH (p:Paper) RETURN max(p.year) AS year";

    private final Session session;
    private final int count;
    private final int authorCount;
    private final int paperCount;
    /** From the most prolific to those with one paper, see {@link #byRank}. */
    private final List<String> authors;
    /** From the most frequent to the rarest, see {@link #byRank}. */
    private final List<String> topics;
    /** At equal distances in the order of ids, two for each set. */
    private final List<String> papers;

    /** @param count how many sets of parameters each question gets */
    DrawnParameters(Session session, int count) {
        this.session = session;
        this.count = count;
        List<String> allAuthors = ids(AUTHORS, Map.of());
        List<String> allPapers = ids(PAPERS, Map.of());
        this.authorCount = allAuthors.size();
        this.paperCount = allPapers.size();
        this.authors = byRank(allAuthors, count);
        this.topics = byRank(ids(TOPICS, Map.of()), count);
        this.papers = spread(allPapers, 2 * count);
    }

    private List<String> ids(String statement, Map<String, Object> parameters) {
        return session.run(statement, parameters).list(row -> row.get("id").asString());
    }

    int paperCount() {
        return paperCount;
    }

    int authorCount() {
        return authorCount;
    }

    /** Returns one empty set again and again. */
    List<Map<String, Object>> nothing() {
        return IntStream.range(0, count).mapToObj(i -> Map.<String, Object>of()).toList();
    }

    /** Returns limits that differ a little, so that no answer can be remembered. */
    List<Map<String, Object>> maxEdges() {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("maxEdges", 1500 + i))
                .toList();
    }

    List<Map<String, Object>> authors() {
        return sets("author", authors);
    }

    List<Map<String, Object>> topics() {
        return sets("topic", topics);
    }

    List<Map<String, Object>> papers() {
        return sets("paper", spread(papers, count));
    }

    /** Returns pairs of authors, the second half of the list away from the first. */
    List<Map<String, Object>> pairs() {
        return IntStream.range(0, authors.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "from", authors.get(i), "to", authors.get((i + authors.size() / 2) % authors.size())))
                .toList();
    }

    /** Returns topics with ranges of years. */
    List<Map<String, Object>> topicsInWindows() {
        int latest = session.run(LATEST).single().get("year").asInt();
        return IntStream.range(0, topics.size())
                .mapToObj(i -> {
                    int[] window = WINDOWS.get(i % WINDOWS.size());
                    int to = latest - window[1];
                    return Map.<String, Object>of("topic", topics.get(i), "from", to - window[0] + 1, "to", to);
                })
                .toList();
    }

    /** Returns one to three words in a row of titles. */
    List<Map<String, Object>> wordsOfTitles() {
        List<String> titles = ids(TITLES, Map.of("ids", papers));
        List<Map<String, Object>> sets = new ArrayList<>();
        for (int i = 0; sets.size() < count && i < titles.size(); i++) {
            int words = 1 + sets.size() % 3;
            List<String> usual = Arrays.stream(titles.get(i).split(" "))
                    .filter(word -> word.length() >= MIN_LETTERS_OF_A_WORD)
                    .toList();
            if (usual.size() >= words) {
                sets.add(search(String.join(" ", usual.subList(usual.size() - words, usual.size()))));
            }
        }
        return sets;
    }

    /** Returns beginnings of family names, labels of topics and titles in turn, of two to eight letters. */
    List<Map<String, Object>> prefixes() {
        List<List<String>> kinds = List.of(
                ids(NAMES, Map.of("ids", authors)).stream()
                        .map(DrawnParameters::lastWord)
                        .toList(),
                ids(LABELS, Map.of("ids", topics)),
                ids(TITLES, Map.of("ids", papers)));
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<String> kind = kinds.get(i % kinds.size());
                    String text = kind.get(i % kind.size());
                    int letters = MIN_LETTERS_OF_A_PREFIX + i % (MAX_LETTERS_OF_A_PREFIX - MIN_LETTERS_OF_A_PREFIX + 1);
                    return search(
                            text.substring(0, Math.min(letters, text.length())).strip());
                })
                .toList();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** A text for the service and, as the service makes it, the query of the full-text indexes for the others. */
    private static Map<String, Object> search(String text) {
        SearchText query = SearchText.of(text).orElseThrow();
        return Map.of("text", text, "query", query.query(), "exact", "\"" + query.key() + "\"", "key", query.key());
    }

    private static List<Map<String, Object>> sets(String name, List<String> values) {
        return values.stream().map(value -> Map.<String, Object>of(name, value)).toList();
    }

    private static List<String> spread(List<String> all, int count) {
        int drawn = Math.min(count, all.size());
        return IntStream.range(0, drawn)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / drawn)))
                .toList();
    }

    /** Returns the first, the last, and between them those at equal ratios of their ranks, each once. */
    private static List<String> byRank(List<String> all, int count) {
        int drawn = Math.min(count, all.size());
        List<String> some = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < drawn; i++) {
            int rank = (int) Math.round(Math.pow(all.size(), i / Math.max(1.0, drawn - 1.0))) - 1;
            next = Math.min(Math.max(next, rank), all.size() - (drawn - i));
            some.add(all.get(next++));
        }
        return some;
    }
}
