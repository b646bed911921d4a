package org.invisiblecollege.ingest.source.csv;

import static org.invisiblecollege.ingest.source.csv.TableColumn.ABSTRACT;
import static org.invisiblecollege.ingest.source.csv.TableColumn.AFFILIATIONS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.ARXIV;
import static org.invisiblecollege.ingest.source.csv.TableColumn.AUTHORS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.AUTHORS_COMPLETE;
import static org.invisiblecollege.ingest.source.csv.TableColumn.AUTHOR_IDS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.CITATIONS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.DATE;
import static org.invisiblecollege.ingest.source.csv.TableColumn.DOI;
import static org.invisiblecollege.ingest.source.csv.TableColumn.FULL_AUTHORS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.GROUPS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.ID;
import static org.invisiblecollege.ingest.source.csv.TableColumn.KEYWORDS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.MAG;
import static org.invisiblecollege.ingest.source.csv.TableColumn.MONTH;
import static org.invisiblecollege.ingest.source.csv.TableColumn.OPENALEX;
import static org.invisiblecollege.ingest.source.csv.TableColumn.ORCIDS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.ORGANISATIONS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.PMCID;
import static org.invisiblecollege.ingest.source.csv.TableColumn.PMID;
import static org.invisiblecollege.ingest.source.csv.TableColumn.REFERENCES;
import static org.invisiblecollege.ingest.source.csv.TableColumn.RETRACTED;
import static org.invisiblecollege.ingest.source.csv.TableColumn.TITLE;
import static org.invisiblecollege.ingest.source.csv.TableColumn.TOPICS;
import static org.invisiblecollege.ingest.source.csv.TableColumn.TYPE;
import static org.invisiblecollege.ingest.source.csv.TableColumn.VENUE;
import static org.invisiblecollege.ingest.source.csv.TableColumn.YEAR;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dialects of tables that are read. Names of columns are as {@link TableLayout#key} gives them. */
final class Dialects {

    static final Dialect DIMENSIONS = new Dialect(
            "Dimensions",
            "export again with the publication data",
            List.of(Set.of("pubyear"), Set.of("publication id", "times cited"), Set.of("dimensions url")),
            Map.ofEntries(
                    Map.entry(ID, List.of("publication id")),
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("authors", "authors (raw name)")),
                    Map.entry(AFFILIATIONS, List.of("authors affiliations")),
                    Map.entry(DATE, List.of("publication date")),
                    Map.entry(YEAR, List.of("pubyear")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(PMID, List.of("pmid")),
                    Map.entry(PMCID, List.of("pmcid")),
                    Map.entry(VENUE, List.of("source title", "anthology title")),
                    Map.entry(TYPE, List.of("publication type")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(CITATIONS, List.of("times cited"))),
            AuthorForms::ofDimensions);

    static final Dialect LENS = new Dialect(
            "The Lens",
            "export scholarly works with the field Title",
            List.of(Set.of("lens id"), Set.of("author/s")),
            Map.ofEntries(
                    Map.entry(ID, List.of("lens id")),
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("author/s", "authors")),
                    Map.entry(DATE, List.of("date published")),
                    Map.entry(YEAR, List.of("publication year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(PMID, List.of("pmid")),
                    Map.entry(PMCID, List.of("pmcid")),
                    Map.entry(MAG, List.of("microsoft academic id")),
                    Map.entry(VENUE, List.of("source title")),
                    Map.entry(TYPE, List.of("publication type")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(KEYWORDS, List.of("keywords")),
                    Map.entry(CITATIONS, List.of("citing works count")),
                    Map.entry(REFERENCES, List.of("references"))),
            AuthorForms::ofList);

    static final Dialect OPENALEX_WORKS = new Dialect(
            "OpenAlex",
            "export works, or take the API's JSON",
            List.of(
                    Set.of("authorships.author.id"),
                    Set.of("authorships.author.display name"),
                    Set.of("authorships.raw author name"),
                    Set.of("primary location.source.display name"),
                    Set.of("publication year", "cited by count", "display name")),
            Map.ofEntries(
                    Map.entry(ID, List.of("id")),
                    Map.entry(OPENALEX, List.of("id")),
                    Map.entry(TITLE, List.of("title", "display name")),
                    Map.entry(
                            AUTHORS,
                            List.of(
                                    "authorships.author.display name",
                                    "authorships.raw author name",
                                    "authors",
                                    "author")),
                    Map.entry(AUTHOR_IDS, List.of("authorships.author.id")),
                    Map.entry(ORCIDS, List.of("authorships.author.orcid")),
                    Map.entry(ORGANISATIONS, List.of("authorships.institutions.display name")),
                    Map.entry(DATE, List.of("publication date")),
                    Map.entry(YEAR, List.of("publication year")),
                    Map.entry(DOI, List.of("doi", "ids.doi")),
                    Map.entry(PMID, List.of("ids.pmid")),
                    Map.entry(PMCID, List.of("ids.pmcid")),
                    Map.entry(MAG, List.of("ids.mag")),
                    Map.entry(
                            VENUE,
                            List.of("primary location.source.display name", "host venue.display name", "source")),
                    Map.entry(TYPE, List.of("type crossref", "type")),
                    Map.entry(RETRACTED, List.of("is retracted")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(KEYWORDS, List.of("keywords.display name")),
                    Map.entry(CITATIONS, List.of("cited by count")),
                    Map.entry(REFERENCES, List.of("referenced works"))),
            AuthorForms::ofOpenAlex);

    static final Dialect ZOTERO = new Dialect(
            "Zotero",
            "export the library as CSV or BibTeX again",
            List.of(Set.of("key", "item type")),
            Map.ofEntries(
                    Map.entry(ID, List.of("key")),
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("author")),
                    Map.entry(DATE, List.of("date")),
                    Map.entry(YEAR, List.of("publication year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(
                            VENUE, List.of("publication title", "proceedings title", "book title", "conference name")),
                    Map.entry(TYPE, List.of("item type")),
                    Map.entry(ABSTRACT, List.of("abstract note")),
                    Map.entry(KEYWORDS, List.of("manual tags", "automatic tags"))),
            AuthorForms::ofList);

    static final Dialect WEB_OF_SCIENCE = new Dialect(
            "Web of Science",
            "export with the record content Author, Title, Source or more",
            List.of(
                    Set.of("ut (unique wos id)"),
                    Set.of("article title", "source title"),
                    Set.of("article title", "author full names"),
                    Set.of("pt", "au"),
                    Set.of("ut", "au"),
                    Set.of("au", "ti"),
                    Set.of("ut", "ti")),
            Map.ofEntries(
                    Map.entry(ID, List.of("ut", "ut (unique wos id)", "unique wos id")),
                    Map.entry(TITLE, List.of("ti", "article title", "title")),
                    Map.entry(AUTHORS, List.of("au", "authors", "ba", "book authors")),
                    Map.entry(FULL_AUTHORS, List.of("af", "author full names")),
                    Map.entry(GROUPS, List.of("ca", "group authors")),
                    Map.entry(ORCIDS, List.of("oi", "orcids")),
                    Map.entry(AFFILIATIONS, List.of("c1", "addresses")),
                    Map.entry(ORGANISATIONS, List.of("c3", "affiliations")),
                    Map.entry(YEAR, List.of("py", "publication year")),
                    Map.entry(MONTH, List.of("pd", "publication date")),
                    Map.entry(DOI, List.of("di", "doi")),
                    Map.entry(PMID, List.of("pm", "pubmed id")),
                    Map.entry(VENUE, List.of("so", "source title")),
                    Map.entry(TYPE, List.of("dt", "document type")),
                    Map.entry(ABSTRACT, List.of("ab", "abstract")),
                    Map.entry(KEYWORDS, List.of("de", "author keywords")),
                    Map.entry(CITATIONS, List.of("tc", "times cited, wos core", "z9", "times cited, all databases"))),
            AuthorForms::ofWebOfScience);

    static final Dialect SCOPUS = new Dialect(
            "Scopus",
            "export with Citation information, all of it",
            List.of(
                    Set.of("author(s) id"),
                    Set.of("authors with affiliations"),
                    Set.of("eid"),
                    Set.of("source title", "cited by"),
                    Set.of("source title", "publication stage"),
                    Set.of("source title", "year", "authors")),
            Map.ofEntries(
                    Map.entry(ID, List.of("eid")),
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("authors")),
                    Map.entry(FULL_AUTHORS, List.of("author full names")),
                    Map.entry(AUTHOR_IDS, List.of("author(s) id")),
                    Map.entry(AFFILIATIONS, List.of("authors with affiliations")),
                    Map.entry(ORGANISATIONS, List.of("affiliations")),
                    Map.entry(YEAR, List.of("year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(PMID, List.of("pubmed id")),
                    Map.entry(VENUE, List.of("source title", "conference name")),
                    Map.entry(TYPE, List.of("document type")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(KEYWORDS, List.of("author keywords")),
                    Map.entry(CITATIONS, List.of("cited by"))),
            AuthorForms::ofScopus);

    /** Its abstracts are not taken, since they are snippets. */
    static final Dialect PUBLISH_OR_PERISH = new Dialect(
            "Publish or Perish",
            "save the results as CSV again",
            List.of(Set.of("cites", "authors"), Set.of("gsrank"), Set.of("cites", "source")),
            Map.ofEntries(
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("authors")),
                    Map.entry(YEAR, List.of("year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(VENUE, List.of("source")),
                    Map.entry(CITATIONS, List.of("cites"))),
            AuthorForms::ofPublishOrPerish);

    static final Dialect PUBMED = new Dialect(
            "PubMed",
            "save the results as CSV or in the format PubMed",
            List.of(Set.of("pmid", "journal/book"), Set.of("pmid", "first author"), Set.of("pmid", "nihms id")),
            Map.ofEntries(
                    Map.entry(ID, List.of("pmid")),
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("authors")),
                    Map.entry(YEAR, List.of("publication year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(PMID, List.of("pmid")),
                    Map.entry(PMCID, List.of("pmcid")),
                    Map.entry(VENUE, List.of("journal/book"))),
            AuthorForms::ofPubMed);

    static final Dialect IEEE = new Dialect(
            "IEEE Xplore",
            "export the search results as CSV again",
            List.of(Set.of("document title", "authors"), Set.of("document title", "article citation count")),
            Map.ofEntries(
                    Map.entry(TITLE, List.of("document title")),
                    Map.entry(AUTHORS, List.of("authors")),
                    Map.entry(YEAR, List.of("publication year")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(VENUE, List.of("publication title")),
                    Map.entry(TYPE, List.of("document identifier")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(KEYWORDS, List.of("author keywords")),
                    Map.entry(CITATIONS, List.of("article citation count"))),
            AuthorForms::ofList);

    static final Dialect SCHOLAR = new Dialect(
            "Google Scholar",
            "export the articles of the profile as CSV or BibTeX",
            List.of(Set.of("authors", "publication", "volume"), Set.of("authors", "publication", "publisher")),
            Map.ofEntries(
                    Map.entry(TITLE, List.of("title")),
                    Map.entry(AUTHORS, List.of("authors")),
                    Map.entry(YEAR, List.of("year")),
                    Map.entry(VENUE, List.of("publication"))),
            AuthorForms::ofList);

    /** The columns that are documented, and what else people call them. */
    static final Dialect OWN = new Dialect(
            "csv",
            "",
            List.of(),
            Map.ofEntries(
                    Map.entry(ID, List.of("id", "key", "record id")),
                    Map.entry(TITLE, List.of("title", "article title", "document title", "paper title")),
                    Map.entry(AUTHORS, List.of("authors", "author", "author(s)", "author names", "author full names")),
                    Map.entry(AUTHORS_COMPLETE, List.of("authors complete")),
                    Map.entry(ORGANISATIONS, List.of("organisations", "organizations", "affiliations")),
                    Map.entry(DATE, List.of("date", "publication date", "date published", "published")),
                    Map.entry(YEAR, List.of("year", "publication year", "published year", "pub year")),
                    Map.entry(MONTH, List.of("month", "published month")),
                    Map.entry(DOI, List.of("doi")),
                    Map.entry(PMID, List.of("pmid", "pubmed id")),
                    Map.entry(PMCID, List.of("pmcid", "pmc id")),
                    Map.entry(ARXIV, List.of("arxiv", "arxiv id")),
                    Map.entry(
                            VENUE,
                            List.of(
                                    "venue",
                                    "journal",
                                    "source title",
                                    "publication title",
                                    "journal title",
                                    "container title",
                                    "booktitle",
                                    "publication")),
                    Map.entry(TYPE, List.of("type", "document type", "publication type")),
                    Map.entry(ABSTRACT, List.of("abstract")),
                    Map.entry(TOPICS, List.of("topics")),
                    Map.entry(KEYWORDS, List.of("keywords", "author keywords")),
                    Map.entry(
                            CITATIONS,
                            List.of(
                                    "citations",
                                    "cited by",
                                    "times cited",
                                    "citation count",
                                    "cited by count",
                                    "cites")),
                    Map.entry(REFERENCES, List.of("references"))),
            AuthorForms::ofOwn);

    /** In the order in which they are tried; the last one fits every table. */
    private static final List<Dialect> PRODUCTS = List.of(
            DIMENSIONS, LENS, OPENALEX_WORKS, ZOTERO, WEB_OF_SCIENCE, PUBMED, SCOPUS, PUBLISH_OR_PERISH, IEEE, SCHOLAR);

    private Dialects() {}

    /** Returns the dialect of columns, the own one where they are no product's. */
    static Dialect of(Set<String> names) {
        return PRODUCTS.stream()
                .filter(dialect -> dialect.has(names))
                .findFirst()
                .orElse(OWN);
    }
}
