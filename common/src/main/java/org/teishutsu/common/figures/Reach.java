package org.teishutsu.common.figures;

/** How far a recipient has been told at an instant (通知状況): exactly one of these. */
public enum Reach {
    NOT_STARTED("未着手"),
    IN_PROGRESS("手続中"),
    /** Sent or posted, and still within the time in which it may come back. Never called reached. */
    SENT("送信・発送済み"),
    /** Sent or posted, and nothing came back within the waiting time. */
    NO_RETURN("送信・発送済み（不達通知・返戻なし）"),
    CONFIRMED("到達確認（ご連絡あり）"),
    NOT_REACHED("不達"),
    SUBSTITUTED("代替措置（公表・窓口）"),
    CLOSED("終了（理由あり）");

    private final String label;

    Reach(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }

    /** Whether somebody in this state still has to be told: a campaign is complete when nobody is. */
    public boolean isNotTold() {
        return this == NOT_STARTED || this == IN_PROGRESS || this == NOT_REACHED;
    }
}
