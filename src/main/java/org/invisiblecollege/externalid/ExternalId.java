package org.invisiblecollege.externalid;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An id that someone else gave, as {@code scheme:value}.
 *
 * @param scheme in lower case, such as {@code doi}
 * @param value as the graph keeps it: without an address in front; DOI and ROR in lower case, ORCID and OpenAlex in upper
 */
public record ExternalId(String scheme, String value) {

    /** First words of the graph's own ids, which are no schemes. */
    static final Set<String> KINDS = Set.of("author", "paper", "organisation", "topic");

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.+)");
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://(?:(?:dx\\.|www\\.)?(?<doi>doi)\\.org/|(?<orcid>orcid)\\.org/|(?<ror>ror)\\.org/"
                    + "|(?:api\\.)?(?<openalex>openalex)\\.org/(?:[a-z]+/)?|(?:www\\.)?(?<acl>acl)anthology\\.org/(?:people/)?)"
                    + "(?<value>[^?#]+?)/?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> OF_ADDRESSES = List.of("doi", "orcid", "ror", "openalex", "acl");
    /** The Anthology's papers have numbers; its people have none, or one behind their names. */
    private static final Pattern ACL_PAPER = Pattern.compile("\\d{4}\\..+|[A-Z]\\d\\d-\\d+.*");

    private static final Comparator<ExternalId> ORDER =
            Comparator.comparing(ExternalId::scheme).thenComparing(ExternalId::value);

    /**
     * Reads an id as a person writes it, {@code DOI:10.1000/X} or as an address such as
     * {@code https://orcid.org/0000-0002-1825-0097}.
     *
     * @return empty for an id of the graph itself and for what is none at all
     */
    public static Optional<ExternalId> of(String written) {
        String text = written.strip();
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            String scheme = OF_ADDRESSES.stream()
                    .filter(each -> address.group(each) != null)
                    .findFirst()
                    .orElseThrow();
            return decoded(address.group("value")).map(value -> normal(scheme, value));
        }
        Matcher prefixed = WRITTEN.matcher(text);
        if (!prefixed.matches()) {
            return Optional.empty();
        }
        String scheme = prefixed.group(1).toLowerCase(Locale.ROOT);
        boolean isOther = KINDS.contains(scheme) || scheme.startsWith("http");
        return isOther
                ? Optional.empty()
                : Optional.of(normal(scheme, prefixed.group(2).strip()));
    }

    /**
     * The ids of a node, each once, by scheme and value.
     *
     * @param stored as {@code scheme:value}
     * @param scheme of an id that is kept apart
     * @param value of that id; null for none
     */
    public static List<ExternalId> of(List<String> stored, String scheme, @Nullable String value) {
        Stream<ExternalId> listed = stored.stream().flatMap(each -> of(each).stream());
        Stream<ExternalId> apart = Stream.ofNullable(value).map(each -> new ExternalId(scheme, each));
        return Stream.concat(listed, apart).distinct().sorted(ORDER).toList();
    }

    /** Where to read about it; null if the scheme has no such place or we know none. */
    public @Nullable String url() {
        return switch (scheme) {
            case "doi" -> at("doi.org", value);
            case "orcid" -> at("orcid.org", value);
            case "ror" -> at("ror.org", value);
            case "openalex" -> at("openalex.org", value);
            case "acl" -> at("aclanthology.org", (ACL_PAPER.matcher(value).matches() ? "" : "people/") + value + "/");
            case "arxiv" -> at("arxiv.org", "abs/" + value);
            case "pmid" -> at("pubmed.ncbi.nlm.nih.gov", value + "/");
            case "pmcid" -> at("pmc.ncbi.nlm.nih.gov", "articles/" + value + "/");
            default -> null;
        };
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }

    private static ExternalId normal(String scheme, String value) {
        return new ExternalId(
                scheme,
                switch (scheme) {
                    case "doi", "ror" -> value.toLowerCase(Locale.ROOT);
                    case "orcid", "openalex" -> value.toUpperCase(Locale.ROOT);
                    default -> value;
                });
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** DOIs may have characters that addresses may not. */
    private static @Nullable String at(String host, String path) {
        try {
            return new URI("https", host, "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
