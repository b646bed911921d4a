package org.invisiblecollege.graphql.network;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.invisiblecollege.kernel.Cancellation;

/** A stream into which nothing more is written once the answer is no longer wanted. */
final class CheckedStream extends FilterOutputStream {

    private final Cancellation cancellation = Cancellation.current();

    CheckedStream(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int each) throws IOException {
        cancellation.check();
        out.write(each);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        cancellation.check();
        out.write(bytes, from, length);
    }
}
