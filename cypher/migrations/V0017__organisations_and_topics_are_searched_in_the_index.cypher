DROP INDEX organisation_name_fulltext IF EXISTS;
DROP INDEX topic_label_fulltext IF EXISTS;
