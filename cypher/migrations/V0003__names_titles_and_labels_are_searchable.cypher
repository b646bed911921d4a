CREATE FULLTEXT INDEX author_name_fulltext IF NOT EXISTS FOR (n:Author) ON EACH [n.nameKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX paper_title_fulltext IF NOT EXISTS FOR (n:Paper) ON EACH [n.titleKey] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX organisation_name_fulltext IF NOT EXISTS FOR (n:Organisation) ON EACH [n.nameKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX topic_label_fulltext IF NOT EXISTS FOR (n:Topic) ON EACH [n.labelKeys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
