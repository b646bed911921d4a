package org.invisiblecollege.ingest.read;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns LaTeX as bibliographies use it into plain text: accents, letters and symbols are decoded, groups and commands
 * removed, their text kept.
 *
 * <p>Any text is accepted; what is no LaTeX stays as it is.
 */
public final class LaTeX {

    /** Combining marks by the command of the accent. */
    private static final Map<String, Character> ACCENTS = Map.ofEntries(
            Map.entry("`", '\u0300'),
            Map.entry("'", '\u0301'),
            Map.entry("^", '\u0302'),
            Map.entry("~", '\u0303'),
            Map.entry("=", '\u0304'),
            Map.entry("u", '\u0306'),
            Map.entry(".", '\u0307'),
            Map.entry("\"", '\u0308'),
            Map.entry("r", '\u030A'),
            Map.entry("H", '\u030B'),
            Map.entry("v", '\u030C'),
            Map.entry("d", '\u0323'),
            Map.entry("c", '\u0327'),
            Map.entry("k", '\u0328'),
            Map.entry("b", '\u0331'),
            Map.entry("cb", '\u0326'),
            Map.entry("textcommabelow", '\u0326'),
            Map.entry("textogonekcentered", '\u0328'));

    /** Commands whose first argument is no text that a reader sees. */
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "cite",
            "foreignlanguage",
            "footnote",
            "footnotemark",
            "fontsize",
            "fontfamily",
            "hspace",
            "hskip",
            "href",
            "label",
            "noopsort",
            "ref",
            "rule",
            "selectlanguage",
            "textcolor",
            "thanks",
            "vspace");

    private static final Map<String, String> SYMBOLS = symbols();

    /** Of one letter, since accents on accents are read by recursion. */
    private static final int MAX_ACCENTS = 4;

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int accents;
    private boolean isMath;

    private LaTeX(String text) {
        this.text = text;
    }

    /** Returns the plain text with white space folded. */
    public static String decode(String written) {
        if (written.chars().noneMatch(c -> "\\{}$~`'-%".indexOf(c) >= 0)) {
            return FieldText.clean(written);
        }
        LaTeX latex = new LaTeX(written);
        latex.read();
        return FieldText.clean(Normalizer.normalize(latex.plain, Normalizer.Form.NFC));
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> command();
                case '{', '}' -> at++;
                case '$' -> {
                    isMath ^= true;
                    at++;
                    if (at < text.length() && text.charAt(at) == '$') {
                        at++;
                    }
                }
                case '_', '^' -> {
                    // Indices and exponents are written on the line.
                    if (!isMath) {
                        plain.append(c);
                    }
                    at++;
                }
                case '~' -> {
                    plain.append(' ');
                    at++;
                }
                default -> {
                    if (!ligature("---", "—") && !ligature("--", "–") && !ligature("``", "“") && !ligature("''", "”")) {
                        plain.append(c);
                        at++;
                    }
                }
            }
        }
    }

    private boolean ligature(String written, String character) {
        boolean found = text.startsWith(written, at);
        if (found) {
            plain.append(character);
            at += written.length();
        }
        return found;
    }

    private void command() {
        String name = commandName();
        Character accent = ACCENTS.get(name);
        if (accent != null) {
            accent(accent);
            return;
        }
        if (WITHOUT_TEXT.contains(name)) {
            if (at < text.length() && text.charAt(at) == '*') {
                at++;
            }
            skipGroup();
            return;
        }
        plain.append(SYMBOLS.getOrDefault(name, ""));
    }

    /** Reads the name of a command and skips the spaces that end it. */
    private String commandName() {
        int start = ++at;
        if (at == text.length()) {
            return "";
        }
        if (!isAsciiLetter(text.charAt(at))) {
            at++;
            return text.substring(start, at);
        }
        while (at < text.length() && isAsciiLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        skipSpaces();
        return name;
    }

    /** Adds an accent to the next letter, which may be in braces or the dotless i or j. */
    private void accent(char mark) {
        skipSpaces();
        while (at < text.length() && text.charAt(at) == '{') {
            at++;
        }
        if (at == text.length() || text.charAt(at) == '}') {
            return;
        }
        int start = plain.length();
        if (text.charAt(at) == '\\' && accents < MAX_ACCENTS) {
            accents++;
            command();
            accents--;
        } else {
            int letter = text.codePointAt(at);
            plain.appendCodePoint(letter);
            at += Character.charCount(letter);
        }
        if (plain.length() == start) {
            return;
        }
        // An accented dotless letter is the plain one: í is i with an acute.
        int first = plain.codePointAt(start);
        if (first == 'ı' || first == 'ȷ') {
            plain.setCharAt(start, first == 'ı' ? 'i' : 'j');
        }
        int end = start + Character.charCount(first);
        // Of two accents the inner one is nearer to the letter.
        while (end < plain.length() && Character.getType(plain.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        plain.insert(end, mark);
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Skips an argument that is not text. */
    private void skipGroup() {
        if (at == text.length() || text.charAt(at) != '{') {
            return;
        }
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Map<String, String> symbols() {
        Map<String, String> symbols = new HashMap<>();
        String[] pairs =
                ("ss ß SS SS o ø O Ø l ł L Ł i ı j ȷ aa å AA Å ae æ AE Æ oe œ OE Œ dh ð DH Ð th þ TH Þ dj đ DJ Đ"
                                + " ng ŋ NG Ŋ ldots … dots … textellipsis … cdots ⋯ S § P ¶ copyright © pounds £ texteuro €"
                                + " euro € textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” textendash –"
                                + " textemdash — textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _"
                                + " textregistered ® texttrademark ™ textdegree ° textperiodcentered · guillemotleft «"
                                + " guillemotright » alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η"
                                + " theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ"
                                + " upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π"
                                + " Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω times × cdot · pm ± le ≤ leq ≤ ge ≥ geq ≥ ne ≠"
                                + " neq ≠ approx ≈ sim ∼ infty ∞ to → rightarrow → leftarrow ← leftrightarrow ↔ in ∈"
                                + " subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ circ ∘"
                                + " degree ° ell ℓ sqrt √ lim lim TeX TeX LaTeX LaTeX BibTeX BibTeX")
                        .split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            symbols.put(pairs[i], pairs[i + 1]);
        }
        for (String escaped : "& % $ # _ { }".split(" ")) {
            symbols.put(escaped, escaped);
        }
        // Names of functions are words of their own.
        for (String function : "log exp min max sin cos tan arg dim ker ln sup inf to".split(" ")) {
            symbols.put(function, symbols.getOrDefault(function, function) + " ");
        }
        symbols.put("mathsemicolon", ";");
        symbols.put("textquotesingle", "'");
        symbols.put("textless", "<");
        symbols.put("textgreater", ">");
        symbols.put("textbar", "|");
        symbols.put("aa", "å");
        for (String space : new String[] {" ", "\n", "\t", "\\", ",", ";", ":", "quad", "qquad"}) {
            symbols.put(space, " ");
        }
        return symbols;
    }
}
