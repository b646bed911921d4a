package org.invisiblecollege.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.invisiblecollege.index.Bibliographies;
import org.junit.jupiter.api.Test;

class NodeNamesTests {

    private final NodeNames names = new NodeNames(Bibliographies.index(
            List.of(
                    Bibliographies.person(0, "Wei Wang"),
                    Bibliographies.person(1, "Wei Wang"),
                    Bibliographies.person(2, "Ada Test")),
            List.of()));

    @Test
    void namesakesAreToldApartByTheirIds() {
        assertThat(names.of(List.of("author:a0", "author:a2", "author:a1")))
                .containsExactly("Wei Wang (author:a0)", "Ada Test", "Wei Wang (author:a1)");
    }

    @Test
    void aNameThatOnlyOneOfTheListHasNeedsNoId() {
        assertThat(names.of(List.of("author:a1", "author:a1"))).containsExactly("Wei Wang", "Wei Wang");
    }

    @Test
    void anUnknownIdStandsForItself() {
        assertThat(names.of(List.of("author:none", "country:XX"))).containsExactly("author:none", "country:XX");
    }
}
