package org.teishutsu.report.measure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of a plan's sheet that the suite understands.
 *
 * @param stage the stage of a DUE or DONE column; null for others
 */
record SheetColumn(Kind kind, @Nullable Stage stage) {

    /** What a column says. The first header of each is what an export writes, the others are taken, too. */
    enum Kind {
        ID(24, "管理番号", "ID"),
        REVISION(6, "版"),
        TITLE(40, "改善策", "改善策の内容", "施策"),
        CLAUSES(12, "対応命令", "命令事項"),
        OWNER(16, "責任者", "担当", "担当部署"),
        VERIFICATION(40, "効果の検証方法", "検証方法"),
        DUE(12, "%s期限"),
        DONE(12, "%s完了日", "%s完了"),
        EFFECT(12, "効果検証の結果", "検証結果"),
        PROGRESS(40, "進捗状況", "進捗"),
        REASON(40, "期限変更の理由", "変更理由");

        private final int width;
        private final String headers;

        Kind(int width, String... headers) {
            this.width = width;
            this.headers = String.join("|", headers);
        }

        private List<String> headers() {
            return List.of(headers.split("\\|"));
        }

        int width() {
            return width;
        }
    }

    /** As an export writes them when nobody has said otherwise. */
    static final List<SheetColumn> ALL = all();

    private static final Map<String, SheetColumn> BY_HEADER = byHeader();

    /** What an export writes above it. */
    String header() {
        return stage == null ? kind.headers().get(0) : kind.headers().get(0).formatted(stage.label());
    }

    /** The column a header means, whatever its width and spaces; empty for one of the firm's own. */
    static Optional<SheetColumn> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(plain(header)));
    }

    /** Whether a row can be read without it. */
    boolean required() {
        return kind == Kind.TITLE || kind == Kind.CLAUSES || kind == Kind.OWNER || kind == Kind.VERIFICATION;
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static List<SheetColumn> all() {
        ArrayList<SheetColumn> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.DONE) {
                continue; // beside the date it belongs to
            }
            if (kind == Kind.DUE) {
                for (Stage stage : Stage.values()) {
                    all.add(new SheetColumn(Kind.DUE, stage));
                    all.add(new SheetColumn(Kind.DONE, stage));
                }
            } else {
                all.add(new SheetColumn(kind, null));
            }
        }
        return List.copyOf(all);
    }

    private static Map<String, SheetColumn> byHeader() {
        Map<String, SheetColumn> byHeader = new TreeMap<>();
        for (SheetColumn column : all()) {
            for (String header : column.kind.headers()) {
                byHeader.put(plain(column.stage == null ? header : header.formatted(column.stage.label())), column);
            }
        }
        return byHeader;
    }
}
