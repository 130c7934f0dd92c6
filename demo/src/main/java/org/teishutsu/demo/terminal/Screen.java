package org.teishutsu.demo.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The terminal, or the log that stands in for it; UTF-8 whatever the locale. */
public final class Screen {

    private final PrintStream out;
    private final boolean redraws;

    Screen(PrintStream out, boolean redraws) {
        this.out = out;
        this.redraws = redraws;
    }

    /** Standard output; bars are redrawn in place where the script saw a terminal. */
    public static Screen ofProcess() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Screen(out, Boolean.getBoolean("teishutsu.terminal"));
    }

    public void heading(String text) {
        out.println();
        out.println(text);
    }

    public void line(String text) {
        out.println("  " + text);
    }

    /** Starts a bar; {@link ProgressBar#close} ends its line. */
    public ProgressBar bar(String what, long total) {
        return new ProgressBar(out, redraws, what, total);
    }

    /** Prints rows in columns; the first row is the heading. Columns of numbers stand right. */
    public void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                line.append(Width.pad(row.get(i), widths[i])).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
