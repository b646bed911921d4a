package org.invisiblecollege.ingest.record;

import org.apache.commons.codec.digest.DigestUtils;

/** Mints ids for what has none. */
public final class MintedIds {

    private MintedIds() {}

    /** Returns 16 hexadecimal digits of a SHA-256: one collision is to be expected among four billion. */
    public static String hash(String identifying) {
        return DigestUtils.sha256Hex(identifying).substring(0, 16);
    }
}
