package org.invisiblecollege.ingest.run;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes why a load failed, for anyone who may read its run: names files without their folders. */
public final class FailureText {

    private static final int MAX_LENGTH = 500;

    private FailureText() {}

    /** Returns one or two sentences. */
    public static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException e && e.getFile() != null) {
                return "Cannot use " + Path.of(e.getFile()).getFileName() + ": " + reason(e) + ".";
            }
            if (cause instanceof Error e) {
                return shortened(of(e));
            }
        }
        return shortened(messageOrType(failure));
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException missing -> "it does not exist";
            case AccessDeniedException denied -> "access is denied";
            default -> e.getReason() == null ? "it cannot be read or written" : e.getReason();
        };
    }

    private static String of(Error error) {
        return switch (error) {
            case OutOfMemoryError e ->
                "Not enough memory: " + messageOrType(e) + ", give more with -Xmx, such as -Xmx4g.";
            case StackOverflowError e ->
                "The stack overflowed, perhaps because the source is nested too deeply; give more with -Xss, such as"
                        + " -Xss16m.";
            default -> "Internal error, please report it: " + error + rootCause(error);
        };
    }

    private static String rootCause(Error error) {
        Throwable root = error.getCause();
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "" : ", caused by " + root;
    }

    private static String messageOrType(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
