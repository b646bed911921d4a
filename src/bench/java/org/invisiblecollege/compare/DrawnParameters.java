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
    private final List<String> authors;
    private final List<String> topics;
    private final List<String> papers;

    DrawnParameters(Session session) {
        this.session = session;
        this.authors = ids(AUTHORS, Map.of());
        this.topics = ids(TOPICS, Map.of());
        this.papers = ids(PAPERS, Map.of());
    }

    private List<String> ids(String statement, Map<String, Object> parameters) {
        return session.run(statement, parameters).list(row -> row.get("id").asString());
    }

    int paperCount() {
        return papers.size();
    }

    int authorCount() {
        return authors.size();
    }

    /** Returns one empty set again and again. */
    List<Map<String, Object>> nothing(int count) {
        return IntStream.range(0, count).mapToObj(i -> Map.<String, Object>of()).toList();
    }

    /** Returns limits that differ a little, so that no answer can be remembered. */
    List<Map<String, Object>> maxEdges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("maxEdges", 1500 + i))
                .toList();
    }

    /** Returns authors from the most prolific to those with one paper, see {@link #byRank}. */
    List<Map<String, Object>> authors(int count) {
        return sets("author", byRank(authors, count));
    }

    /** Returns topics from the most frequent to the rarest, see {@link #byRank}. */
    List<Map<String, Object>> topics(int count) {
        return sets("topic", byRank(topics, count));
    }

    /** Returns papers at equal distances in the order of ids. */
    List<Map<String, Object>> papers(int count) {
        return sets("paper", spread(papers, count));
    }

    /** Returns pairs of authors, each of them with one half of the list further on. */
    List<Map<String, Object>> pairs(int count) {
        List<String> some = byRank(authors, count);
        return IntStream.range(0, some.size())
                .mapToObj(i -> Map.<String, Object>of(
                        "from", some.get(i), "to", some.get((i + some.size() / 2) % some.size())))
                .toList();
    }

    /** Returns topics with ranges of years. */
    List<Map<String, Object>> topicsInWindows(int count) {
        int latest = session.run(LATEST).single().get("year").asInt();
        List<String> some = byRank(topics, count);
        return IntStream.range(0, some.size())
                .mapToObj(i -> {
                    int[] window = WINDOWS.get(i % WINDOWS.size());
                    int to = latest - window[1];
                    return Map.<String, Object>of("topic", some.get(i), "from", to - window[0] + 1, "to", to);
                })
                .toList();
    }

    /** Returns one to three words in a row of titles. */
    List<Map<String, Object>> wordsOfTitles(int count) {
        List<String> titles = ids(TITLES, Map.of("ids", spread(papers, 2 * count)));
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
    List<Map<String, Object>> prefixes(int count) {
        List<List<String>> kinds = List.of(
                ids(NAMES, Map.of("ids", byRank(authors, count))).stream()
                        .map(DrawnParameters::lastWord)
                        .toList(),
                ids(LABELS, Map.of("ids", byRank(topics, count))),
                ids(TITLES, Map.of("ids", spread(papers, count))));
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
        return Map.of("text", text, "query", query.query(), "exact", query.phrase(), "key", query.key());
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
