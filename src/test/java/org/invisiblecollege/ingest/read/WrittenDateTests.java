package org.invisiblecollege.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020|2020",
                "2020-05|2020-05",
                "2020-05-03|2020-05-03",
                "2020/05/03/|2020-05-03",
                "2020/5/3|2020-05-03",
                "2019///|2019",
                "2018-03-05T10:00:00Z|2018-03-05",
                "2020.0|2020",
                "20190305|2019-03-05",
                "2020-00-00|2020",
                "June 1980|1980-06",
                "3 July 1999|1999-07-03",
                "July 3, 1999|1999-07-03",
                "3rd July 1999|1999-07-03",
                "2019 Mar|2019-03",
                "2019 Mar 5|2019-03-05",
                "Sept. 2011|2011-09",
            })
    void whatIsCertainIsTaken(String written, String date) {
        assertThat(WrittenDate.of(written)).hasValueSatisfying(found -> {
            assertThat(found.date().text()).isEqualTo(date);
            assertThat(found.isShortened()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1999?|1999",
                "1999~|1999",
                "1999%|1999",
                "2015-22|2015",
                "1999-uu|1999",
                "1999-XX-XX|1999",
                "2004-06-uu|2004-06",
                "2004-06?|2004-06",
                "2015-03/2015-05|2015-03",
                "2015/2016|2015",
                "../2015|2015",
                "2015/..|2015",
                "2019a|2019",
                "[1987]|1987",
                "c1923|1923",
                "ca. 1904|1904",
                "1998--1999|1998",
                "1998-1999|1998",
                "2013-99|2013",
                "2013-02-31|2013-02",
                "2019 Spring|2019",
                "2019 Mar-Apr|2019",
                "Winter 2018|2018",
                "1998-99|1998",
                "{1998}|1998",
            })
    void whatIsDoubtfulIsLeftOut(String written, String date) {
        assertThat(WrittenDate.of(written)).hasValueSatisfying(found -> {
            assertThat(found.date().text()).isEqualTo(date);
            assertThat(found.isShortened()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forthcoming", "in press", "199x", "19uu", "-0349", "349 BC", "0000", "12345", "nan"})
    void noYearIsNone(String written) {
        assertThat(WrittenDate.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014|sep|2014-09",
                "2014|September|2014-09",
                "2014|7|2014-07",
                "2014|10 mar|2014-03-10",
                "2014|mar 10|2014-03-10",
                "2014|JAN-FEB|2014",
                "2014|Spring|2014",
                "2014|13|2014",
                "1999?|jun|1999-06",
                "2014-02|sep|2014-02",
            })
    void aMonthMayStandApart(String year, String month, String date) {
        assertThat(WrittenDate.of(year, month))
                .hasValueSatisfying(found -> assertThat(found.date().text()).isEqualTo(date));
    }

    @Test
    void partsThatAreNoDateAreLeftOut() {
        assertThat(WrittenDate.ofParts(List.of("2015", "14")))
                .hasValueSatisfying(found -> assertThat(found.date().text()).isEqualTo("2015"));
        assertThat(WrittenDate.ofParts(List.of("2019", "5", "7")))
                .hasValueSatisfying(found -> assertThat(found.date().text()).isEqualTo("2019-05-07"));
        assertThat(WrittenDate.ofParts(List.of("2009", "season-04")))
                .hasValueSatisfying(found -> assertThat(found.date().text()).isEqualTo("2009"));
        assertThat(WrittenDate.ofParts(List.of("-349"))).isEmpty();
        assertThat(WrittenDate.ofParts(List.of())).isEmpty();
    }
}
