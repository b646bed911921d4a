package org.invisiblecollege.hostile;

import static java.util.stream.Collectors.joining;
import static org.invisiblecollege.hostile.HostileRequest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Documents that are large, deep or intertwined. */
final class HostileDocuments {

    private HostileDocuments() {}

    /** The texts of the numbers below {@code n}, with blanks between them. */
    static String each(int n, IntFunction<String> text) {
        return IntStream.range(0, n).mapToObj(text).collect(joining(" "));
    }

    static List<HostileRequest> all() {
        List<HostileRequest> all = new ArrayList<>();
        addFragments(all);
        addFields(all);
        addNumbers(all);
        addIntrospection(all);
        return all;
    }

    private static void addFragments(List<HostileRequest> to) {
        String papers = " fragment P on PaperConnection { nodes { authors { author { papers(first: 500) "
                + "{ nodes { id title year } } } } } }";
        to.add(document(
                "fragments: 8 aliases of a costly one",
                "{ " + each(8, i -> "a" + i + ": papers(first: 500) { ...P }") + " }" + papers));
        for (int levels : new int[] {5, 10, 20, 90}) {
            to.add(document(
                    "fragments: doubling over " + levels + " levels",
                    "{ ...F0 } "
                            + each(
                                    levels,
                                    i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                            + " fragment F" + levels + " on Query { __typename }"));
            to.add(document(
                    "fragments: aliases doubling over " + levels + " levels",
                    "{ author(id: \"x\") { ...F0 } } "
                            + each(
                                    levels,
                                    i -> "fragment F" + i + " on Author { a: coAuthors(first: 1) { nodes { ...F"
                                            + (i + 1) + " } } b: coAuthors(first: 2) { nodes { ...F" + (i + 1)
                                            + " } } }")
                            + " fragment F" + levels + " on Author { id }"));
        }
        for (int length : new int[] {99, 1_000}) {
            to.add(document(
                    "fragments: chain of " + length,
                    "{ ...F0 } " + each(length, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " }")
                            + " fragment F" + length + " on Query { __typename }"));
            to.add(document(
                    "fragments: circle of " + length,
                    "{ ...F0 } " + each(length, i -> "fragment F" + i + " on Query { ...F" + (i + 1) % length + " }")));
            to.add(document(
                    "fragments: " + length + " unused",
                    "{ __typename } " + each(length, i -> "fragment F" + i + " on Query { __typename }")));
            to.add(document("fragments: undefined, " + length, "{ " + each(length, i -> "...F" + i) + " }"));
        }
        to.add(document(
                "fragments: 100 with overlapping fields",
                "{ " + each(100, i -> "...F" + i) + " } "
                        + each(
                                100,
                                i -> "fragment F" + i
                                        + " on Query { papers(first: 1) { nodes { id title year venue } } }")));
        to.add(document(
                "fragments: 99 inline ones in each other",
                "{ author(id: \"x\") { " + "... on Author { ".repeat(99) + "id" + " }".repeat(99) + " } }"));
        to.add(document(
                "fragments: 3,000 inline ones in each other",
                "{ author(id: \"x\") { " + "... on Author { ".repeat(3_000) + "id" + " }".repeat(3_000) + " } }"));
    }

    private static void addFields(List<HostileRequest> to) {
        for (int levels : new int[] {21, 500, 7_000}) {
            to.add(document(
                    "depth: " + levels + " levels",
                    "{ topic(id: \"x\") { " + "broader { ".repeat(levels) + "id" + " }".repeat(levels) + " } }"));
        }
        to.add(document("depth: 90,000 open braces", "{".repeat(90_000)));
        for (int aliases : new int[] {500, 501, 4_900}) {
            to.add(document("aliases: " + aliases, "{ " + each(aliases, i -> "a" + i + ": __typename") + " }"));
        }
        to.add(document(
                "aliases: 500 of an argument each",
                "{ " + each(500, i -> "a" + i + ": author(id: \"author:" + i + "\") { name }") + " }"));
        for (int directives : new int[] {200, 201, 14_000}) {
            to.add(document("directives: " + directives, "{ __typename " + "@skip ".repeat(directives) + "}"));
        }
        to.add(document("directives: 2,800 unknown", "{ __typename " + "@a".repeat(2_800) + " }"));
        for (int fields : new int[] {1_000, 7_000, 14_000}) {
            to.add(document(
                    "fields: the same " + fields + " times",
                    "{ " + "__typename ".repeat(Math.min(fields, 9_000)) + "}"));
            to.add(document(
                    "fields: a page " + fields / 10 + " times",
                    "{ " + "papers(first: 1) { nodes { id } } ".repeat(Math.min(fields / 10, 1_300)) + "}"));
        }
        to.add(document(
                "fields: 500 that conflict",
                "{ " + each(500, i -> "a: papers(first: " + i + ") { totalCount }") + " }"));
        to.add(document("fields: 1,000 unknown", "{ " + each(1_000, i -> "unknown" + i) + " }"));
        to.add(document("names: an alias of 90,000 letters", "{ " + "a".repeat(90_000) + ": __typename }"));
        to.add(document("names: a field of 90,000 letters", "{ " + "a".repeat(90_000) + " }"));
        to.add(document(
                "names: 400 aliases of 200 letters on 500 papers",
                "{ papers(first: 500) { nodes { "
                        + each(400, i -> "%03d".formatted(i).replaceFirst("^", "a".repeat(197)) + ": id") + " } } }"));
        to.add(document("operations: 1,000", each(1_000, i -> "query Q" + i + " { __typename }")));
        to.add(document("variables: 1,000", "query(" + each(1_000, i -> "$v" + i + ": Int") + ") { __typename }"));
        to.add(document("syntax: 100,000 blanks", " ".repeat(99_990) + "{a"));
        to.add(document("syntax: a comment of 99,000 letters", "#" + "x".repeat(99_000) + "\n{ __typename }"));
        to.add(document("syntax: a text without end", "{ search(text: \"" + "x".repeat(50_000)));
        to.add(document("syntax: 16,000 commas and signs", "{ " + "! ".repeat(16_000) + "}"));
    }

    private static void addNumbers(List<HostileRequest> to) {
        to.add(document(
                "numbers: first with 90,000 digits", "{ papers(first: " + "9".repeat(90_000) + ") { totalCount } }"));
        for (String number : List.of("-1", "501", "2147483647", "2147483648", "1e999", "1.5", "-9223372036854775809")) {
            to.add(document("numbers: first " + number, "{ papers(first: " + number + ") { nodes { id } } }"));
        }
        to.add(document(
                "numbers: a year of 90,000 digits",
                "{ papers(filter: {window: {from: " + "1".repeat(90_000) + "}}) { totalCount } }"));
        to.add(document(
                "numbers: minWeight 1e308", "{ collaborationNetwork(input: {minWeight: 1e308}) { nodes { depth } } }"));
        to.add(document(
                "numbers: resolution of 80,000 digits",
                "{ collaborationNetwork(input: {resolution: 0." + "0".repeat(80_000) + "1}) { truncated } }"));
        to.add(document("numbers: first and last", "{ papers(first: 500, last: 500) { nodes { id } } }"));
        to.add(
                document(
                        "numbers: maxNodes 2,000,000,000",
                        "{ collaborationNetwork(input: {maxNodes: 2000000000, maxEdges: 2000000000}) { nodes { depth } edges { key } } }"));
        to.add(document(
                "numbers: depth 2,000,000,000", "{ collaborationNetwork(input: {depth: 2000000000}) { truncated } }"));
    }

    private static void addIntrospection(List<HostileRequest> to) {
        String types =
                "types { name description fields(includeDeprecated: true) { name description args { name type { name "
                        + "ofType { name ofType { name } } } } type { name ofType { name ofType { name } } } } inputFields { name } }";
        to.add(document("introspection: whole", "{ __schema { " + types + " } }"));
        to.add(document(
                "introspection: whole 100 times",
                "{ " + each(100, i -> "s" + i + ": __schema { " + types + " }") + " }"));
        for (int levels : new int[] {2, 4, 8}) {
            to.add(document(
                    "introspection: types of fields of types, " + levels + " levels",
                    "{ __schema { types { " + "fields { type { ".repeat(levels) + "name" + " } }".repeat(levels)
                            + " } } }"));
            to.add(document(
                    "introspection: possible types, " + levels + " levels",
                    "{ __type(name: \"Node\") { " + "possibleTypes { interfaces { ".repeat(levels) + "name"
                            + " } }".repeat(levels) + " } }"));
        }
    }
}
