package org.invisiblecollege.ingest.source.bibtex;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.ingest.read.BadInputException;
import org.invisiblecollege.ingest.read.TextLines;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXObject;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXParserConstants;
import org.jbibtex.BibTeXParserTokenManager;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.SimpleCharStream;
import org.jbibtex.StringProvider;
import org.jbibtex.StringValue;
import org.jbibtex.Token;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/**
 * Parses the entries of one library one by one and knows the abbreviations that it has defined so far. An abbreviation is
 * written out when it is defined, so that a chain of them takes no stack and their expansion stays bounded. Not
 * thread-safe.
 */
final class EntryParser {

    static final String MALFORMED = "bibtex_malformed";
    static final String TOO_DEEP = "bibtex_too_deep";
    static final String TOO_LARGE = "record_too_large";

    private static final int MAX_ABBREVIATION_LENGTH = 1 << 14;

    /** Of all abbreviations of a library together. */
    private static final int MAX_ABBREVIATIONS_LENGTH = TextLines.MAX_LENGTH;

    private final LenientParser parser = new LenientParser();
    private long abbreviationsLength;

    /**
     * Parses a text.
     *
     * @param text one entry or definition, with braces around it
     * @param defaultKey the key of an entry that has none
     * @return the entry; nothing where the text only defines an abbreviation
     * @throws BadInputException with {@code bibtex_malformed}, {@code bibtex_too_deep} or {@code record_too_large}
     */
    List<BibTeXEntry> parse(String text, String defaultKey) throws BadInputException {
        List<BibTeXEntry> entries = new ArrayList<>();
        for (BibTeXObject object : objects(text, defaultKey)) {
            if (object instanceof BibTeXString abbreviation) {
                define(abbreviation);
            } else if (object instanceof BibTeXEntry entry) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private List<BibTeXObject> objects(String text, String defaultKey) throws BadInputException {
        try {
            parser.defaultKey = defaultKey;
            return parser.parse(new StringReader(text)).getObjects();
        } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
            throw new BadInputException(MALFORMED, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new BadInputException(TOO_DEEP, "the parser has no stack left");
        }
    }

    private void define(BibTeXString abbreviation) throws BadInputException {
        String text = abbreviation.getValue().toUserString();
        abbreviationsLength += text.length();
        if (text.length() > MAX_ABBREVIATION_LENGTH || abbreviationsLength > MAX_ABBREVIATIONS_LENGTH) {
            throw new BadInputException(TOO_LARGE, "abbreviations written out are too long");
        }
        parser.addMacro(new BibTeXString(abbreviation.getKey(), new StringValue(text, StringValue.Style.BRACED)));
    }

    /** Takes a name that was never defined for its text, gives an entry without a key one, and reads no other file. */
    private static final class LenientParser extends BibTeXParser {

        private String defaultKey = "";

        LenientParser() {
            super(new LocalTokens());
        }

        @Override
        public void checkStringResolution(Key key, @Nullable BibTeXString string) {
            // Left as it is.
        }

        @Override
        public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
            // The other entry is parsed by itself.
        }

        @Override
        public String nextKey() {
            return defaultKey;
        }
    }

    /** Stops the parser before it opens the file of an {@code @include}, which may be any. */
    private static final class LocalTokens extends BibTeXParserTokenManager {

        private int last;

        LocalTokens() {
            super(new SimpleCharStream(new StringProvider("")));
        }

        @Override
        public Token getNextToken() {
            Token token = super.getNextToken();
            if (last == BibTeXParserConstants.AT && token.kind == BibTeXParserConstants.INCLUDE) {
                throw new TokenMgrException("@include is not followed", 0);
            }
            last = token.kind;
            return token;
        }
    }
}
