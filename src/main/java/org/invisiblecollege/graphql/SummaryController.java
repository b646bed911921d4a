package org.invisiblecollege.graphql;

import java.util.List;
import org.invisiblecollege.summary.GraphSummaries;
import org.invisiblecollege.summary.GraphSummary;
import org.invisiblecollege.summary.SourceSummary;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What the graph holds. */
@Controller
class SummaryController {

    private final GraphSummaries summaries;

    SummaryController(GraphSummaries summaries) {
        this.summaries = summaries;
    }

    @QueryMapping
    GraphSummary graphSummary() {
        return summaries.now();
    }

    @BatchMapping(typeName = "GraphSummary")
    List<List<SourceSummary>> sources(List<GraphSummary> summary) {
        List<SourceSummary> sources = summaries.sources();
        return summary.stream().map(each -> sources).toList();
    }
}
