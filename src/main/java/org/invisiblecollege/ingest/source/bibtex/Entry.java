package org.invisiblecollege.ingest.source.bibtex;

import java.util.Map;

/**
 * An entry as written, abbreviations spelled out.
 *
 * @param type in lower case
 * @param key empty where the entry has none
 * @param fields by name in lower case, in LaTeX
 */
record Entry(String type, String key, Map<String, String> fields, String file, int line) {

    /** Returns a field; empty if there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
