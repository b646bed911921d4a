package org.invisiblecollege.ingest.source.tagged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.invisiblecollege.ingest.read.FieldText;
import org.invisiblecollege.ingest.read.ListedAuthors;
import org.invisiblecollege.ingest.read.ListedAuthors.Identity;
import org.invisiblecollege.ingest.record.OrganisationMention;
import org.invisiblecollege.text.Folding;

/**
 * Reads the authors of one record and finds, by name, whose the ORCIDs and addresses are that stand apart from them. What
 * fits two of them, or none, is given to nobody: an ORCID is warned of as {@code orcid_unmatched}, an organisation stays one
 * of the whole paper. Not thread-safe.
 */
final class SavedRecordAuthors {

    /** An address with the people of it, whose names hold no bracket. */
    private static final Pattern ADDRESS = Pattern.compile("\\[([^\\]]*)\\]\\s*(.*)");

    private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
    private static final Pattern INITIALS = Pattern.compile("(.*\\S), (\\p{Lu}{2,4})(,.*)?");
    private static final int MAX_ORGANISATION_LENGTH = 200;
    private static final int SEVERAL = -1;

    private final TaggedRecord fields;
    private final PaperDraft draft;
    /** As people are to be shown, with other spellings of the same people in the same order where there are. */
    private final List<String> names;

    private final List<String> otherNames;
    /** The place in the list of each folded name; {@link #SEVERAL} where two people have it. */
    private final Map<String, Integer> places = new HashMap<>();

    private final Map<Integer, String> orcids = new HashMap<>();
    private final Map<Integer, Set<String>> organisations = new HashMap<>();

    SavedRecordAuthors(TaggedRecord fields, PaperDraft draft) {
        this.fields = fields;
        this.draft = draft;
        boolean isBook = fields.lines("AU").isEmpty() && fields.lines("AF").isEmpty();
        List<String> abbreviated = fields.lines(isBook ? "BA" : "AU");
        List<String> full = fields.lines(isBook ? "BF" : "AF");
        // Full names of only some of them would leave the others out.
        boolean isFull = !full.isEmpty() && full.size() >= abbreviated.size();
        names = isFull
                ? full
                : abbreviated.stream().map(SavedRecordAuthors::spaced).toList();
        otherNames = !isFull || full.size() == abbreviated.size() ? abbreviated : List.of();
    }

    ListedAuthors read() {
        for (int i = 0; i < names.size(); i++) {
            place(names.get(i), i);
            if (!otherNames.isEmpty()) {
                place(otherNames.get(i), i);
            }
        }
        readOrcids();
        readAddresses();
        ListedAuthors authors = draft.authors();
        for (int i = 0; i < names.size(); i++) {
            List<OrganisationMention> known = organisations.getOrDefault(i, Set.of()).stream()
                    .map(OrganisationMention::of)
                    .toList();
            authors.person(names.get(i), new Identity(null, orcids.get(i), known));
        }
        fields.lines("CA", "GP").stream()
                .flatMap(SEPARATOR::splitAsStream)
                .distinct()
                .forEach(authors::group);
        return authors;
    }

    private void place(String name, int at) {
        places.merge(Folding.key(name), at, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    private Optional<Integer> placeOf(String name) {
        int place = places.getOrDefault(Folding.key(name), SEVERAL);
        return place == SEVERAL ? Optional.empty() : Optional.of(place);
    }

    private void readOrcids() {
        for (String written : SEPARATOR.split(fields.allText("OI"))) {
            int slash = written.lastIndexOf('/');
            if (slash < 0) {
                continue;
            }
            Optional<String> orcid = FieldText.orcid(written.substring(slash + 1));
            Optional<Integer> place = placeOf(written.substring(0, slash));
            if (orcid.isEmpty()) {
                draft.warn("orcid_malformed", written);
            } else if (place.isEmpty() || orcids.putIfAbsent(place.get(), orcid.get()) != null) {
                draft.warn("orcid_unmatched", written);
            }
        }
    }

    private void readAddresses() {
        Set<String> ofPaper = new LinkedHashSet<>();
        for (String address : addresses(fields.lines("C1"))) {
            Matcher ofPeople = ADDRESS.matcher(address);
            boolean hasPeople = ofPeople.matches();
            String organisation = organisation(hasPeople ? ofPeople.group(2) : address);
            if (organisation.isEmpty()) {
                continue;
            }
            List<Integer> people = hasPeople
                    ? Stream.of(SEPARATOR.split(ofPeople.group(1)))
                            .flatMap(name -> placeOf(name).stream())
                            .toList()
                    : List.of();
            people.forEach(place -> organisations
                    .computeIfAbsent(place, key -> new LinkedHashSet<>())
                    .add(organisation));
            if (people.isEmpty()) {
                ofPaper.add(organisation);
            }
        }
        draft.paper()
                .organisations(ofPaper.stream().map(OrganisationMention::of).toList());
    }

    /** Returns the addresses, each of which ends in a period; old exports break them into lines. */
    private static List<String> addresses(List<String> lines) {
        List<String> addresses = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            if (!open.isEmpty() && (line.startsWith("[") || open.charAt(open.length() - 1) == '.')) {
                addresses.add(open.toString());
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : " ").append(line);
        }
        addresses.add(open.toString());
        return addresses;
    }

    private static String organisation(String address) {
        int comma = address.indexOf(',');
        String first = FieldText.clean(comma < 0 ? address : address.substring(0, comma));
        return first.length() > MAX_ORGANISATION_LENGTH || first.indexOf('[') >= 0 ? "" : first;
    }

    /** Returns "Varga, I M" for "Varga, IM", which would be read as a name. */
    private static String spaced(String written) {
        Matcher initials = INITIALS.matcher(written);
        if (!initials.matches()) {
            return written;
        }
        String rest = initials.group(3);
        return initials.group(1) + ", " + MedlineAuthors.spaced(initials.group(2)) + (rest == null ? "" : rest);
    }
}
