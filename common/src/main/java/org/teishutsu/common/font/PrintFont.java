package org.teishutsu.common.font;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** One TrueType font in which no glyph stands for two characters, so that text copied from a document is what was printed. */
public final class PrintFont {
    private final String family;
    private final int weight;
    private final byte[] file;
    private final CharacterMap characters;

    private PrintFont(String family, int weight, byte[] file, CharacterMap characters) {
        this.family = family;
        this.weight = weight;
        this.file = file;
        this.characters = characters;
    }

    static PrintFont of(String family, int weight, byte[] file) {
        CharacterMap characters = CharacterMap.read(file).withoutAliases();
        return new PrintFont(family, weight, characters.writeInto(file), characters);
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

    /** The font file, its aliases removed. */
    public InputStream open() {
        return new ByteArrayInputStream(file);
    }
}
