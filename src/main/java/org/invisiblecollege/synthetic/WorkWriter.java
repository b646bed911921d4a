package org.invisiblecollege.synthetic;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.invisiblecollege.synthetic.SyntheticNames.Name;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Writes drafts as OpenAlex work objects, one a line. */
final class WorkWriter implements AutoCloseable {

    private static final String SITE = "https://openalex.org/";
    private static final int FRONT_MATTER_EVERY = 400;
    private static final int TERMS = 40;

    private final SyntheticPeople people;
    private final boolean abstracts;
    private final JsonGenerator json;

    private final String[] dates = new String[(Bibliography.LAST_YEAR - Bibliography.FIRST_YEAR + 1) * 365];
    private final String[] scores = new String[10_000];
    private final SerializedString[] institutions = new SerializedString[SyntheticInstitutions.COUNT];
    private final SerializedString[] countries = new SerializedString[SyntheticInstitutions.COUNT];
    private final SerializedString[] affiliations = new SerializedString[SyntheticInstitutions.COUNT];
    private final SerializedString[] levels = new SerializedString[SyntheticTopics.COUNT];
    private final String[] labels = new String[SyntheticTopics.COUNT];

    // The abstract that is being written: first and last position of each word, and the next position of the same word.
    private final String[] @Nullable [] terms = new String[SyntheticTopics.COUNT][];
    private final int[] first = new int[SyntheticWords.COMMON.length + TERMS];
    private final int[] last = new int[SyntheticWords.COMMON.length + TERMS];
    private final int[] following = new int[200];
    private final int[] order = new int[200];

    WorkWriter(SyntheticPeople people, OutputStream out, boolean abstracts) {
        this.people = people;
        this.abstracts = abstracts;
        this.json =
                JsonFactory.builder().rootValueSeparator("\n").build().createGenerator(ObjectWriteContext.empty(), out);
        for (int i = 0; i < dates.length; i++) {
            dates[i] = LocalDate.ofYearDay(Bibliography.FIRST_YEAR + i / 365, i % 365 + 1)
                    .toString();
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Double.toString(i / 10_000.0);
        }
        for (int i = 0; i < SyntheticInstitutions.COUNT; i++) {
            String name = SyntheticInstitutions.name(i);
            String country = SyntheticInstitutions.country(i);
            institutions[i] = new SerializedString(
                    "[{\"id\":\"%s\",\"display_name\":\"%s\",\"ror\":\"%s\",\"country_code\":\"%s\",\"type\":\"%s\"}]"
                            .formatted(
                                    SyntheticInstitutions.id(i),
                                    name,
                                    SyntheticInstitutions.ror(i),
                                    country,
                                    SyntheticInstitutions.type(i)));
            countries[i] = new SerializedString("[\"" + country + "\"]");
            affiliations[i] = new SerializedString("[\"" + name + ", " + country + "\"]");
        }
        for (int i = 0; i < SyntheticTopics.COUNT; i++) {
            labels[i] = SyntheticTopics.label(i);
            levels[i] = new SerializedString(level("subfield", "subfields", SyntheticTopics.subfieldOf(i)) + ","
                    + level("field", "fields", SyntheticTopics.fieldOf(i)) + ","
                    + level("domain", "domains", SyntheticTopics.domainOf(i)));
        }
        Arrays.fill(first, -1);
    }

    private static String level(String name, String kind, String idAndLabel) {
        int bar = idAndLabel.indexOf('|');
        return "\"%s\":{\"id\":\"%s%s/%s\",\"display_name\":\"%s\"}"
                .formatted(name, SITE, kind, idAndLabel.substring(0, bar), idAndLabel.substring(bar + 1));
    }

    static String workId(int paper) {
        return SITE + "W" + (4_200_000_000L + paper);
    }

    /** Ids of one person look unrelated, as they do in OpenAlex; no two ids are the same. */
    static String authorId(int person, int idOrdinal) {
        return SITE + "A" + (5_000_000_000L + (2L * person + idOrdinal) * 387_420_489L % 1_000_000_000L);
    }

