package org.invisiblecollege.ingest.source.csl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ItemPlace;
import org.invisiblecollege.ingest.read.JsonValues;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.record.OrganisationMention;
import tools.jackson.databind.JsonNode;

/** Reads the names of an item's authors. */
final class CslNames {

    private CslNames() {}

    /** Returns the authors; one without a name is warned of, and the list is incomplete. */
    static ListedAuthors read(JsonNode names, ItemPlace place) {
        ListedAuthors authors = place.authors();
        for (JsonNode name : JsonValues.elements(names)) {
            int before = authors.size();
            if (name.isString()) {
                authors.list(name.asString());
            } else if (!name(name, authors, place) && authors.size() == before) {
                place.warn("author_without_name", name.toString());
                authors.incomplete();
            }
        }
        return authors;
    }

    /** Adds the people of one name; false if it is empty. */
    private static boolean name(JsonNode name, ListedAuthors authors, ItemPlace place) {
        Identity identity = identity(name, place);
        String literal = JsonValues.text(name, "literal");
        String family = JsonValues.text(name, "family");
        String given = JsonValues.text(name, "given");
        if (family.isEmpty() && given.isEmpty()) {
            String alone = literal.isEmpty() ? JsonValues.text(name, "name") : literal;
            if (isQuoted(alone)) {
                authors.group(unquoted(alone), identity);
            } else if (literal.isEmpty() || isList(literal)) {
                authors.person(alone, identity);
            } else {
                authors.group(literal, identity);
            }
            return !alone.isEmpty();
        }
        // Processors do not parse what is in quotes.
        if (isQuoted(family) && given.isEmpty()) {
            authors.group(unquoted(family), identity);
            return true;
        }
        if (given.equalsIgnoreCase("et") && family.toLowerCase(Locale.ROOT).matches("al\\.?")) {
            authors.incomplete();
            return true;
        }
        String prefix = FieldText.joined(
                JsonValues.text(name, "dropping-particle"), JsonValues.text(name, "non-dropping-particle"));
        authors.person(
                new ListedAuthors.Parts(unquoted(family), unquoted(given), prefix, JsonValues.text(name, "suffix")),
                identity);
        return true;
    }

    private static Identity identity(JsonNode name, ItemPlace place) {
        String orcid = JsonValues.firstText(name, "ORCID", "orcid");
        return new Identity(null, place.orcid(orcid).orElse(null), organisations(name.path("affiliation")));
    }

    private static List<OrganisationMention> organisations(JsonNode affiliations) {
        List<OrganisationMention> organisations = new ArrayList<>();
        for (JsonNode affiliation : JsonValues.elements(affiliations)) {
            String name =
                    affiliation.isString() ? JsonValues.scalar(affiliation) : JsonValues.text(affiliation, "name");
            if (!name.isEmpty()) {
                organisations.add(OrganisationMention.of(name));
            }
        }
        return organisations;
    }

    /** Returns whether a name that is not to be parsed lists several nevertheless. */
    private static boolean isList(String literal) {
        return literal.indexOf(';') >= 0
                || literal.indexOf('|') >= 0
                || literal.indexOf(',') != literal.lastIndexOf(',');
    }

    private static boolean isQuoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    }

    private static String unquoted(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1).strip() : name;
    }
}
