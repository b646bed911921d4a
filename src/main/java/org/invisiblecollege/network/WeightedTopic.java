package org.invisiblecollege.network;

/**
 * A topic of some papers.
 *
 * @param topic id
 * @param papers how many of them are on it
 * @param weight papers · ln(N/s), where s of all N papers are on the topic: what is common everywhere says little
 */
public record WeightedTopic(String topic, String label, int papers, double weight) {}
