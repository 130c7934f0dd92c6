package org.teishutsu.common.font;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One TrueType font in which no glyph stands for two characters, so that text copied from a document is the text that
 * was printed.
 */
public final class PrintFont {
    private final String family;
    private final int weight;
    private final String resource;
    private final CharacterMap characters;

    private PrintFont(String family, int weight, String resource, CharacterMap characters) {
        this.family = family;
        this.weight = weight;
        this.resource = resource;
        this.characters = characters;
    }

    static PrintFont of(String family, int weight, String resource) {
        return new PrintFont(
                family, weight, resource, CharacterMap.read(read(resource)).withoutAliases());
    }

    public String family() {
        return family;
    }

    /** As in CSS: 400 is regular, 700 bold. */
    public int weight() {
        return weight;
    }

    public boolean covers(int codePoint) {
        return characters.glyphOf(codePoint) != 0;
    }

    /** The font file, its aliases removed. Megabytes that are not kept here: open it once and keep what you parse. */
    public InputStream open() {
        return new ByteArrayInputStream(characters.writeInto(read(resource)));
    }

    private static byte[] read(String resource) {
        try (InputStream in = PrintFont.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("font file missing on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
