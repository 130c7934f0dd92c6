package org.teishutsu.common.figures;

/** How a call of the desk ended (架電). Only {@link #TOLD} tells anybody anything. */
public enum CallOutcome {
    /** After a check of who it was. */
    TOLD("ご本人に説明済み"),
    /** On a machine or with somebody else; never what it is about. */
    MESSAGE_LEFT("折返しのご連絡を依頼（内容は伝えず）"),
    NO_ANSWER("応答なし"),
    IDENTITY_NOT_SHOWN("ご本人の確認に至らず"),
    /** Did not want to hear it. Closing needs an act of its own. */
    DECLINED("説明を希望されず"),
    WRONG_NUMBER("別人の番号"),
    OUT_OF_SERVICE("使われていない番号");

    private final String label;

    CallOutcome(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }

    /** Whether calling this number again is of no use. */
    public boolean isDead() {
        return this == WRONG_NUMBER || this == OUT_OF_SERVICE;
    }
}
