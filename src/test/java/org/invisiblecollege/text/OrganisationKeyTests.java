package org.invisiblecollege.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationKeyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Carnegie Mellon University   | carnegie mellon univ.",
                "The University of Edinburgh  | Univ of Edinburgh",
                "Université de Montréal       | Universite de Montreal",
                "Bell Labs                    | Bell Laboratories",
                "Georgia Inst. of Technology  | Georgia Institute for Tech",
                "Barcelona Supercomputing Centre | Barcelona Supercomputing Center",
            })
    void spellingsOfOneNameHaveTheSameKey(String left, String right) {
        assertThat(OrganisationKey.of(left)).isEqualTo(OrganisationKey.of(right));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Carnegie Mellon University   | School of Computer Science, Carnegie Mellon University",
                "Carnegie Mellon University   | CMU",
                "University of Washington     | Washington University in St. Louis",
                "Google                       | Google Brain",
                "The                          | Of",
            })
    void namesOfDifferentOrganisationsHaveDifferentKeys(String left, String right) {
        assertThat(OrganisationKey.of(left)).isNotEqualTo(OrganisationKey.of(right));
    }
}
