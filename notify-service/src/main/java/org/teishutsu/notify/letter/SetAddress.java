package org.teishutsu.notify.letter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets an address: postal code, address, name; smaller if it is long. */
final class SetAddress {
    private static final double NAME_SIZE = 12;
    private static final double LEADING = 1.35;
    private static final List<Double> SCALES = List.of(1.0, 0.9, 0.8, 0.7, 0.6);

    private SetAddress() {}

    /**
     * The lines of an address.
     *
     * @throws UnprintableLetterException if a character is in no font, or it is too long for the window
     */
    static List<SetLine> of(Letter letter, AddressPlace place) {
        String address = Press.checked("住所", letter.address());
        String name = Press.checked("氏名", letter.name());
        String postal =
                letter.postalCode() == null ? null : "〒" + Press.checked("郵便番号", hyphenated(letter.postalCode()));
        for (double scale : SCALES) {
            List<SetLine> lines = lines(postal, address, name, letter.honorific(), scale, place);
            if (lines.get(lines.size() - 1).y() <= place.top() + AddressPlace.HEIGHT) {
                return lines;
            }
        }
        throw new UnprintableLetterException("宛名", "長すぎて封筒の窓に収まりません");
    }

    private static List<SetLine> lines(
            @Nullable String postal, String address, String name, String honorific, double scale, AddressPlace place) {
        List<SetLine> lines = new ArrayList<>();
        double size = Paper.BODY_SIZE * scale;
        double y = place.top();
        if (postal != null) {
            y = add(lines, List.of(postal), size, y, place);
        }
        // A building begins a line of its own.
        for (String part : address.split("　+", -1)) {
            if (!part.isBlank()) {
                double width = width(size);
                y = add(lines, Lines.of(part.strip(), Typeface.REGULAR, width, width), size, y, place);
            }
        }
        double nameSize = NAME_SIZE * scale;
        String after = "　" + honorific;
        double width = width(nameSize) - Typeface.REGULAR.width(after);
        List<String> names = new ArrayList<>(Lines.of(name, Typeface.REGULAR, width, width));
        names.set(names.size() - 1, names.get(names.size() - 1) + after);
        add(lines, names, nameSize, y + Paper.millimetres(size * 0.5), place);
        return lines;
    }

    private static double add(List<SetLine> lines, List<String> texts, double size, double from, AddressPlace place) {
        double y = from;
        for (String text : texts) {
            y += Paper.millimetres(size * LEADING);
            lines.add(new SetLine(place.left(), y, size, Typeface.REGULAR, text));
        }
        return y;
    }

    /** As the post reads it, whatever the list has: 100-0001. */
    private static String hyphenated(String postalCode) {
        String digits = Normalizer.normalize(postalCode, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
        return digits.length() == 7 ? digits.substring(0, 3) + "-" + digits.substring(3) : postalCode;
    }

    private static double width(double size) {
        return Paper.points(AddressPlace.WIDTH) / size;
    }
}
