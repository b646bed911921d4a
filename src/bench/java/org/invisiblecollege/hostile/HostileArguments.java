package org.invisiblecollege.hostile;

import static org.invisiblecollege.hostile.HostileRequest.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Texts, lists, cursors and ids that are long, strange or written for another language. */
final class HostileArguments {

    private static final int MAX_TEXT = 1_000;
    private static final Map<String, String> SEARCHES = searches();

    private HostileArguments() {}

    private static Map<String, String> searches() {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("search", "query($t: String!) { search(text: $t, first: 5) { totalCount nodes { matched } } }");
        searches.put(
                "authorsByName",
                "query($t: String!) { authorsByName(name: $t, first: 5) { totalCount nodes { id } } }");
        searches.put(
                "topicsByLabel",
                "query($t: String!) { topicsByLabel(label: $t, first: 5) { totalCount nodes { id } } }");
        searches.put(
                "organisationsByName",
                "query($t: String!) { organisationsByName(name: $t, first: 5) { totalCount nodes { id } } }");
        searches.put(
                "papers", "query($t: String!) { papers(filter: {text: $t}, first: 5) { totalCount nodes { id } } }");
        searches.put(
                "resolveAuthors", "query($t: String!) { resolveAuthors(references: [$t]) { candidates { score } } }");
        return searches;
    }

    static List<HostileRequest> all() {
        List<HostileRequest> all = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("100,000 letters", "x".repeat(100_000));
        texts.put("10,000 ligatures of 18 letters", "\uFDFA".repeat(10_000));
        texts.put("1,000 ligatures of 18 letters", "\uFDFA".repeat(MAX_TEXT));
        texts.put("5,000 ideographs", "学".repeat(5_000));
        texts.put("1,000 ideographs", "学".repeat(MAX_TEXT));
        texts.put("1,000 letters", "x".repeat(MAX_TEXT));
        texts.put("500 words of a letter", "x ".repeat(MAX_TEXT / 2));
        texts.put("one letter", "a");
        texts.put("125 wrong words", "lernign ".repeat(MAX_TEXT / 8));
        texts.put("1,000 accents", "e" + "\u0301".repeat(MAX_TEXT - 1));
        texts.put("lone surrogates", "\uD800".repeat(MAX_TEXT));
        texts.put("NULs", "\0".repeat(MAX_TEXT));
        texts.put("Lucene", "+(a* OR /.*.*.*x/) AND name:[* TO *]~10^99 \\\"".repeat(20));
        texts.put("nothing", " ".repeat(MAX_TEXT));
        texts.forEach((what, text) -> SEARCHES.forEach((field, document) ->
                all.add(document("texts: " + field + " of " + what, document, Map.of("t", text)))));
        addLists(all);
        addCursors(all);
        addInjections(all);
        return all;
    }

    private static void addLists(List<HostileRequest> to) {
        String papers = "query($i: [ID!]!) { papers(filter: {authorsAny: $i}, first: 1) { totalCount } }";
        String network = "query($i: [ID!]!) { collaborationNetwork(input: {authors: $i}) { truncated } }";
        String nodes = "query($i: [ID!]!) { nodes(ids: $i) { id } }";
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("501 unknown ids", ids(501, "author:unknown"));
        lists.put("500 unknown ids", ids(500, "author:unknown"));
        lists.put("100,000 ids", ids(100_000, ""));
        lists.put("500 ids of 200 characters", ids(500, "author:" + "x".repeat(190)));
        lists.put("500 unknown DOIs", ids(500, "doi:10.1000/"));
        lists.put("500 times the same id", Collections.nCopies(500, "author:x"));
        lists.forEach((what, ids) -> {
            to.add(document("lists: a filter of " + what, papers, Map.of("i", ids)));
            to.add(document("lists: a network of " + what, network, Map.of("i", ids)));
            to.add(document("lists: nodes of " + what, nodes, Map.of("i", ids)));
        });
        String resolve = "query($r: [String!]!) { resolveAuthors(references: $r) { candidates { score } } }";
        to.add(document("lists: resolveAuthors of 500 letters", resolve, Map.of("r", Collections.nCopies(500, "a"))));
        to.add(document(
                "lists: resolveAuthors of 500 misspelt names",
                resolve,
                Map.of(
                        "r",
                        IntStream.range(0, 500)
                                .mapToObj(i -> "Christofer Mannign" + (char) ('a' + i % 26) + " Jurafsk")
                                .toList())));
        to.add(document(
                "lists: resolveAuthors of 500 names of 1,000 letters",
                resolve,
                Map.of(
                        "r",
                        IntStream.range(0, 500)
                                .mapToObj(
                                        i -> ("Mannnign" + i + " ").repeat(100).substring(0, MAX_TEXT))
                                .toList())));
        to.add(document(
                "lists: a measure 500 times",
                "query($m: [Centrality!]!) { collaborationNetwork(input: {maxNodes: 50}) { nodes { centrality(measures: $m) { value } } } }",
                Map.of("m", Collections.nCopies(500, "BETWEENNESS"))));
        to.add(document(
                "lists: sameAs of 500 lists of 500",
                "query($s: [[ID!]!]!) { collaborationNetwork(input: {sameAs: $s}) { truncated } }",
                Map.of("s", Collections.nCopies(500, Collections.nCopies(100, "a")))));
        to.add(document(
                "lists: 500 kinds",
                "query($k: [NodeKind!]) { search(text: \"a\", kinds: $k, first: 1) { totalCount } }",
                Map.of("k", Collections.nCopies(500, "AUTHOR"))));
    }

    private static List<String> ids(int n, String prefix) {
        return IntStream.range(0, n).mapToObj(i -> prefix + i).toList();
    }

    private static void addCursors(List<HostileRequest> to) {
        String papers = "query($c: String) { papers(after: $c, first: 1) { nodes { id } } }";
        to.add(document("cursors: 100 kB", papers, Map.of("c", "Q".repeat(100_000))));
        to.add(document("cursors: 1,000 characters", papers, Map.of("c", "Q".repeat(MAX_TEXT))));
        for (String decoded : List.of("{}", "[1,2]", "999999999999", "papers:-1", "\0\1\2")) {
            to.add(document(
                    "cursors: forged " + decoded.length(),
                    papers,
                    Map.of("c", Base64.getUrlEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8)))));
        }
        to.add(document(
                "cursors: after and before",
                "query($c: String) { papers(after: $c, before: $c, first: 1, last: 1) { nodes { id } } }",
                Map.of("c", "x")));
    }

    private static void addInjections(List<HostileRequest> to) {
        for (String text : List.of(
                "x' OR 1=1 //",
                "x\"}) DETACH DELETE n //",
                "`}) MATCH (n) DETACH DELETE n //",
                "*:*",
                "name:/(a|a)*b/",
                "\\",
                "${jndi:ldap://127.0.0.1:9/x}",
                "#{T(java.lang.Runtime).getRuntime().exec('true')}",
                "../../../../etc/passwd")) {
            to.add(document("injection: id " + text, "query($t: ID!) { node(id: $t) { id } }", Map.of("t", text)));
            to.add(document("injection: text " + text, SEARCHES.get("search"), Map.of("t", text)));
            to.add(document(
                    "injection: venue " + text,
                    "query($t: String!) { papers(filter: {venues: [$t], categories: [$t], types: [$t], schemes: [$t]}) { totalCount } }",
                    Map.of("t", text)));
        }
    }
}
