package org.invisiblecollege.curation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.invisiblecollege.cypher.Parameters;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/**
 * A few people who write most papers together, some of them namesakes, as loads of two sources leave them: the second source
 * has brought people whom a rule joined to those of the first, and one person whom it knows under two spellings.
 */
record RandomPeople(
        int number,
        List<Person> people,
        List<Paper> papers,
        List<Mention> mentions,
        List<Join> joins,
        List<Spellings> spellings) {

    private static final List<String> GIVEN = List.of("Ann", "Anna Maria", "A.", "Bo", "B.", "Çem");
    private static final List<String> FAMILY = List.of("Lund", "Lund Holm");

    /**
     * A person as sources state it, before any rule.
     *
     * @param variants at least one
     */
    record Person(
            String id, List<String> variants, @Nullable String orcid) {}

    record Paper(
            String id, @Nullable Integer year, @Nullable Integer authorCount, String cites) {}

    /**
     * An entry of a paper's list of authors.
     *
     * @param stated id of the person that the record states
     * @param spelling null where the record gives none
     */
    record Mention(
            String paper,
            int position,
            String stated,
            @Nullable String spelling,
            List<String> organisations) {}

    /** A merge by rule across sources. */
    record Join(String decision, String survivor, String merged) {}

    /** A merge by rule of two spellings of a source without ids. */
    record Spellings(String decision, String author, List<String> names) {}

    static RandomPeople of(int number, Random random) {
        List<Person> people = new ArrayList<>();
        for (int person = 0; person < 6 + random.nextInt(3); person++) {
            TreeSet<String> variants = new TreeSet<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                variants.add(any(GIVEN, random) + " " + any(FAMILY, random));
            }
            String orcid = random.nextInt(3) == 0 ? "orcid-%d-%d".formatted(number, random.nextInt(7)) : null;
            boolean isTaken = people.stream().anyMatch(other -> orcid != null && orcid.equals(other.orcid));
            people.add(new Person(
                    "author:w%d:%d".formatted(number, person), List.copyOf(variants), isTaken ? null : orcid));
        }
        List<Spellings> spellings = List.of();
        if (random.nextInt(3) == 0) {
            List<String> names = List.of("Zed%d Quill".formatted(number), "Z%d Quill".formatted(number));
            people.set(0, new Person(people.getFirst().id, names, null));
            spellings =
                    List.of(new Spellings("decision:rule:w%d:names".formatted(number), people.getFirst().id, names));
        }
        List<Paper> papers = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (int paper = 0; paper < 7 + random.nextInt(5); paper++) {
            List<Person> authors = new ArrayList<>(people);
            Collections.shuffle(authors, random);
            int listed = 1 + random.nextInt(5);
            // Of some papers not all authors are listed, and some have more than the 100 that make pairs.
            Integer stated = random.nextInt(4) > 0 ? null : random.nextInt(5) == 0 ? 101 : random.nextInt(9);
            String id = "paper:w%d:%d".formatted(number, paper);
            papers.add(new Paper(
                    id,
                    random.nextInt(5) == 0 ? null : 2000 + random.nextInt(6),
                    stated,
                    "paper:w%d:%d".formatted(number, random.nextInt(paper + 1))));
            for (int position = 0; position < listed; position++) {
                Person author = authors.get(position);
                mentions.add(new Mention(
                        id,
                        position,
                        author.id,
                        random.nextInt(5) == 0 ? null : any(author.variants, random),
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj("organisation:o%d"::formatted)
                                .toList()));
            }
        }
        return new RandomPeople(number, people, papers, mentions, joins(number, people, mentions, random), spellings);
    }

    /** Joins some of the last people to the second; a paper lists no two of those who are one person. */
    private static List<Join> joins(int number, List<Person> people, List<Mention> mentions, Random random) {
        List<Join> joins = new ArrayList<>();
        TreeSet<String> one = new TreeSet<>(List.of(people.get(1).id));
        for (int i = 1; i <= random.nextInt(3); i++) {
            Person merged = people.get(people.size() - i);
            one.add(merged.id);
            boolean isJoint = mentions.stream()
                            .filter(each -> one.contains(each.stated))
                            .map(Mention::paper)
                            .distinct()
                            .count()
                    < mentions.stream()
                            .filter(each -> one.contains(each.stated))
                            .count();
            if (isJoint) {
                one.remove(merged.id);
            } else {
                joins.add(new Join("decision:rule:w%d:%d".formatted(number, i), people.get(1).id, merged.id));
            }
        }
        return joins;
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** What loads would write, without the derived edges and the names that are chosen from the spellings. */
    static void write(List<RandomPeople> all, Driver driver) {
        driver.executableQuery("""
                        MERGE (s:Source {id: 'source:test'}) ON CREATE SET s.name = 'test'
                        WITH s
                        CALL (s) {
                          UNWIND $people AS row
                          CREATE (a:Author {id: row.id, variants: row.variants, orcid: row.orcid})
                          CREATE (a)-[:RECORDED_IN {recordId: row.id}]->(s)
                        }
                        CALL (s) {
                          UNWIND $papers AS row
                          CREATE (p:Paper {id: row.id, title: row.id, titleKey: replace(row.id, ':', ' '), year: row.year,
                                           authorCount: row.authorCount, authorsComplete: row.authorCount IS NULL})
                          CREATE (p)-[:RECORDED_IN {recordId: row.id}]->(s)
                          MERGE (t:Topic {id: 'topic:t' + size(row.id) % 2})
                          ON CREATE SET t.label = t.id, t.labelKey = t.id, t.labelKeys = [t.id], t.scheme = 'test'
                          CREATE (p)-[:CITES_TOPIC {method: 'ASSERTED', score: 1.0}]->(t)
                          WITH row, p
                          MATCH (cited:Paper {id: row.cites})
                          CREATE (p)-[:CITES]->(cited)
                        }
                        CALL () {
                          UNWIND ['organisation:o0', 'organisation:o1'] AS id
                          MERGE (o:Organisation {id: id})
                          ON CREATE SET o.name = id, o.nameKey = id, o.nameKeys = [id]
                        }
                        WITH s
                        UNWIND $mentions AS row
                        MATCH (p:Paper {id: row.paper})
                        MATCH (a:Author {id: row.stated})
                        CREATE (p)-[:AUTHORED_BY {position: row.position, nameAsWritten: row.spelling,
                                                  organisations: CASE WHEN size(row.organisations) > 0 THEN row.organisations END}]->(a)
                        """)
                .withParameters(Map.of(
                        "people", rows(all, RandomPeople::people),
                        "papers", rows(all, RandomPeople::papers),
                        "mentions", rows(all, RandomPeople::mentions)))
                .execute();
        driver.executableQuery("""
                        UNWIND $joins AS row
                        MATCH (a:Author {id: row.merged}), (survivor:Author {id: row.survivor})
                        CREATE (d:IdentityDecision {id: row.decision, kind: 'MERGE', names: [], evidence: ['test'], score: 1.5,
                                                    method: 'test 1', at: '2020-01-01T00:00:00Z', papers: [],
                                                    variantsBefore: survivor.variants, orcidBefore: survivor.orcid})
                        CREATE (d)-[:DECIDES {position: 0}]->(survivor)
                        CREATE (d)-[:DECIDES {position: 1}]->(a)
                        CREATE (a)-[:REPLACED_BY]->(survivor)
                        SET survivor.variants = survivor.variants + [each IN a.variants WHERE NOT each IN survivor.variants],
                            survivor.orcid = coalesce(survivor.orcid, a.orcid)
                        REMOVE a:Author
                        SET a:Retired, a.retiredBy = row.decision
                        WITH a, survivor
                        MATCH (p:Paper)-[old:AUTHORED_BY]->(a)
                        CREATE (p)-[new:AUTHORED_BY]->(survivor)
                        SET new = properties(old), new.statedAuthor = a.id
                        DELETE old
                        """)
                .withParameters(Map.of("joins", rows(all, RandomPeople::joins)))
                .execute();
        driver.executableQuery("""
                        UNWIND $spellings AS row
                        MATCH (a:Author {id: row.author}), (s:Source {id: 'source:test'})
                        CREATE (d:IdentityDecision {id: row.decision, kind: 'MERGE', names: row.names, evidence: ['test'],
                                                    score: 1.5, method: 'test 1', at: '2020-01-01T00:00:00Z'})
                        CREATE (d)-[:DECIDES]->(a)
                        WITH a, s, row
                        UNWIND row.names AS name
                        CREATE (a)-[:RECORDED_IN {recordId: name}]->(s)
                        """)
                .withParameters(Map.of("spellings", rows(all, RandomPeople::spellings)))
                .execute();
    }

    private static <R extends Record> List<Map<String, Object>> rows(
            List<RandomPeople> all, Function<RandomPeople, List<R>> some) {
        return all.stream()
                .flatMap(each -> some.apply(each).stream())
                .map(Parameters::of)
                .toList();
    }
}
