package org.invisiblecollege.ingest.run;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a load failed to whoever may ask for its run, which anyone may: files are named without their folders. */
final class FailureText {

    private static final int MAX_LENGTH = 500;

    private FailureText() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException e && e.getFile() != null) {
                return "Cannot use " + Path.of(e.getFile()).getFileName() + ": " + reason(e) + ".";
            }
        }
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException gone -> "it is not there";
            case AccessDeniedException denied -> "access is denied";
            default -> e.getReason() == null ? "it cannot be read or written" : e.getReason();
        };
    }
}
