package org.teishutsu.platform.security;

/** The roles a user can have; what each may do is said in the README. */
public final class Roles {

    /** 担当者: keeps the records, prepares filings and campaigns. */
    public static final String OFFICER = "officer";

    /** 承認者: releases what an officer prepared, never one's own work. */
    public static final String APPROVER = "approver";

    /** 代表取締役: gives a filing its final approval. */
    public static final String REPRESENTATIVE = "representative";

    /** お問い合わせ窓口. */
    public static final String DESK = "desk";

    /** 監査: reads everything but personal data. */
    public static final String AUDITOR = "auditor";

    /** The other service, and systems that ask whether a restriction stands. */
    public static final String SERVICE = "service";

    private Roles() {}
}
