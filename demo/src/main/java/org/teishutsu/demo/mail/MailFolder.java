package org.teishutsu.demo.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One folder, one {@code .eml} a message, never a half one: written under another name first. As RFC 5321 section 4.4
 * asks of a final delivery, the envelope's sender stands on top as Return-Path, and its recipient as Delivered-To.
 */
final class MailFolder {

    private final Path folder;
    private final String prefix;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    MailFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        // A later start must not overwrite what an earlier one kept.
        this.prefix = Long.toString(System.currentTimeMillis(), 36);
    }

    void store(String from, String to, byte[] message) throws IOException {
        String name = String.format(Locale.ROOT, "%s-%07d", prefix, next.incrementAndGet());
        Path unfinished = folder.resolve(name + ".part");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            out.write(("Return-Path: <" + from + ">\r\nDelivered-To: " + to + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(message);
        }
        Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        stored.incrementAndGet();
    }

    long stored() {
        return stored.get();
    }
}
