package org.invisiblecollege.ingest.source.csv;

/** What a column of a table says of a paper. */
enum TableColumn {
    ID,
    TITLE,
    AUTHORS,
    /** The authors with their given names, where there is a column without them too. */
    FULL_AUTHORS,
    /** The source's ids of the authors, in their order. */
    AUTHOR_IDS,
    /** The ORCIDs of the authors, in their order or with their names. */
    ORCIDS,
    /** Authors that are no people. */
    GROUPS,
    AUTHORS_COMPLETE,
    /** The authors with their organisations. */
    AFFILIATIONS,
    /** The organisations of all authors together. */
    ORGANISATIONS,
    DATE,
    YEAR,
    /** The month, perhaps with a day, that belongs to {@link #YEAR}. */
    MONTH,
    DOI,
    PMID,
    PMCID,
    ARXIV,
    OPENALEX,
    MAG,
    VENUE,
    TYPE,
    RETRACTED,
    ABSTRACT,
    /** Topics, separated by semicolons. */
    TOPICS,
    /** Words that the authors chose. */
    KEYWORDS,
    CITATIONS,
    /** The papers it cites, by the record ids of the table. */
    REFERENCES
}
