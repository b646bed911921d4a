package org.invisiblecollege.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service answered to a request.
 *
 * @param status 0 if nothing came back
 * @param code of the first error, or the status of a page without one
 * @param cost as the service estimated it; 0 if it did not
 * @param isAnswered whether the service did what was asked, at least in part
 */
record HostileExchange(int status, String code, long cost, boolean isAnswered, double millis, long bytes) {

    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.1 (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern COST = Pattern.compile("\"requested\":(\\d+)");
    private static final Pattern DATA = Pattern.compile("\"data\":\\{");
    private static final Pattern CLASSIFICATION = Pattern.compile("\"classification\":\"([A-Za-z_]+)\"");
    private static final int KEPT = 200_000;

    /** Sends a request and reads until the service closes the connection or the time is over. */
    static HostileExchange of(HostileRequest request, int port) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + request.maxSeconds() * 1_000_000_000L;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long bytes = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread sender = Thread.ofVirtual().start(() -> send(request, socket));
            InputStream from = socket.getInputStream();
            byte[] buffer = new byte[1 << 16];
            while (System.nanoTime() < end) {
                socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
                int read = from.read(buffer);
                if (read < 0) {
                    break;
                }
                bytes += read;
                if (kept.size() < KEPT) {
                    kept.write(buffer, 0, read);
                } else {
                    // Extensions come last.
                    byte[] tail = kept.toByteArray();
                    kept.reset();
                    kept.write(tail, 0, KEPT / 2);
                    kept.write(buffer, 0, read);
                }
            }
            sender.interrupt();
        } catch (SocketTimeoutException e) {
            // What was read until then is the answer.
        } catch (IOException e) {
            // The service may close a connection before it has read everything.
        }
        double millis = (System.nanoTime() - start) / 1e6;
        return read(kept.toString(StandardCharsets.UTF_8), millis, bytes);
    }

    private static void send(HostileRequest request, Socket socket) {
        try {
            OutputStream to = socket.getOutputStream();
            to.write(request.atOnce());
            to.flush();
            for (byte each : request.slowly()) {
                Thread.sleep(100);
                to.write(each);
                to.flush();
            }
        } catch (IOException | InterruptedException e) {
            // The answer is there already.
        }
    }

    private static HostileExchange read(String answer, double millis, long bytes) {
        String status = first(STATUS, answer);
        String code = first(CODE, answer);
        String classification = first(CLASSIFICATION, answer);
        String cost = first(COST, answer);
        boolean isGraphQl = !cost.isEmpty()
                || answer.contains("\"errors\":")
                || DATA.matcher(answer).find();
        boolean isAnswered = isGraphQl ? DATA.matcher(answer).find() : status.startsWith("2") || status.startsWith("1");
        return new HostileExchange(
                status.isEmpty() ? 0 : Integer.parseInt(status),
                code.isEmpty() ? classification : code,
                cost.isEmpty() ? 0 : Long.parseLong(cost),
                isAnswered,
                millis,
                bytes);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
