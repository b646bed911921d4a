package org.invisiblecollege.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.invisiblecollege.OwnStore;
import org.invisiblecollege.changelog.VersionedGraph;
import org.invisiblecollege.curation.Curation;
import org.invisiblecollege.curation.IdentityCertainty;
import org.invisiblecollege.cypher.Graph;
import org.invisiblecollege.disambiguation.NameTreatment;
import org.invisiblecollege.ingest.record.IngestRecord;
import org.invisiblecollege.ingest.record.Progress;
import org.invisiblecollege.ingest.record.RecordSource;
import org.invisiblecollege.ingest.source.csv.Csv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two people called Wei Wang: seven papers about reeds with two co-authors from one laboratory, and four about quarks with two
 * others. The name is common, since fifteen others are called Wei and fifteen Wang.
 */
class NamesakesIT {

    private static final List<String> OTHERS = List.of(
            "Abo", "Bec", "Cud", "Dif", "Efo", "Fug", "Gax", "Hov", "Ipo", "Jur", "Kip", "Lom", "Mux", "Nob", "Ork");

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private OwnStore store;

    @BeforeEach
    void start() {
        store = new OwnStore();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static String table(int reeds, int quarks) {
        StringBuilder table = new StringBuilder("id,title,authors,year,venue\n");
        for (int i = 0; i < OTHERS.size(); i++) {
            String other = OTHERS.get(i);
            table.append("o%d,Filler %s,Wei %s;%s Wang,2010,Journal of %s\n".formatted(i, other, other, other, other));
        }
        for (int i = 1; i <= reeds; i++) {
            table.append("r%d,Reeds and sedges of delta %s,Wei Wang;Ines Varga;Per Holm,%d,Wetlands\n"
                    .formatted(i, "x".repeat(i), 2000 + i));
        }
        for (int i = 1; i <= quarks; i++) {
            table.append("q%d,Quark colour in plasma %s,Wei Wang;Ola Adeyemi;Kees Brink,%d,Particles\n"
                    .formatted(i, "y".repeat(i), 2000 + i));
        }
        return table.toString();
    }

    private RecordSource source(String text) throws IOException {
        return Csv.open(List.of(Files.writeString(folder.resolve("library.csv"), text)));
    }

    private IngestRun load(String text) throws IOException, InterruptedException {
        return store.bean(Ingest.class).load(source(text), false, Progress.NONE);
    }

    /** Each person called Wei Wang with their papers. */
    private List<String> people() {
        return store.strings("""
                MATCH (a:Author {nameKey: 'wei wang'})<-[:AUTHORED_BY]-(p:Paper)-[r:RECORDED_IN]->(:Source)
                WITH a, r.recordId AS record ORDER BY record
                WITH a, collect(record) AS records
                RETURN reduce(all = '', each IN records | all + each + ' ') AS n ORDER BY n""");
    }

    private List<String> ids() {
        return store.strings(
                "MATCH (a:Author {nameKey: 'wei wang'}) RETURN a.id AS n ORDER BY COUNT { (a)<-[:AUTHORED_BY]-() } DESC");
    }

    private List<String> everything() {
        return store.strings("""
                MATCH (p:Paper)-[r:AUTHORED_BY]->(a:Author)
                RETURN p.title + ' ' + r.position + ' ' + a.id + ' ' + a.name AS n ORDER BY n""");
    }

    @Test
    void areTwoPeopleOfWhomTheLargerHasTheIdOfTheName() throws IOException, InterruptedException {
        IngestRun run = load(table(7, 4));
        assertThat(people()).containsExactly("q1 q2 q3 q4 ", "r1 r2 r3 r4 r5 r6 r7 ");
        assertThat(run.counts()).contains("namesSplit 1", "namesakes 2");
        String plain = ids().getFirst();
        store.close();
        store = new OwnStore("--college.ingest.names=together");
        load(table(7, 4));
        assertThat(ids()).containsExactly(plain);
    }

    @Test
    void theSplitIsADecisionWithItsEvidenceAndACandidate() throws IOException, InterruptedException {
        load(table(7, 4));
        assertThat(store.strings("""
                        MATCH (d:IdentityDecision)-[:DECIDES]->(a:Author {nameKey: 'wei wang'})
                        WITH d, count(a) AS people
                        RETURN d.kind + ' ' + d.method + ' ' + people + ' ' + (size(d.evidence) > 0) AS n""")).containsExactly("REFUSAL namesakes-weighed-evidence/1 2 true");
        List<String> ids = ids();
        assertThat(store.bean(Curation.class).certainty(ids).values())
                .containsOnly(new IdentityCertainty(IdentityCertainty.Basis.EVIDENCE, 1));
        assertThat(store.bean(Curation.class).candidates(ids).get(ids.getFirst()))
                .extracting(candidate -> candidate.author())
                .contains(ids.get(1));
    }

    @Test
    void loadingAgainAndMorePapersKeepThem() throws IOException, InterruptedException {
        load(table(7, 4));
        List<String> before = everything();
        load(table(7, 4));
        assertThat(everything()).isEqualTo(before);
        List<String> ids = ids();
        load(table(8, 10));
        assertThat(people()).containsExactly("q1 q10 q2 q3 q4 q5 q6 q7 q8 q9 ", "r1 r2 r3 r4 r5 r6 r7 r8 ");
        // The one with the name's own id is smaller now, and keeps it.
        assertThat(ids()).containsExactly(ids.get(1), ids.get(0));
    }

    /** Another file of the source has none of the papers before. */
    @Test
    void newPapersJoinThePeopleOfTheGraph() throws IOException, InterruptedException {
        load(table(7, 4));
        load("id,title,authors,year,venue\nx,Quark colour again,Wei Wang;Ola Adeyemi,2020,Particles\n");
        assertThat(people()).containsExactly("q1 q2 q3 q4 x ", "r1 r2 r3 r4 r5 r6 r7 ");
    }

    @Test
    void anInterruptedLoadEndsLikeAnUninterruptedOne() throws IOException, InterruptedException {
        load(table(7, 4));
        List<String> whole = everything();
        store.close();
        store = new OwnStore();
        List<IngestRecord> records = List.copyOf(KeptRecords.of(source(table(7, 4))).papers);
        SourceLoad cutOff = begin(records, false);
        cutOff.write(records.subList(20, 24));
        SourceLoad rest = begin(records, true);
        rest.write(records);
        rest.finish(Progress.NONE);
        assertThat(everything()).isEqualTo(whole);
    }

    private SourceLoad begin(List<IngestRecord> records, boolean wasCutOff) throws IOException {
        SourceLoad load = new SourceLoad(
                store.bean(Graph.class),
                store.bean(VersionedGraph.class),
                Clock.systemUTC(),
                source(table(7, 4)).description(),
                false,
                RecordSource.Schemes.NONE,
                100,
                NameTreatment.RELUCTANT,
                wasCutOff,
                false);
        load.learn(records);
        load.begin(Progress.NONE);
        return load;
    }

    @Test
    void aCuratorsWordStands() throws IOException, InterruptedException {
        load(table(7, 4));
        List<String> before = everything();
        List<String> ids = ids();
        String merge = store.bean(Curation.class).merge(ids, null).getFirst().decision();
        load(table(7, 5));
        assertThat(people()).containsExactly("q1 q2 q3 q4 q5 r1 r2 r3 r4 r5 r6 r7 ");
        store.bean(Curation.class).undo(merge);
        assertThat(people()).containsExactly("q1 q2 q3 q4 q5 ", "r1 r2 r3 r4 r5 r6 r7 ");
        load(table(7, 5));
        assertThat(people()).containsExactly("q1 q2 q3 q4 q5 ", "r1 r2 r3 r4 r5 r6 r7 ");
        assertThat(everything()).containsAll(before);
    }

    /** A graph of before has one person of the name, who is not torn. */
    @Test
    void whoIsOnePersonAlreadyStaysOne() throws IOException, InterruptedException {
        store.close();
        store = new OwnStore("--college.ingest.names=together");
        load(table(7, 4));
        SourceLoad again = begin(List.copyOf(KeptRecords.of(source(table(7, 4))).papers), false);
        again.write(List.copyOf(KeptRecords.of(source(table(7, 4))).papers));
        again.finish(Progress.NONE);
        assertThat(people()).containsExactly("q1 q2 q3 q4 r1 r2 r3 r4 r5 r6 r7 ");
    }

    /** The one with most papers has no co-author in common with the physicist, though the name has. */
    @Test
    void eachIsComparedWithPeopleOfOtherSourcesByWhatIsTheirOwn() throws IOException, InterruptedException {
        Path other = Files.writeString(folder.resolve("particles.csv"), """
                id,title,authors,year,venue
                p1,Gluons at low energies,Wei Wang;Ola Adeyemi;Kees Brink,2003,Particles
                p2,Hadrons at rest,Wei Wang;Ola Adeyemi;Kees Brink,2004,Particles
                """);
        store.bean(Ingest.class).load(Csv.open(List.of(other)), false, Progress.NONE);
        load(table(7, 4));
        assertThat(people()).containsExactly("p1 p2 q1 q2 q3 q4 ", "r1 r2 r3 r4 r5 r6 r7 ");
        List<String> before = everything();
        load(table(7, 4));
        assertThat(everything()).isEqualTo(before);
    }
}
