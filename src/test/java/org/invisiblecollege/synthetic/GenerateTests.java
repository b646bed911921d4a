package org.invisiblecollege.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.invisiblecollege.synthetic.SyntheticNames.Form;
import org.invisiblecollege.synthetic.SyntheticNames.Name;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenerateTests {

    private record Output(String works, String truth) {
        List<JsonNode> parsed() {
            JsonMapper json = new JsonMapper();
            return works.lines().map(json::readTree).toList();
        }

        List<String[]> people() {
            return truth.lines().skip(1).map(line -> line.split(",", 5)).toList();
        }
    }

    private static Output generate(int papers, long seed, boolean abstracts) throws IOException {
        ByteArrayOutputStream works = new ByteArrayOutputStream();
        ByteArrayOutputStream truth = new ByteArrayOutputStream();
        Generate.write(papers, seed, works, truth, abstracts);
        return new Output(works.toString(StandardCharsets.UTF_8), truth.toString(StandardCharsets.UTF_8));
    }

    @Test
    void fewerPapersAreTheFirstOfMore() throws IOException {
        Output more = generate(300, 5, true);
        Output fewer = generate(100, 5, true);
        assertThat(generate(300, 5, true)).isEqualTo(more);
        assertThat(more.works()).startsWith(fewer.works());
        assertThat(more.truth()).startsWith(fewer.truth());
        assertThat(fewer.works().lines()).hasSize(100);
        assertThat(generate(100, 6, true).works()).isNotEqualTo(fewer.works());
    }

    /** Figures that were measured on a generated bibliography are measured on the same one again. */
    @Test
    void aSeedGivesTheBytesItAlwaysGave() throws IOException {
        Output output = generate(2_000, 7, true);
        assertThat(DigestUtils.sha256Hex(output.works()))
                .isEqualTo("4644e6aefa3ea40552f0bc28562775af049486d9ede7b69ffc98fefe28cf1fa6");
        assertThat(DigestUtils.sha256Hex(output.truth()))
                .isEqualTo("27315c1df3f8813fe5faee6b359c11937ada567762a7490fc7e6feb4cf78aa78");
    }

    @Test
    void abstractsCanBeLeftOut() throws IOException {
        Output with = generate(200, 5, true);
        Output without = generate(200, 5, false);
        assertThat(without.truth()).isEqualTo(with.truth());
        assertThat(without.works()).doesNotContain("abstract_inverted_index");
        JsonNode index = with.parsed().stream()
                .map(work -> work.get("abstract_inverted_index"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        List<Integer> positions = new ArrayList<>();
        index.forEach(word -> word.forEach(position -> positions.add(position.asInt())));
        assertThat(positions).hasSizeBetween(35, 104).doesNotHaveDuplicates();
        assertThat(positions.stream().mapToInt(position -> position).max()).hasValue(positions.size() - 1);
    }

    @Test
    void referencesPointAtEarlierWorks() throws IOException {
        Map<String, String> dates = new HashMap<>();
        Map<String, Integer> cited = new HashMap<>();
        Map<String, Integer> allowed = new HashMap<>();
        for (JsonNode work : generate(5000, 7, false).parsed()) {
            String date = work.get("publication_date").asString();
            for (JsonNode reference : work.get("referenced_works")) {
                assertThat(dates.get(reference.asString())).isNotNull().isLessThan(date);
                cited.merge(reference.asString(), 1, Integer::sum);
            }
            dates.put(work.get("id").asString(), date);
            allowed.put(work.get("id").asString(), work.get("cited_by_count").asInt());
        }
        assertThat(cited).hasSizeGreaterThan(2000);
        assertThat(cited).allSatisfy((work, times) -> assertThat(times).isLessThanOrEqualTo(allowed.get(work)));
    }

    @Test
    void shapeIsThatOfALiterature() throws IOException {
        Output output = generate(5000, 7, false);
        int[] sizes = output.parsed().stream()
                .mapToInt(work -> work.get("authorships").size())
                .sorted()
                .toArray();
        assertThat(sizes[2500]).isEqualTo(3);
        assertThat(Arrays.stream(sizes).sum()).isBetween(15_000, 22_000);
        Map<Integer, Long> years = output.parsed().stream()
                .collect(Collectors.groupingBy(
                        work -> work.get("publication_year").asInt(), Collectors.counting()));
        assertThat(years).hasSize(36);
        assertThat(years.getOrDefault(2025, 0L)).isGreaterThan(3 * years.getOrDefault(1990, 5000L));
        Map<String, Long> papers =
                output.people().stream().collect(Collectors.groupingBy(line -> line[3], Collectors.counting()));
        assertThat(papers).hasSizeBetween(3000, 5000);
        assertThat(papers.values()).anyMatch(count -> count > 50);
    }

    @Test
    void truthAgreesWithTheWorks() throws IOException {
        Output output = generate(5000, 7, false);
        List<String> printed = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (JsonNode work : output.parsed()) {
            for (JsonNode authorship : work.get("authorships")) {
                String author = authorship.get("author").get("id").asString();
                printed.add(work.get("id").asString()
                        + author
                        + '"'
                        + authorship.get("raw_author_name").asString()
                        + '"');
                names.put(author, authorship.get("author").get("display_name").asString());
            }
        }
        assertThat(output.people().stream().map(line -> line[0] + line[2] + line[4]))
                .isEqualTo(printed);

        Map<String, String> owner = new HashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        Map<String, Set<String>> forms = new HashMap<>();
        for (String[] line : output.people()) {
            assertThat(owner.merge(line[2], line[3], (before, person) -> person))
                    .isEqualTo(line[3]);
            ids.computeIfAbsent(line[3], person -> new HashSet<>()).add(line[2]);
            forms.computeIfAbsent(line[3], person -> new HashSet<>()).add(line[4]);
        }
        assertThat(ids.values()).anyMatch(two -> two.size() == 2).noneMatch(many -> many.size() > 2);
        assertThat(forms.values()).anyMatch(several -> several.size() > 1);
        Map<String, Set<String>> bearers = new HashMap<>();
        names.forEach((author, name) ->
                bearers.computeIfAbsent(name, any -> new HashSet<>()).add(owner.getOrDefault(author, "")));
        assertThat(bearers.values()).anyMatch(people -> people.size() > 1);
    }

    @Test
    void onePaperInTwentyThousandIsAConsortiums() throws IOException {
        assertThat(generate(20_000, 1, false).parsed().stream()
                        .map(work -> work.get("authorships").size())
                        .filter(size -> size >= 100))
                .singleElement()
                .satisfies(size -> assertThat(size).isLessThanOrEqualTo(3000));
    }

    @Test
    void namesAreWrittenInSeveralForms() {
        Name name = new Name("Jean-Noël", "Lefèvre");
        assertThat(SyntheticNames.write(name, Form.FULL)).isEqualTo("Jean-Noël Lefèvre");
        assertThat(SyntheticNames.write(name, Form.INITIALS)).isEqualTo("J.-N. Lefèvre");
        assertThat(SyntheticNames.write(name, Form.BARE_INITIALS)).isEqualTo("JN Lefèvre");
        assertThat(SyntheticNames.write(name, Form.UNACCENTED)).isEqualTo("Jean-Noel Lefevre");
        assertThat(SyntheticNames.write(name, Form.UNHYPHENATED)).isEqualTo("Jean Noël Lefèvre");
        assertThat(SyntheticNames.write(name, Form.FAMILY_FIRST)).isEqualTo("Lefèvre, Jean-Noël");
        assertThat(SyntheticNames.write(new Name("Hartono", ""), Form.INITIALS)).isEqualTo("Hartono");
        assertThat(SyntheticNames.write(new Name("Işıl", "Øster"), Form.UNACCENTED))
                .isEqualTo("Isil Oster");
    }

    @Test
    void orcidsHaveTheirCheckDigit() {
        assertThat(WorkWriter.orcid(0)).isEqualTo("https://orcid.org/0000-0001-5000-0007");
    }
}
