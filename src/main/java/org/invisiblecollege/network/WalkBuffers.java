package org.invisiblecollege.network;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Arrays for walks, with a place for each unit, handed out clean and used again: a walk that reaches a hundred people
 * need not pay for clearing a million places.
 */
final class WalkBuffers {

    private static final Deque<WalkBuffers> IDLE = new ConcurrentLinkedDeque<>();
    /** More of them than can be at work at a time are left to the garbage collector. */
    private static final Semaphore ROOM = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** Joint papers with the unit a walk is at. */
    final int[] papers;
    /** Parts of the weight of that tie. */
    final long[] parts;
    /** Units of that tie, in the order found. */
    final int[] found;
    /** Place of a unit among those a network is about, plus 1; 0 for none. */
    final int[] place;

    private WalkBuffers(int units) {
        papers = new int[units];
        parts = new long[units];
        found = new int[units];
        place = new int[units];
    }

    static WalkBuffers of(int units) {
        WalkBuffers idle = IDLE.pollFirst();
        if (idle != null) {
            ROOM.release();
        }
        return idle != null && idle.papers.length >= units ? idle : new WalkBuffers(units + units / 8);
    }

    /** Gives it back, clean; one that a failure left unclean is not given back. */
    void release() {
        if (ROOM.tryAcquire()) {
            IDLE.addFirst(this);
        }
    }
}
