package org.invisiblecollege.synthetic;

import java.util.Locale;

/** Topics in subfields, fields and domains: the ids of the upper levels are OpenAlex's, the topics are made up. */
final class SyntheticTopics {

    static final int COUNT = 1200;

    private static final int PER_SUBFIELD = 50;

    /** Domain, field, two subfields, then the nouns of the field. */
    private static final String[][] FIELDS = {
        {
            "3|Physical Sciences",
            "17|Computer Science",
            "1702|Artificial Intelligence",
            "1710|Information Systems",
            "Parsing Translation Dialogue Retrieval Summarization Ontologies Reasoning Embeddings Recommendation Databases"
        },
        {
            "4|Health Sciences",
            "27|Medicine",
            "2730|Oncology",
            "2705|Cardiology and Cardiovascular Medicine",
            "Carcinoma Immunotherapy Arrhythmia Hypertension Biomarkers Screening Stroke Metastasis Thrombosis Chemotherapy"
        },
        {
            "1|Life Sciences",
            "13|Biochemistry, Genetics and Molecular Biology",
            "1312|Molecular Biology",
            "1311|Genetics",
            "Genomes Transcription Proteins Enzymes Mutations Chromatin Metabolism Signaling Ribosomes Splicing"
        },
        {
            "3|Physical Sciences",
            "31|Physics and Astronomy",
            "3103|Astronomy and Astrophysics",
            "3106|Nuclear and High Energy Physics",
            "Galaxies Neutrinos Quarks Bosons Supernovae Plasmas Lattices Pulsars Inflation Collisions"
        },
        {
            "3|Physical Sciences",
            "25|Materials Science",
            "2505|Materials Chemistry",
            "2508|Surfaces, Coatings and Films",
            "Polymers Alloys Graphene Coatings Ceramics Composites Nanotubes Perovskites Semiconductors Corrosion"
        },
        {
            "2|Social Sciences",
            "33|Social Sciences",
            "3312|Sociology and Political Science",
            "3304|Education",
            "Migration Inequality Schooling Elections Curricula Identity Welfare Governance Literacy Protest"
        },
        {
            "3|Physical Sciences",
            "22|Engineering",
            "2208|Electrical and Electronic Engineering",
            "2210|Mechanical Engineering",
            "Antennas Turbines Converters Vibration Bearings Microgrids Actuators Combustion Robots Sensors"
        },
        {
            "2|Social Sciences",
            "32|Psychology",
            "3207|Social Psychology",
            "3205|Experimental and Cognitive Psychology",
            "Attention Memory Emotion Prejudice Motivation Perception Anxiety Attachment Decision Habits"
        },
        {
            "3|Physical Sciences",
            "23|Environmental Science",
            "2303|Ecology",
            "2305|Environmental Engineering",
            "Wetlands Aerosols Biodiversity Wastewater Forests Pollination Sediments Fisheries Emissions Drought"
        },
        {
            "2|Social Sciences",
            "20|Economics, Econometrics and Finance",
            "2002|Economics and Econometrics",
            "2003|Finance",
            "Markets Volatility Trade Taxation Banking Wages Auctions Growth Credit Monopoly"
        },
        {
            "3|Physical Sciences",
            "26|Mathematics",
            "2602|Algebra and Number Theory",
            "2613|Statistics and Probability",
            "Manifolds Groups Estimators Martingales Graphs Primes Operators Regression Cohomology Sampling"
        },
        {
            "1|Life Sciences",
            "28|Neuroscience",
            "2805|Cognitive Neuroscience",
            "2804|Cellular and Molecular Neuroscience",
            "Synapses Cortex Sleep Dopamine Plasticity Epilepsy Vision Glia Pain Hippocampus"
        }
    };

    private static final String[] APPROACHES = {
        "Adaptive",
        "Comparative",
        "Computational",
        "Dynamic",
        "Experimental",
        "Integrated",
        "Multiscale",
        "Quantitative",
        "Sparse",
        "Theoretical"
    };

    private static final String[][] NOUNS = nouns();

    private SyntheticTopics() {}

    private static String[][] nouns() {
        String[][] nouns = new String[FIELDS.length][];
        for (int i = 0; i < nouns.length; i++) {
            nouns[i] = FIELDS[i][4].split(" ");
        }
        return nouns;
    }

    /** Returns another topic of the same subfield. */
    static int near(int topic, int steps) {
        int subfield = topic / PER_SUBFIELD;
        return subfield * PER_SUBFIELD + (topic + steps) % PER_SUBFIELD;
    }

    static String id(int topic) {
        return "https://openalex.org/T" + (10_001 + topic);
    }

    static String label(int topic) {
        return approach(topic) + " " + noun(topic, 0) + " and " + noun(topic, 3);
    }

    static String approach(int topic) {
        return APPROACHES[topic / PER_SUBFIELD % 2 * 5 + topic % PER_SUBFIELD / 10];
    }

    /** Returns a word of the topic's field; step 0 gives the topic's own. */
    static String noun(int topic, int step) {
        return NOUNS[field(topic)][(topic + step) % 10];
    }

    static String keyword(int topic, int step) {
        return step == 0 ? approach(topic) + " " + noun(topic, 0).toLowerCase(Locale.ROOT) : noun(topic, step);
    }

    /** Returns id and name, separated by a bar. */
    static String subfieldOf(int topic) {
        return FIELDS[field(topic)][2 + topic / PER_SUBFIELD % 2];
    }

    static String fieldOf(int topic) {
        return FIELDS[field(topic)][1];
    }

    static String domainOf(int topic) {
        return FIELDS[field(topic)][0];
    }

    static int field(int topic) {
        return topic / (2 * PER_SUBFIELD);
    }
}
