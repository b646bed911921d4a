package org.invisiblecollege.ingest.source.acl;

import org.invisiblecollege.ingest.read.FieldText;

/** A person's name as the Anthology writes it, in two parts, either of which may be empty. */
record WrittenName(String first, String last) {

    /** The name, white space folded. */
    static WrittenName of(String first, String last) {
        return new WrittenName(FieldText.clean(first), FieldText.clean(last));
    }

    /** Both parts; empty if both are. */
    String text() {
        return FieldText.joined(first, last);
    }
}
