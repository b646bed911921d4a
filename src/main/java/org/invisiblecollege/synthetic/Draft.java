package org.invisiblecollege.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.invisiblecollege.synthetic.Names.Form;

/** The paper being made; one object is used for all of them. */
final class Draft {

    /** Decides on words alone, so that leaving abstracts out changes nothing else. */
    long textSeed;

    int paper;
    int year;
    int day;
    int citations;
    boolean retracted;

    /** Numbers of the people, in order. */
    final Ints people = new Ints();

    /** Per person: which of the person's author ids, how the name is written, the group as affiliation. */
    final Ints parts = new Ints();

    final List<Form> forms = new ArrayList<>();

    final Ints institutions = new Ints();
    final Ints topics = new Ints();
    final Ints references = new Ints();

    void clear() {
        people.clear();
        parts.clear();
        forms.clear();
        institutions.clear();
        topics.clear();
        references.clear();
    }
}