    /** Returns a well-formed ORCID iD, with its check digit (ISO 7064 mod 11-2). */
    static String orcid(int person) {
        String digits = "%015d".formatted(15_000_000L + person * 7L);
        int total = 0;
        for (int i = 0; i < digits.length(); i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        String all = digits + (check == 10 ? "X" : Integer.toString(check));
        return "https://orcid.org/" + all.substring(0, 4) + "-" + all.substring(4, 8) + "-" + all.substring(8, 12) + "-"
                + all.substring(12);
    }

    /** Writes one work, and into the array the names as it printed them. */
    void write(DraftWork draft, String[] rawNames) {
        SeededRandom words = new SeededRandom(draft.textSeed);
        int paper = draft.paper;
        int topic = draft.topics.get(0);
        boolean frontMatter = words.below(FRONT_MATTER_EVERY) == 0;
        String title = frontMatter
                ? SyntheticWords.FRONT_MATTER[words.below(SyntheticWords.FRONT_MATTER.length)]
                : title(words, topic);
        String id = workId(paper);
        String doi = words.below(10) == 0 ? null : "https://doi.org/10.5555/gen." + paper;
        json.writeStartObject();
        json.writeStringProperty("id", id);
        if (doi == null) {
            json.writeNullProperty("doi");
        } else {
            json.writeStringProperty("doi", doi);
        }
        json.writeStringProperty("title", title);
        json.writeStringProperty("display_name", title);
        json.writeNumberProperty("publication_year", Bibliography.FIRST_YEAR + draft.year);
        json.writeStringProperty("publication_date", dates[draft.year * 365 + draft.day]);
        json.writeObjectPropertyStart("ids");
        json.writeStringProperty("openalex", id);
        if (doi != null) {
            json.writeStringProperty("doi", doi);
        }
        json.writeEndObject();
        json.writeStringProperty("language", "en");
        location(words, topic, doi);
        json.writeStringProperty("type", frontMatter ? "editorial" : type(words.below(100)));
        authorships(draft, rawNames);
        json.writeNumberProperty("cited_by_count", draft.citations);
        json.writeBooleanProperty("is_retracted", draft.retracted);
        json.writeBooleanProperty("is_paratext", false);
        int score = 9000 + words.below(1000);
        json.writeName("primary_topic");
        topic(topic, score);
        json.writeArrayPropertyStart("topics");
        for (int i = 0; i < draft.topics.size(); i++) {
            topic(draft.topics.get(i), score);
            score -= 1 + words.below(1000);
        }
        json.writeEndArray();
        keywords(words, topic);
        json.writeNumberProperty("referenced_works_count", draft.references.size());
        json.writeArrayPropertyStart("referenced_works");
        for (int i = 0; i < draft.references.size(); i++) {
            json.writeString(workId(draft.references.get(i)));
        }
        json.writeEndArray();
        if (abstracts) {
            json.writeName("abstract_inverted_index");
            if (frontMatter || words.below(8) == 0) {
                json.writeNull();
            } else {
                invertedAbstract(words, topic);
            }
        }
        json.writeEndObject();
    }

    private static String type(int percent) {
        return percent < 78
                ? "article"
                : percent < 88 ? "preprint" : percent < 93 ? "book-chapter" : percent < 98 ? "review" : "dissertation";
    }

    private static String title(SeededRandom words, int topic) {
        StringBuilder title = new StringBuilder(100);
        if (words.below(2) == 0) {
            title.append(pick(words, SyntheticWords.TITLE_OPENINGS)).append(' ');
        }
        title.append(SyntheticTopics.approach(topic)).append(' ').append(SyntheticTopics.noun(topic, 0));
        title.append(' ').append(pick(words, SyntheticWords.TITLE_JOINS)).append(' ');
        title.append(capital(SyntheticWords.COMMON[20 + words.below(SyntheticWords.COMMON.length - 20)]))
                .append(' ');
        title.append(SyntheticTopics.noun(topic, 1 + words.below(9)));
        if (words.below(2) == 0) {
            title.append(": ").append(pick(words, SyntheticWords.TITLE_ENDINGS));
        }
        return title.toString();
    }

    private static String pick(SeededRandom words, String[] from) {
        return from[words.below(from.length)];
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void location(SeededRandom words, int topic, @Nullable String doi) {
        int field = SyntheticTopics.field(topic);
        int venue = words.skewed(40);
        String noun = SyntheticTopics.noun(topic, 0);
        boolean meeting = venue % 4 == 3;
        json.writeObjectPropertyStart("primary_location");
        json.writeBooleanProperty("is_oa", words.below(2) == 0);
        if (doi == null) {
            json.writeNullProperty("landing_page_url");
        } else {
            json.writeStringProperty("landing_page_url", doi);
        }
        json.writeObjectPropertyStart("source");
        json.writeStringProperty(
                "id", SITE + "S" + (4_210_000_000L + field * 1000L + topic % 10 * 4L + (meeting ? 3 : venue % 4)));
        json.writeStringProperty(
                "display_name",
                switch (venue % 4) {
                    case 0 -> "Journal of " + noun;
                    case 1 -> "Annals of " + noun;
                    case 2 -> "Letters on " + noun;
                    default -> "Proceedings of the Conference on " + noun;
                });
        json.writeStringProperty("type", meeting ? "conference" : "journal");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void authorships(DraftWork draft, String[] rawNames) {
        int count = draft.people.size();
        json.writeArrayPropertyStart("authorships");
        for (int i = 0; i < count; i++) {
            int person = draft.people.get(i);
            int idOrdinal = draft.idOrdinals.get(i);
            int institution = draft.institutions.get(i);
            Name name = people.name(person);
            rawNames[i] = SyntheticNames.write(name, draft.forms.get(i));
            json.writeStartObject();
            json.writeStringProperty("author_position", i == 0 ? "first" : i == count - 1 ? "last" : "middle");
            json.writeObjectPropertyStart("author");
            json.writeStringProperty("id", authorId(person, idOrdinal));
            json.writeStringProperty(
                    "display_name", idOrdinal == 0 ? name.full() : people.displayName(person, idOrdinal));
            // A second id is split off because nothing ties it to the first, so no ORCID iD either.
            if (idOrdinal == 0 && people.hasOrcid(person)) {
                json.writeStringProperty("orcid", orcid(person));
            } else {
                json.writeNullProperty("orcid");
            }
            json.writeEndObject();
            json.writeName("institutions");
            json.writeRawValue(institutions[institution]);
            json.writeName("countries");
            json.writeRawValue(countries[institution]);
            json.writeBooleanProperty("is_corresponding", i == 0);
            json.writeStringProperty("raw_author_name", rawNames[i]);
            json.writeName("raw_affiliation_strings");
            json.writeRawValue(affiliations[institution]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void topic(int topic, int score) {
        json.writeStartObject();
        json.writeStringProperty("id", SyntheticTopics.id(topic));
        json.writeStringProperty("display_name", labels[topic]);
        json.writeName("score");
        json.writeNumber(scores[Math.max(score, 0)]);
        json.writeRaw(',');
        json.writeRaw(levels[topic]);
        json.writeEndObject();
    }

    private void keywords(SeededRandom words, int topic) {
        int count = 1 + words.below(4);
        json.writeArrayPropertyStart("keywords");
        for (int i = 0; i < count; i++) {
            String keyword = SyntheticTopics.keyword(topic, i == 0 ? 0 : i * 2);
            json.writeStartObject();
            json.writeStringProperty(
                    "id", SITE + "keywords/" + keyword.toLowerCase(Locale.ROOT).replace(' ', '-'));
            json.writeStringProperty("display_name", keyword);
            json.writeName("score");
            json.writeNumber(scores[4000 + words.below(3000) - 500 * i]);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void invertedAbstract(SeededRandom words, int topic) {
        String[] own = termsOf(topic);
        int length = 35 + words.below(70);
        int distinct = 0;
        for (int position = 0; position < length; position++) {
            int word = words.below(3) == 0
                    ? SyntheticWords.COMMON.length + words.skewed(own.length)
                    : words.skewed(SyntheticWords.COMMON.length);
            following[position] = -1;
            if (first[word] < 0) {
                first[word] = position;
                order[distinct++] = word;
            } else {
                following[last[word]] = position;
            }
            last[word] = position;
        }
        json.writeStartObject();
        for (int i = 0; i < distinct; i++) {
            int word = order[i];
            json.writeArrayPropertyStart(
                    word < SyntheticWords.COMMON.length
                            ? SyntheticWords.COMMON[word]
                            : own[word - SyntheticWords.COMMON.length]);
            for (int position = first[word]; position >= 0; position = following[position]) {
                json.writeNumber(position);
            }
            json.writeEndArray();
            first[word] = -1;
        }
        json.writeEndObject();
    }

    /** Returns words of the topic's field, the topic's own first. */
    private String[] termsOf(int topic) {
        String[] own = terms[topic];
        if (own == null) {
            own = new String[TERMS / 2];
            for (int i = 0; i < 10; i++) {
                String noun = SyntheticTopics.noun(topic, i).toLowerCase(Locale.ROOT);
                own[2 * i] = noun;
                own[2 * i + 1] = SyntheticTopics.approach(SyntheticTopics.near(topic, 5 * i))
                                .toLowerCase(Locale.ROOT) + "-" + noun;
            }
            terms[topic] = own;
        }
        return own;
    }

    @Override
    public void close() {
        json.close();
    }
}
