package org.invisiblecollege.disambiguation;

import org.jspecify.annotations.Nullable;

/**
 * A name on a paper.
 *
 * @param paper ordinal in the {@link NamesakeCorpus}
 * @param position of the author on the paper, from 0
 * @param known label of the person that the mention is already known to be; null for a newcomer
 */
public record NameMention(int paper, int position, @Nullable String known) {}
