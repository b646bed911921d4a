package org.invisiblecollege.graphql.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.invisiblecollege.graphql.cursor.Connection;
import org.invisiblecollege.graphql.cursor.Paging;
import org.invisiblecollege.ingest.jobs.IngestJobs;
import org.invisiblecollege.ingest.record.Rejection;
import org.invisiblecollege.ingest.record.Warning;
import org.invisiblecollege.ingest.run.IngestRun;
import org.invisiblecollege.ingest.run.RecordedRuns;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Starts loads and resolves their runs. */
@Controller
class IngestController {

    private final IngestJobs jobs;
    private final RecordedRuns runs;

    IngestController(IngestJobs jobs, RecordedRuns runs) {
        this.jobs = jobs;
        this.runs = runs;
    }

    @MutationMapping
    List<IngestRun> startIngest(@Argument StartIngestInput input) {
        return jobs.start(input.format(), input.paths(), input.isDry(), input.year(), input.identityEvidence());
    }

    @QueryMapping
    Optional<IngestRun> ingestRun(@Argument String id) {
        return runs.find(id);
    }

    @QueryMapping
    Connection<IngestRun> ingestRuns(Paging paging) {
        return paging.connection(runs.newest(paging.request()));
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<IngestRun.Count>> counts(List<IngestRun> of) {
        return each(of, run -> IngestRun.Count.all(run.counts()));
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<IngestRun.Count>> skipped(List<IngestRun> of) {
        return each(of, run -> IngestRun.Count.all(run.skipped()));
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<IngestRun.Count>> rejected(List<IngestRun> of) {
        return each(of, run -> IngestRun.Count.all(run.rejected()));
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<Rejection>> rejections(List<IngestRun> of) {
        return each(of, IngestRun::firstRejections);
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<IngestRun.Count>> warned(List<IngestRun> of) {
        return each(of, run -> IngestRun.Count.all(run.warned()));
    }

    @BatchMapping(typeName = "IngestRun")
    List<List<Warning>> warnings(List<IngestRun> of) {
        return each(of, IngestRun::firstWarnings);
    }

    /** Returns names of files; the field is null for a run without an entry. */
    @BatchMapping(typeName = "IngestRun")
    Map<IngestRun, String> rejectionFile(List<IngestRun> of) {
        Map<IngestRun, String> names = new HashMap<>();
        for (IngestRun run : of) {
            String name = run.rejectionFileName();
            if (name != null) {
                names.put(run, name);
            }
        }
        return names;
    }

    /** Returns lines; the field is null for a rejection without an entry. */
    @BatchMapping(typeName = "IngestRejection")
    Map<Rejection, Integer> line(List<Rejection> of) {
        Map<Rejection, Integer> lines = new HashMap<>();
        of.stream().filter(rejection -> rejection.line() > 0).forEach(each -> lines.put(each, each.line()));
        return lines;
    }

    /** Returns lines; the field is null for a warning without an entry. */
    @BatchMapping(typeName = "IngestWarning", field = "line")
    Map<Warning, Integer> lineOfWarning(List<Warning> of) {
        Map<Warning, Integer> lines = new HashMap<>();
        of.stream().filter(warning -> warning.line() > 0).forEach(each -> lines.put(each, each.line()));
        return lines;
    }

    private static <T> List<T> each(List<IngestRun> runs, Function<IngestRun, T> value) {
        return runs.stream().map(value).toList();
    }
}
