package org.invisiblecollege.ingest.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings one name into the form in which texts show it. */
final class NameForm {

    private static final Pattern ADDRESS = Pattern.compile("\\s*<[^<>]*@[^<>]*>|\\s*\\S+@\\S+\\.\\S+");
    private static final Pattern NOTE = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    /** Digits and signs behind a name, which lead to a footnote. */
    private static final Pattern MARKS = Pattern.compile(
            "(?<=[\\p{L}.])\\s*[*†‡§¶‖#¹²³⁰⁴-⁹]+[\\s,*†‡§¶‖#¹²³⁰⁴-⁹\\d]*$|(?<=\\p{Ll})\\d{1,2}(?:,\\d{1,2})+$");

    private static final Pattern TITLE = Pattern.compile("(?i)(?:(?:prof|dr|mr|mrs|ms)\\.|professor)\\s+(?=\\S)");
    private static final Pattern DEGREE =
            Pattern.compile("(?i),?\\s+(?:ph\\.?\\s?d|m\\.?d|d\\.?phil|m\\.?sc|b\\.?sc|m\\.?p\\.?h|esq)\\.?$");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|jun|sen|ii|iii|iv|2nd|3rd)\\.?");
    private static final Pattern COMPANY =
            Pattern.compile("(?i)(?:inc|ltd|llc|llp|co|corp|gmbh|plc|s\\.?a|ag|b\\.?v|pty)\\.?");
    private static final Pattern IDEOGRAPHS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]+");

    private static final Set<String> ORGANISATION_WORDS = Set.of(
            "agency",
            "alliance",
            "association",
            "bank",
            "bureau",
            "center",
            "centre",
            "college",
            "collaboration",
            "commission",
            "committee",
            "company",
            "consortium",
            "corporation",
            "council",
            "department",
            "developers",
            "foundation",
            "fund",
            "government",
            "group",
            "initiative",
            "institut",
            "institute",
            "institution",
            "laboratory",
            "laboratories",
            "ministry",
            "network",
            "office",
            "organisation",
            "organization",
            "press",
            "project",
            "school",
            "service",
            "society",
            "study",
            "team",
            "universität",
            "université",
            "universidad",
            "university",
            "workshop",
            "zentrum");

    private static final int MIN_CAPITALS = 3;

    private NameForm() {}

    /** Returns "Given Family Jr" for the texts between commas; null if they are more than one person has. */
    static @Nullable String ofParts(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> parts.getFirst();
            case 2 ->
                SUFFIX.matcher(parts.get(1)).matches()
                        ? FieldText.joined(parts.get(0), parts.get(1))
                        : isIdeographic(parts.get(0)) && isIdeographic(parts.get(1))
                                ? parts.get(0) + parts.get(1)
                                : FieldText.joined(parts.get(1), parts.get(0));
            case 3 ->
                SUFFIX.matcher(parts.get(1)).matches()
                        ? FieldText.joined(parts.get(2), parts.get(0), parts.get(1))
                        : SUFFIX.matcher(parts.get(2)).matches()
                                ? FieldText.joined(parts.get(1), parts.get(0), parts.get(2))
                                : null;
            default -> null;
        };
    }

    /** Returns whether a name has a word that names of organisations have and people's do not. */
    static boolean isGroup(String text, List<String> parts) {
        if (parts.size() > 1 && COMPANY.matcher(parts.getLast()).matches()) {
            return true;
        }
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        return words.size() > 1 && words.stream().anyMatch(ORGANISATION_WORDS::contains);
    }

    /** Returns a name without addresses, notes, marks, titles and degrees around it. */
    static String withoutNotes(String text) {
        String rest = text;
        if (rest.indexOf('@') >= 0) {
            rest = ADDRESS.matcher(rest).replaceAll("");
        }
        if (rest.indexOf('(') > 0) {
            rest = NOTE.matcher(rest).replaceAll("");
        }
        rest = MARKS.matcher(rest).replaceAll("");
        rest = DEGREE.matcher(rest).replaceAll("");
        String untitled = TITLE.matcher(rest).replaceAll("");
        return untitled.isBlank() ? rest.strip() : untitled.strip();
    }

    /** Returns a name as one writes it in a text: ideographs without spaces, no word in capitals throughout. */
    static String display(String name) {
        if (isIdeographic(name)) {
            return name.replace(" ", "");
        }
        String[] words = name.split(" ");
        boolean isShouted = words.length > 1
                && name.chars().noneMatch(Character::isLowerCase)
                && Stream.of(name.split("[ -]")).anyMatch(NameForm::isShouted);
        // "Nicole BEHAR" has her family name in capitals.
        int family = words.length;
        while (family > 1 && words[family - 1].chars().noneMatch(Character::isLowerCase)) {
            family--;
        }
        int from = isShouted ? 0 : isShouted(words[words.length - 1]) ? family : words.length;
        for (int i = from; i < words.length; i++) {
            words[i] = capitalised(words[i]);
        }
        return String.join(" ", words);
    }

    private static boolean isShouted(String word) {
        return word.length() > MIN_CAPITALS
                && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '-' || c == '\'' || c == '’');
    }

    /** Returns whether a text that is not to be taken apart is a person's "Family, Given", not the name of a company or the like. */
    static boolean isInverted(String name) {
        String[] parts = name.split(", ");
        return parts.length == 2
                && parts[0].indexOf(' ') < 0
                && parts[1].split(" ").length <= 2
                && !COMPANY.matcher(parts[1]).matches()
                && !SUFFIX.matcher(parts[1]).matches()
                && !isGroup(name, List.of(parts));
    }

    private static String capitalised(String word) {
        if (word.length() < MIN_CAPITALS || word.indexOf('.') >= 0) {
            return word;
        }
        StringBuilder text = new StringBuilder(word.length());
        boolean begins = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            text.append(begins ? c : Character.toLowerCase(c));
            begins = !Character.isLetter(c);
        }
        return text.toString();
    }

    static boolean isIdeographic(String name) {
        return IDEOGRAPHS.matcher(name.replace(" ", "")).matches();
    }
}
