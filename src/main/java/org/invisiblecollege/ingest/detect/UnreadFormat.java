package org.invisiblecollege.ingest.detect;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats that are recognised and not read, with what to export instead. */
enum UnreadFormat {
    PDF("%PDF-", "a PDF file", "give the bibliography that describes it, such as BibTeX or RIS"),
    ZIP("PK\u0003\u0004", "a zip archive or an office document", "unpack it, or save the table as CSV in UTF-8"),
    OLE(
            "\u00D0\u00CF\u0011\u00E0|\\x{FFFD}\\x{FFFD}\\x11\\x{FFFD}",
            "an Excel or Word file",
            "save the table as CSV in UTF-8"),
    MARC("\\d{5}[acdnp][a-z][a-z ] [ a]22\\d{5}", "a MARC file", "export RIS, BibTeX or CSV"),
    MODS("(?s).{0,2000}<(?:\\w+:)?mods(?:Collection)?[\\s>]", "MODS XML", "export RIS or BibTeX"),
    TEI("(?s).{0,2000}<TEI[\\s>]", "TEI XML", "export BibTeX or CSL-JSON"),
    BIBTEXML("(?s).{0,2000}<bibtex:", "BibTeXML", "export BibTeX"),
    HTML("(?i)\\s*<(?:!doctype html|html)", "a web page", "use the page's export to BibTeX, RIS or CSV"),
    CSL_YAML(
            "(?s)(?:\\s*---\\s*\\n)?\\s*(?:references:\\s*\\n\\s*)?- (?:id|title|type|author|issued):.{0,2000}",
            "CSL-YAML",
            "export CSL-JSON"),
    REFWORKS("(?s)\\s*RT [A-Z][a-z].{0,200}\\n(?:SR|ID|A1|T1) ", "RefWorks' tagged form", "export RIS"),
    CITAVI("(?s).{0,500}<CitaviProject", "a Citavi project", "export RIS or BibTeX"),
    ATOM("(?s).{0,500}<feed[^>]+Atom", "a feed such as arXiv's API gives", "export BibTeX");

    private final Pattern beginning;
    private final String title;
    private final String instead;

    UnreadFormat(String beginning, String title, String instead) {
        this.beginning = Pattern.compile(beginning);
        this.title = title;
        this.instead = instead;
    }

    /** Returns the format that a file begins like. */
    static Optional<UnreadFormat> of(String beginning) {
        return Arrays.stream(values())
                .filter(format -> format.beginning.matcher(beginning).lookingAt())
                .findFirst();
    }

    /** Returns a sentence about a file. */
    String refusal(String file) {
        return "%s is %s, which is not read: %s.".formatted(file, title, instead);
    }
}
