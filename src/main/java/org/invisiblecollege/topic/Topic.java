package org.invisiblecollege.topic;

import java.util.List;

/**
 * What papers are about.
 *
 * @param altLabels synonyms and acronyms
 * @param scheme vocabulary it belongs to
 */
public record Topic(String id, String label, List<String> altLabels, String scheme) {}
