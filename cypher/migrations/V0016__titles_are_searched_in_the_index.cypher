DROP INDEX paper_title_fulltext IF EXISTS;
