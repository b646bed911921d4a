package org.invisiblecollege.synthetic;

/** Institutions where groups work, all made up; the first ones are the largest. */
final class SyntheticInstitutions {

    static final int COUNT = 2000;

    private static final String[] COUNTRIES = {
        "US GB CA AU US US", "CN CN TW SG", "IN", "ES MX AR CL CO", "BR PT BR", "FR FR BE CH", "DE DE AT CH", "NL",
                "SE NO DK",
        "TR", "PL CZ", "KR", "JP", "IT", "RU UA", "IR EG SA", "VN", "ID"
    };

    private static final String[] TOWN_STARTS = {
        "Alder", "Bran", "Cala", "Dorn", "Elm", "Fala", "Gren", "Hala", "Istra", "Jora", "Kels", "Lora", "Mara", "Nova",
        "Orla", "Pela", "Quin", "Rava", "Sela", "Tora", "Ulma", "Vela", "Wen", "Yara", "Zela"
    };

    private static final String[] TOWN_ENDS = {
        "brook", "dal", "field", "grad", "haven", "mont", "nia", "polis", "stad", "ville"
    };

    private static final String[] KINDS = {
        "University of %s",
        "%s Institute of Technology",
        "%s University",
        "National Laboratory of %s",
        "Technical University of %s",
        "%s Medical Center",
        "%s Research",
        "Academy of Sciences of %s"
    };

    private static final String[] TYPES = {
        "education", "education", "education", "facility", "education", "healthcare", "company", "government"
    };

    private static final char[] BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private SyntheticInstitutions() {}

    static int culture(int institution) {
        return SyntheticNames.culture((int) Long.remainderUnsigned(SeededRandom.mix(17, institution), 100));
    }

    static String country(int institution) {
        String[] countries = COUNTRIES[culture(institution)].split(" ");
        return countries[institution % countries.length];
    }

    static String name(int institution) {
        String town = TOWN_STARTS[institution % 25] + TOWN_ENDS[institution / 25 % 10];
        return KINDS[kind(institution)].formatted(town);
    }

    static String type(int institution) {
        return TYPES[kind(institution)];
    }

    private static int kind(int institution) {
        return (institution + institution / 250) % 8;
    }

    static String id(int institution) {
        return "https://openalex.org/I" + (4_300_000_000L + institution);
    }

    /** Returns a well-formed ROR id: 0, six letters or digits, two check digits (ISO 7064 mod 97-10). */
    static String ror(int institution) {
        long number = 7_000_000L + institution * 524_287L;
        StringBuilder letters = new StringBuilder(6);
        for (int shift = 25; shift >= 0; shift -= 5) {
            letters.append(BASE_32[(int) (number >>> shift & 31)]);
        }
        long check = 98 - number * 100 % 97;
        return "https://ror.org/0" + letters + (check < 10 ? "0" : "") + check;
    }
}
