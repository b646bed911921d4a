package org.invisiblecollege.topic;

import java.util.List;

/**
 * A subject of papers.
 *
 * @param altLabels synonyms and acronyms
 * @param scheme name of its vocabulary
 */
public record Topic(String id, String label, List<String> altLabels, String scheme) {}
