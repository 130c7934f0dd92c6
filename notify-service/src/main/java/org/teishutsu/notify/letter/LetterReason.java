package org.teishutsu.notify.letter;

/** Why a recipient is told by letter: an e-mail might reach somebody else, or nobody. */
public enum LetterReason {
    SHARED_ADDRESS("メールアドレスが他の対象者と同一"),
    LONG_GONE("退会済みのためメールアドレスが現在もご本人のものか不明"),
    CHANGED_AFTER_ATTACK("メールアドレスが事案発生後に変更されている"),
    NO_EMAIL("メールアドレスの登録なし"),
    REFUSED("メールが受信側で拒否された"),
    BOUNCED("送信したメールが不達となった");

    private final String label;

    LetterReason(String label) {
        this.label = label;
    }

    /** What lists print. */
    public String label() {
        return label;
    }
}
