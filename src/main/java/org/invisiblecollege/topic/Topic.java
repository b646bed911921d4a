package org.invisiblecollege.topic;

import java.util.List;
import org.invisiblecollege.kernel.Identified;

/**
 * A subject of papers.
 *
 * @param altLabels synonyms and acronyms
 * @param scheme name of its vocabulary
 */
public record Topic(String id, String label, List<String> altLabels, String scheme) implements Identified {}
