package org.invisiblecollege.ingest.record;

import org.apache.commons.codec.digest.DigestUtils;

/** Ids minted for what has none. */
public final class MintedIds {

    private MintedIds() {}

    /** 16 hexadecimal digits of SHA-256: one collision is to be expected among four billion. */
    public static String hash(String identifying) {
        return DigestUtils.sha256Hex(identifying).substring(0, 16);
    }
}
