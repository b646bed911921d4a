package org.invisiblecollege.disambiguation;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Clusters the mentions of one name; each is given the number of its cluster. */
@FunctionalInterface
interface MentionRule {

    int[] clusters(List<NameMention> mentions);

    /** One person. */
    static MentionRule together() {
        return mentions -> new int[mentions.size()];
    }

    /** The rule of the project. */
    static MentionRule split(NamesakeSplitter splitter) {
        return mentions -> numbers(mentions, splitter.split(mentions, Set.of()));
    }

    /** Returns the place of each mention's cluster. */
    static int[] numbers(List<NameMention> mentions, NameSplit split) {
        Map<NameMention, Integer> clusterOf = new HashMap<>();
        for (int cluster = 0; cluster < split.clusters().size(); cluster++) {
            for (NameMention mention : split.clusters().get(cluster).mentions()) {
                clusterOf.put(mention, cluster);
            }
        }
        return mentions.stream().mapToInt(clusterOf::get).toArray();
    }

    /** Mentions that a chain of common co-authors links. */
    static MentionRule commonCoAuthors(NamesakeCorpus corpus) {
        return mentions -> {
            int[] cluster = IntStream.range(0, mentions.size()).toArray();
            Int2IntOpenHashMap firstWith = new Int2IntOpenHashMap();
            for (int i = 0; i < cluster.length; i++) {
                List<NamesakeCorpus.Author> authors =
                        corpus.paper(mentions.get(i).paper()).authors();
                int own = authors.get(mentions.get(i).position()).name();
                for (NamesakeCorpus.Author author : authors) {
                    if (author.name() != own && firstWith.containsKey(author.name())) {
                        int from = cluster[i];
                        int to = cluster[firstWith.get(author.name())];
                        for (int j = 0; j <= i; j++) {
                            cluster[j] = cluster[j] == from ? to : cluster[j];
                        }
                    }
                    firstWith.putIfAbsent(author.name(), i);
                }
            }
            return cluster;
        };
    }
}
