package org.invisiblecollege.ingest.source.acl;

import org.invisiblecollege.ingest.read.FieldText;

/** A person's name as the Anthology writes it; either part may be empty. */
record WrittenName(String first, String last) {

    /** Returns the name with white space folded. */
    static WrittenName of(String first, String last) {
        return new WrittenName(FieldText.clean(first), FieldText.clean(last));
    }

    /** Returns both parts as one text; empty if both are. */
    String text() {
        return FieldText.joined(first, last);
    }
}
