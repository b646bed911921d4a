package org.invisiblecollege.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.synthetic.SyntheticNames.Form;

/** The paper being made; one object is used for all of them. */
final class DraftWork {

    /** Decides on words alone, so that leaving abstracts out changes nothing else. */
    long textSeed;

    int paper;
    int year;
    int day;
    int citations;
    boolean retracted;

    /** Numbers of the people, in order. */
    final IntRing people = new IntRing();

    /** Per person: which of the person's author ids, how the name is written, the group as affiliation. */
    final IntRing parts = new IntRing();

    final List<Form> forms = new ArrayList<>();

    final IntRing institutions = new IntRing();
    final IntRing topics = new IntRing();
    final IntRing references = new IntRing();

    void clear() {
        people.clear();
        parts.clear();
        forms.clear();
        institutions.clear();
        topics.clear();
        references.clear();
    }
}
