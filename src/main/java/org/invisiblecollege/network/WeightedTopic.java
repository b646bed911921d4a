package org.invisiblecollege.network;

/**
 * A topic of some papers.
 *
 * @param topic id
 * @param papers how many of the papers are on it
 * @param weight papers · ln(N/s), where s of all N papers are on the topic, so that common topics weigh little
 */
public record WeightedTopic(String topic, String label, int papers, double weight) {}
