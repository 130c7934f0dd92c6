package org.teishutsu.notify.vault;

import org.jspecify.annotations.Nullable;

/** The columns with sealed cells: all of them, for whatever is not named here is not sealed anew in a rotation. */
enum SealedColumn {
    RECIPIENT("recipient", "id", "contact", "id", null),
    STAGED_ROW("import_row", "import_id, row_no", "contact", "fresh_id", null),
    REJECTED_ROW("import_rejection", "import_id, row_no", "cells", "import_id", "row_no"),
    HEADER("import_reading", "import_id", "header", "import_id", null),
    REPLY("delivery_event", "id", "reply", "delivery_id", null),
    RETURN_PATH_SECRET("return_path_key", "id", "return_path_secret", "id", null),
    MAIL_DOMAIN("mail_domain", "id", "details", "id", null),
    BOUNCE("bounce", "id", "content", "id", null),
    BOUNCE_RECIPIENT("bounce_recipient", "bounce_id, no", "detail", "bounce_id", "no"),
    CALL("telephone_call", "id", "note", "id", null),
    PROPOSED_CONTACT("contact_change", "id", "proposed", "id", null),
    REPLACED_CONTACT("contact_change", "id", "contact", "recipient_id", null),
    TOLD_CONTACT("contact_told", "recipient_id", "contact", "fresh_id", null),
    NOT_AFFECTED("not_affected", "id", "contact", "id", null),
    INQUIRY("inquiry", "id", "words", "id", null);

    private final String table;
    private final String primaryKey;
    private final String column;
    private final String id;
    private final @Nullable String no;

    /**
     * One column.
     *
     * @param primaryKey its columns, divided by a comma and a blank
     * @param id what the cell is sealed for
     * @param no and its number there, if the id names several
     */
    SealedColumn(String table, String primaryKey, String column, String id, @Nullable String no) {
        this.table = table;
        this.primaryKey = primaryKey;
        this.column = column;
        this.id = id;
        this.no = no;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    int keyParts() {
        return primaryKey.split(", ", -1).length;
    }

    /** Cells under another key than the one whose id is the parameter: what, for what, number, primary key. */
    String selectOthers() {
        return "select " + column + ", " + id + ", " + (no == null ? "0" : no) + ", " + primaryKey + " from " + table
                + underAnotherKey();
    }

    String countOthers() {
        return "select count(*) from " + table + underAnotherKey();
    }

    /** Parameters: the new cell, the primary key, the cell as it was read: what somebody else has changed stays. */
    String update() {
        return "update " + table + " set " + column + " = ? where "
                + primaryKey.replace(", ", " = ? and ") + " = ?" + " and " + column
                + " = ?";
    }

    private String underAnotherKey() {
        return " where " + column + " is not null and substring(" + column + " from 2 for 4) <> ?";
    }
}
