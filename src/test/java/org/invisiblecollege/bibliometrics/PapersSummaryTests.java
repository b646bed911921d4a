package org.invisiblecollege.bibliometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.invisiblecollege.bibliometrics.EntityShare.Kind;
import org.invisiblecollege.index.Bibliographies;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.PaperRow;
import org.invisiblecollege.index.PaperSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts over selections have the values counted by hand. */
class PapersSummaryTests {

    /** Organisations 0 and 2 are in one country, 1 in another. The authors of the last paper are not all listed or counted. */
    private static final IndexSnapshot INDEX = Bibliographies.index(
            IntStream.range(0, 4).mapToObj(Bibliographies::person).toList(),
            List.of(
                    paper(0, 2010, true, List.of(0), 0),
                    paper(1, 2012, true, List.of(0, 1), 0, 1),
                    paper(2, 2014, true, List.of(0, 2), 1, 2),
                    paper(3, 2020, true, List.of(), 2),
                    paper(4, null, true, List.of(), 0),
                    paper(5, 2020, false, List.of(), 3)));

    private static final PapersSummary ALL = new PapersSummary(INDEX, PaperSet.all(INDEX));

    private static PaperRow paper(
            int number, @Nullable Integer year, boolean isComplete, List<Integer> organisations, Integer... people) {
        PaperRow row = Bibliographies.paper(number, year, List.of(), people);
        return new PaperRow(
                row.id(),
                row.publication(),
                new PaperRow.AuthorList(row.authorList().ids(), null, people.length, isComplete),
                organisations.stream().map(each -> "organisation:o" + each).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The papers since 2012. */
    private static PapersSummary recent() {
        return new PapersSummary(INDEX, PaperSet.all(INDEX).among(new int[] {1, 2, 3, 5}));
    }

    @Test
    void whatIsNotKnownIsCountedAndInNoShare() {
        assertThat(ALL.papers()).isEqualTo(6);
        assertThat(ALL.papersWithoutYear()).isEqualTo(1);
        assertThat(ALL.papersWithUnknownAuthors()).isEqualTo(1);
        assertThat(ALL.authorsPerPaper()).isEqualTo(1.4);
        assertThat(ALL.singleAuthoredShare()).isEqualTo(0.6);
        assertThat(ALL.papersWithoutOrganisation()).isEqualTo(3);
        assertThat(ALL.severalOrganisationsShare()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(ALL.papersWithUnknownCountries()).isEqualTo(3);
        assertThat(ALL.internationalShare()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void yearsHaveNewcomersAndLeaversExceptWhereTheRangeEnds() {
        assertThat(ALL.years(CareerBasis.GRAPH))
                .containsExactly(
                        new YearSummary(2010, 1, 0, 1.0, 1.0, 1, null, 0),
                        new YearSummary(2012, 1, 0, 2.0, 0.0, 2, null, 1),
                        new YearSummary(2014, 1, 0, 2.0, 0.0, 2, 1, 1),
                        new YearSummary(2020, 2, 1, 1.0, 1.0, 2, 1, null));
    }

    @Test
    void careersAreThoseOfTheGraphOrOfTheSelection() {
        assertThat(recent().years(CareerBasis.GRAPH))
                .extracting(YearSummary::newcomers)
                .containsExactly(null, 1, 1);
        assertThat(recent().years(CareerBasis.SELECTION))
                .extracting(YearSummary::newcomers)
                .containsExactly(null, null, 1);
        assertThat(recent().years(CareerBasis.SELECTION))
                .extracting(YearSummary::leavers)
                .containsExactly(1, 1, null);
    }

    @Test
    void sharesAreOfPapersThatHaveAnyOfTheKind() {
        assertThat(ALL.most(Kind.AUTHOR, 2))
                .extracting(each -> each.entity().id(), EntityShare::papers, EntityShare::share)
                .containsExactly(tuple("author:a0", 3, 0.5), tuple("author:a1", 2, 2 / 6.0));
        assertThat(ALL.most(Kind.COUNTRY, 5))
                .extracting(each -> each.entity().id(), EntityShare::papers, EntityShare::share)
                .containsExactly(tuple("country:AA", 3, 1.0), tuple("country:BB", 1, 1 / 3.0));
        assertThat(ALL.most(Kind.VENUE, 5)).isEmpty();
    }

    @Test
    void ofNoPapersNothingIsKnown() {
        PapersSummary none = new PapersSummary(INDEX, PaperSet.all(INDEX).among(new int[0]));
        assertThat(none.papers()).isZero();
        assertThat(none.authorsPerPaper()).isNull();
        assertThat(none.singleAuthoredShare()).isNull();
        assertThat(none.internationalShare()).isNull();
        assertThat(none.years(CareerBasis.SELECTION)).isEmpty();
    }
}
