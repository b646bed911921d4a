package org.invisiblecollege.disambiguation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Shows some of what an evaluation found, to be read one by one.
 *
 * @param shown of each kind
 * @param seed draws them
 */
record DrawnExamples(int shown, long seed) {

    void show(String what, List<String> all) {
        List<String> some = new ArrayList<>(all);
        Collections.shuffle(some, new Random(seed));
        some.stream().limit(shown).forEach(each -> System.out.println("    " + what + ": " + each));
    }
}
