package org.invisiblecollege.network;

import java.util.Random;
import org.invisiblecollege.kernel.Cancellation;

/**
 * Random numbers for algorithms of a library, which draw some in every round: where there is no other way into their loops,
 * these end when the work is cancelled. They are those of {@link Random} with the same seed.
 */
final class CheckedRandom extends Random {

    @SuppressWarnings("serial") // never serialised
    private final Cancellation cancellation = Cancellation.current();

    CheckedRandom(long seed) {
        super(seed);
    }

    @Override
    protected int next(int bits) {
        cancellation.check();
        return super.next(bits);
    }
}
