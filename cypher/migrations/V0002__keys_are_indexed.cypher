CREATE INDEX paper_title_key_range IF NOT EXISTS FOR (n:Paper) ON (n.titleKey);
CREATE INDEX paper_year_range IF NOT EXISTS FOR (n:Paper) ON (n.year);
CREATE INDEX author_name_key_range IF NOT EXISTS FOR (n:Author) ON (n.nameKey);
CREATE INDEX organisation_name_key_range IF NOT EXISTS FOR (n:Organisation) ON (n.nameKey);
CREATE INDEX topic_label_key_range IF NOT EXISTS FOR (n:Topic) ON (n.labelKey);
CREATE INDEX topic_scheme_range IF NOT EXISTS FOR (n:Topic) ON (n.scheme);
