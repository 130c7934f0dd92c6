package org.teishutsu.notify.intake;

import org.teishutsu.notify.exposure.CataloguedItem;

/** What a column of a file is read as. */
sealed interface ColumnUse {

    /** Nothing: a column nobody asked for. */
    ColumnUse IGNORED = new Ignored();

    /** What this service wrote in front of rows it returned. */
    ColumnUse RETURNED = new Returned();

    /** The name of the use in reports and mappings. */
    String label();

    record Whole(ListColumn column) implements ColumnUse {
        @Override
        public String label() {
            return column.header();
        }
    }

    record Part(ColumnPart part) implements ColumnUse {
        @Override
        public String label() {
            return part.header();
        }
    }

    /** Marks whether one item leaked. */
    record Item(CataloguedItem item) implements ColumnUse {

        static final String PREFIX = "item:";

        @Override
        public String label() {
            return PREFIX + item.code();
        }
    }

    record Ignored() implements ColumnUse {

        static final String LABEL = "ignored";

        @Override
        public String label() {
            return LABEL;
        }
    }

    record Returned() implements ColumnUse {
        @Override
        public String label() {
            return "returned";
        }
    }
}
