package org.teishutsu.notify.inquiry;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Logs what callers ask and report. */
@Singleton
@Transactional
class InquiryService {

    private final Inquiries inquiries;
    private final RecipientDirectory recipients;
    private final Vault vault;
    private final Facts facts;

    InquiryService(Inquiries inquiries, RecipientDirectory recipients, Vault vault, Facts facts) {
        this.inquiries = inquiries;
        this.recipients = recipients;
        this.vault = vault;
        this.facts = facts;
    }

    InquiryView log(NewInquiry told, String by) {
        Sealing sealing = vault.hold();
        requireFirst(told.follows());
        UUID recipient = told.inquiryNumber() == null ? null : recipient(told.inquiryNumber());
        UUID check = told.identityCheck();
        if (check != null && !inquiries.isShown(check, recipient, by)) {
            throw ProblemException.invalid(
                    "identityCheck", "is none that this user has recorded as passed, or not of the caller");
        }
        UUID answer = told.notAffected();
        if (answer != null && !inquiries.isToldNotAffected(answer)) {
            throw ProblemException.invalid("notAffected", "is no answer that was given");
        }
        Inquiry inquiry = Inquiry.log(told, recipient, sealing, by, facts.stamp());
        inquiries.persist(inquiry);
        return inquiry.view();
    }

    /** What was said on a matter, from its first entry on. */
    Page<InquiryView.Entry> matter(UUID first, @Nullable UUID after, int limit) {
        get(first);
        return Page.of(
                inquiries.matter(first, after, limit).stream()
                        .map(inquiry -> inquiry.entry(vault))
                        .toList(),
                limit,
                InquiryView.Entry::id);
    }

    InquiryView get(UUID id) {
        return inquiries
                .findByIdOptional(id)
                .map(Inquiry::view)
                .orElseThrow(() -> ProblemException.notFound("inquiry", id));
    }

    Page<InquiryView> list(@Nullable UUID after, int limit) {
        List<InquiryView> found =
                inquiries.page(after, limit).stream().map(Inquiry::view).toList();
        return Page.of(found, limit, InquiryView::id);
    }

    private void requireFirst(@Nullable UUID follows) {
        if (follows != null
                && !inquiries.findByIdOptional(follows).map(Inquiry::isFirst).orElse(false)) {
            throw ProblemException.invalid("follows", "must name the first entry on a matter");
        }
    }

    private UUID recipient(String typed) {
        return InquiryNumber.parse(typed)
                .flatMap(number -> recipients.withInquiryNumber(number.text()))
                .orElseThrow(() -> ProblemException.invalid("inquiryNumber", "nobody has this number"));
    }
}
