package org.teishutsu.notify.letter;

import org.teishutsu.common.font.Printable;
import org.teishutsu.common.font.UnprintableCharacterException;

/** The door through which text reaches the paper. */
final class Press {
    private Press() {}

    static String checked(String place, String text) {
        try {
            return Printable.checked(place, text);
        } catch (UnprintableCharacterException e) {
            throw new UnprintableLetterException(place, Printable.nameOf(e.codePoint()) + " は印字できません");
        }
    }
}
