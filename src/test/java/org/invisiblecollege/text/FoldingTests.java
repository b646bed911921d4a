package org.invisiblecollege.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ahmet Üstün | ahmet ustun",
                "Daniel D'souza | daniel dsouza",
                "Daniel D’souza | daniel dsouza",
                "DANIEL DSOUZA | daniel dsouza",
                "Murathan Kurfalı | murathan kurfali",
                "İbrahim Işık | ibrahim isik",
                "Zheng-Xin Yong | zheng xin yong",
                "Alejandro R. Salamanca | alejandro r salamanca",
                "Weiß, Jürgen | weiss jurgen",
                "Søren Æbelø | soren aebelo",
                "Łukasz Kaiser | lukasz kaiser",
                "Юрий Гагарин | urij gagarin",
                "王 伟 | wang wei",
                "'  Mixture-of-Experts:  a  survey ' | mixture of experts a survey",
            })
    void differentSpellingsFoldToTheSameKey(String written, String key) {
        assertThat(Folding.key(written)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"🦜, 🦜", "--, --"})
    void aTextWithoutLettersIsItsOwnKey(String written, String key) {
        assertThat(Folding.key(written)).isEqualTo(key);
    }
}
