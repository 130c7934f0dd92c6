package org.teishutsu.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that remembers how far it came and the first answer it got there. The exceptions of the library
 * do not say: after a failure it sends RSET, and what becomes of that hides what came before.
 */
final class StagedTransport extends SMTPTransport {

    private Stage stage = Stage.CONNECT;
    private int code = Stage.NO_ANSWER;
    private String text = "";
    private boolean answered;

    StagedTransport(Session session, URLName server) {
        super(session, server);
    }

    Stage stage() {
        return stage;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    private void enter(Stage next) {
        stage = next;
        code = Stage.NO_ANSWER;
        text = "";
        answered = false;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(Stage.MAIL_FROM);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(Stage.RCPT_TO);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(Stage.DATA);
        OutputStream content = super.data();
        // What was answered to DATA is no answer to what follows it.
        enter(Stage.DATA);
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        enter(Stage.END);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int response = super.readServerResponse();
        if (!answered) {
            answered = true;
            code = response;
            text = response == Stage.NO_ANSWER ? "" : getLastServerResponse();
        }
        return response;
    }

    /** Whether the server would take mail from this sender: all of a transaction that names no recipient. */
    void tryMailFrom(String returnPath) throws MessagingException {
        issueCommand("MAIL FROM:<" + returnPath + ">", 250);
        issueCommand("RSET", 250);
    }
}
