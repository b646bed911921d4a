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
 * An id given by others, such as a DOI or ORCID, written as {@code scheme:value}.
 *
 * @param scheme in lower case, such as {@code doi}
 * @param value as the graph stores it: without a URL prefix; DOI and ROR in lower case, ORCID and OpenAlex in upper case
 */
public record ExternalId(String scheme, String value) {

    /** Prefixes of the graph's own ids, which are no schemes. */
    static final Set<String> OWN_PREFIXES =
            Set.of("author", "paper", "organisation", "topic", "venue", "source", "run", "dry-run");

    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.+)");
    private static final Pattern URL = Pattern.compile(
            "https?://(?:(?:dx\\.|www\\.)?(?<doi>doi)\\.org/|(?<orcid>orcid)\\.org/|(?<ror>ror)\\.org/"
                    + "|(?:api\\.)?(?<openalex>openalex)\\.org/(?:[a-z]+/)?|(?:www\\.)?(?<acl>acl)anthology\\.org/(?:people/)?)"
                    + "(?<value>[^?#]+?)/?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SCHEMES_WITH_URLS = List.of("doi", "orcid", "ror", "openalex", "acl");
    /** Ids of the Anthology's papers contain a volume; those of its people are names, with or without a number at the end. */
    private static final Pattern ACL_PAPER = Pattern.compile("\\d{4}\\..+|[A-Z]\\d\\d-\\d+.*");

    private static final Comparator<ExternalId> ORDER =
            Comparator.comparing(ExternalId::scheme).thenComparing(ExternalId::value);

    /**
     * Parses an id written with a scheme, {@code DOI:10.1000/X}, or as a URL such as
     * {@code https://orcid.org/0000-0002-1825-0097}.
     *
     * @return empty for the graph's own ids and for text that is no id
     */
    public static Optional<ExternalId> of(String written) {
        String text = written.strip();
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            String scheme = SCHEMES_WITH_URLS.stream()
                    .filter(each -> url.group(each) != null)
                    .findFirst()
                    .orElseThrow();
            return decoded(url.group("value")).map(value -> normalised(scheme, value));
        }
        Matcher prefixed = PREFIXED.matcher(text);
        if (!prefixed.matches()) {
            return Optional.empty();
        }
        String scheme = prefixed.group(1).toLowerCase(Locale.ROOT);
        boolean isNoScheme = OWN_PREFIXES.contains(scheme) || scheme.startsWith("http");
        return isNoScheme
                ? Optional.empty()
                : Optional.of(normalised(scheme, prefixed.group(2).strip()));
    }

    /**
     * Returns the ids of a node, each once, ordered by scheme and value.
     *
     * @param stored as {@code scheme:value}
     * @param scheme of an id stored in a property of its own
     * @param value of that id; null if there is none
     */
    public static List<ExternalId> of(List<String> stored, String scheme, @Nullable String value) {
        Stream<ExternalId> listed = stored.stream().flatMap(each -> of(each).stream());
        Stream<ExternalId> separate = Stream.ofNullable(value).map(each -> new ExternalId(scheme, each));
        return Stream.concat(listed, separate).distinct().sorted(ORDER).toList();
    }

    /** Returns the URL of the page about the id; null if none is known for its scheme. */
    public @Nullable String url() {
        return switch (scheme) {
            case "doi" -> url("doi.org", value);
            case "orcid" -> url("orcid.org", value);
            case "ror" -> url("ror.org", value);
            case "openalex" -> url("openalex.org", value);
            case "acl" -> url("aclanthology.org", (ACL_PAPER.matcher(value).matches() ? "" : "people/") + value + "/");
            case "arxiv" -> url("arxiv.org", "abs/" + value);
            case "pmid" -> url("pubmed.ncbi.nlm.nih.gov", value + "/");
            case "pmcid" -> url("pmc.ncbi.nlm.nih.gov", "articles/" + value + "/");
            default -> null;
        };
    }

    @Override
    public String toString() {
        return scheme + ":" + value;
    }

    private static ExternalId normalised(String scheme, String value) {
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

    /** Escapes the path: DOIs may contain characters that URLs may not. */
    private static @Nullable String url(String host, String path) {
        try {
            return new URI("https", host, "/" + path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
