package org.invisiblecollege.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.invisiblecollege.Neo4jTest;
import org.invisiblecollege.index.IndexSnapshot;
import org.invisiblecollege.index.LiveIndex;
import org.invisiblecollege.kernel.PageRequest;
import org.invisiblecollege.text.Folding;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The index and Neo4j's full-text index, which answers until there is an index, find the same authors. */
@Neo4jTest
class AuthorsIT {

    @Autowired
    private Authors authors;

    @Autowired
    private LiveIndex index;

    @Test
    void indexAndGraphFindTheSameAuthorsInTheSameOrder() {
        Set<String> asked = new TreeSet<>();
        IndexSnapshot now = index.current();
        for (int author = 0; author < now.authors().count(); author++) {
            String name = now.authors().names().get(author);
            String key = Folding.key(name);
            List<String> words = List.of(key.split(" "));
            asked.add(name);
            asked.add(words.getLast().substring(0, 1));
            asked.add(words.getLast() + " " + key.charAt(0));
            asked.add(key.replace(
                    words.getLast(),
                    words.getLast().charAt(0) + "x" + words.getLast().substring(1)));
        }
        PageRequest all = new PageRequest(500, null, null, false, true);
        for (String name : asked) {
            assertThat(authors.byName(name, all).items())
                    .as(name)
                    .isEqualTo(authors.inGraph(name, all).items());
        }
        assertThat(asked).hasSizeGreaterThan(100);
    }
}
