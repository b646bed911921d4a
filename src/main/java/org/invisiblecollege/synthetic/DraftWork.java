package org.invisiblecollege.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.synthetic.SyntheticNames.Form;

/** The paper that is being written; one object is used for all papers. */
final class DraftWork {

    /** Decides the words and nothing else, so that leaving abstracts out changes only them. */
    long textSeed;

    int paper;
    int year;
    int day;
    int citations;
    boolean retracted;

    /** Ordinals of the authors, in order. */
    final IntRing people = new IntRing();

    /** Of each author: which of their ids stands there, how the name is written, and the institution. */
    final IntRing idOrdinals = new IntRing();

    final List<Form> forms = new ArrayList<>();

    final IntRing institutions = new IntRing();
    final IntRing topics = new IntRing();
    final IntRing references = new IntRing();

    void clear() {
        people.clear();
        idOrdinals.clear();
        forms.clear();
        institutions.clear();
        topics.clear();
        references.clear();
    }
}
