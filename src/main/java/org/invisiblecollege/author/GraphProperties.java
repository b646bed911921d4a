package org.invisiblecollege.author;

import org.invisiblecollege.index.PaperTable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the derived part of the graph.
 *
 * @param maxAuthorsPerPaper papers with more authors make no CO_AUTHOR edges
 */
@ConfigurationProperties("college.graph")
public record GraphProperties(
        @DefaultValue("" + PaperTable.MAX_LINKED_AUTHORS) int maxAuthorsPerPaper) {

    public GraphProperties {
        if (maxAuthorsPerPaper < 2) {
            throw new IllegalArgumentException(
                    "college.graph.max-authors-per-paper must be at least 2, was " + maxAuthorsPerPaper);
        }
    }
}
