package org.invisiblecollege.kernel;

/** Repeats what somebody sent, no longer than a reader needs to recognise it. */
public final class Echo {

    private Echo() {}

    /** Returns a text, cut and ended by an ellipsis if it has more characters than are to be shown. */
    public static String of(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength) + "…";
    }
}
