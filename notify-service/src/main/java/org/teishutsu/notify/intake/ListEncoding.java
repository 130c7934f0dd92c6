package org.teishutsu.notify.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encodings a list may have, tried strictly and in this order. Never guessed from statistics: what is not UTF-8 to
 * the last byte is windows-31j (what Japanese systems call Shift_JIS) to the last byte, or it is refused.
 */
enum ListEncoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_31J(Charset.forName("windows-31j"));

    private static final int BUFFER = 1 << 16;

    private final Charset charset;

    ListEncoding(Charset charset) {
        this.charset = charset;
    }

    /**
     * The first bytes that are no character.
     *
     * @param offset bytes before it
     * @param line counted by line feeds, the first being 1
     */
    record Undecodable(ListEncoding encoding, long offset, long line) {}

    /** As the IANA registry has it. */
    String charsetName() {
        return charset.name();
    }

    /** Throws on what it cannot read, instead of putting U+FFFD in its place. */
    CharsetDecoder strictDecoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads all of it, and tells where it stops being this encoding. */
    Optional<Undecodable> firstFault(InputStream bytes) throws IOException {
        CharsetDecoder decoder = strictDecoder();
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long before = 0;
        long line = 1;
        boolean end = false;
        while (!end) {
            int read = bytes.readNBytes(in.array(), in.position(), in.remaining());
            end = in.position() + read < in.capacity();
            in.limit(in.position() + read).position(0);
            CoderResult result = decoder.decode(in, out.clear(), end);
            line += lineFeeds(in);
            if (result.isError()) {
                return Optional.of(new Undecodable(this, before + in.position(), line));
            }
            before += in.position();
            in.compact();
        }
        return Optional.empty();
    }

    /** In both encodings the byte 0A is a line feed and nothing else. */
    private static long lineFeeds(ByteBuffer consumed) {
        long count = 0;
        for (int i = 0; i < consumed.position(); i++) {
            count += consumed.get(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
