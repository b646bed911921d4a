package org.invisiblecollege.disambiguation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ahmet Üstün              | ahmet        | ustun",
                "Üstün, Ahmet             | ahmet        | ustun",
                "Ludwig van Beethoven     | ludwig       | van beethoven",
                "van Beethoven, Ludwig    | ludwig       | van beethoven",
                "Éric de la Clergerie     | eric         | de la clergerie",
                "Nouf Al-Shenaifi         | nouf         | al shenaifi",
                "Daniel D’souza           | daniel       | dsouza",
                "Shin'ichiro Kamei        | shinichiro   | kamei",
                "Zheng-Xin Yong           | zheng xin    | yong",
                "J. R. R. Tolkien         | j r r        | tolkien",
                "S.V.N. Vishwanathan      | s v n        | vishwanathan",
                "Martin Luther King Jr.   | martin luther| king",
                "Martin Luther King, Jr.  | martin luther| king",
                "Robert L Logan IV        | robert l     | logan",
                "Iv Mendez                | iv           | mendez",
                "Madonna                  | ''           | madonna",
                "De Souza                 | de           | souza",
                "Søren Ægirsson           | soren        | aegirsson",
                "Ali Işık                 | ali          | isik",
                "Jürgen Groß              | jurgen       | gross",
                "Иван Павлов              | ivan         | pavlov",
                "李明                      | ming         | li",
                "Team Aya                 | ''           | team aya",
                "The ABC Consortium       | ''           | the abc consortium",
                "BigScience Workshop      | ''           | bigscience workshop",
                "IsoQuest, Inc.           | ''           | isoquest inc",
                "Tran The Anh             | tran the     | anh",
                "Juan Soler Company       | juan soler   | company",
            })
    void namesAreSplitIntoGivenAndFamilyNames(String written, String given, String family) {
        PersonName name = PersonName.of(written);
        assertThat(String.join(" ", name.given())).isEqualTo(given);
        assertThat(String.join(" ", name.family())).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Xuan-jing Huang       | Xuanjing Huang             | SAME",
                "Nouf Al-Shenaifi      | Nouf AlShenaifi            | SAME",
                "Rémi Gilleron         | Remi Gilleron              | SAME",
                "Tristan van Rullen    | Tristan VanRullen          | SAME",
                "Üstün, Ahmet          | Ahmet Ustun                | SAME",
                "Shay B. Cohen         | Shay Cohen                 | MIDDLE_NAMES",
                "André F. T. Martins   | André Filipe Torres Martins| MIDDLE_NAMES",
                "David D. McDonald     | David W. McDonald          | none",
                "B. Magnini            | Bernardo Magnini           | INITIALS",
                "J.-M. Renders         | Jean-Michel Renders        | INITIALS",
                "C. Mellish            | C. S. Mellish              | INITIALS",
                "H. Andrew Schwartz    | Hansen Andrew Schwartz     | FIRST_INITIAL",
                "Pablo Gamallo         | Pablo Gamallo Otero        | FAMILY_NAMES",
                "Hoang Kiem            | Kiem Hoang                 | ORDER",
                "Tim Baldwin           | Timothy Baldwin            | SHORTENED",
                "Jo Smith              | Joanna Smith               | none",
                "Ahmet Üstün           | Volkan Ustun               | none",
                "Sara Hooker           | Sara Mooker                | none",
                "BigScience Workshop   | Big Science Workshop       | SAME",
                "BigScience Workshop   | B. Workshop                | none",
                "BigScience Workshop   | Workshop BigScience        | none",
                "The ABC Consortium    | The XYZ Consortium         | none",
                "The ABC Consortium    | ABC Consortium             | none",
                "Team Aya              | Aya Team                   | none",
                "Team Aya              | T. Aya                     | none",
                "Madonna               | Madonna Ciccone            | none",
            })
    void twoNamesFitInOneWayOrNotAtAll(String left, String right, NameFit fit) {
        assertThat(NameFit.of(PersonName.of(left), PersonName.of(right))).isEqualTo(fit);
        assertThat(NameFit.of(PersonName.of(right), PersonName.of(left))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jhon Smith            | John Smith                 | true",
                "J. Smith              | John Smith                 | true",
                "Nora AlShenaifi       | Nora Al-Shenaifi           | true",
                "Kiem Hoang            | Hoang Kiem                 | true",
                "Mary Smith            | John Smith                 | false",
                "Sigma Team            | Sinter Team                | false",
                "Madonna               | Maradona                   | false",
            })
    void namesOnOnePaperAreLikelyOnePersons(String left, String right, boolean isLike) {
        assertThat(PersonName.of(left).isLike(PersonName.of(right))).isEqualTo(isLike);
        assertThat(PersonName.of(right).isLike(PersonName.of(left))).isEqualTo(isLike);
    }
}
