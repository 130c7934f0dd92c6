package org.teishutsu.report.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Listing;
import org.teishutsu.report.platform.SingleLine;

/** Who is reminded of an order's deadlines, and what was sent. */
@Path("/orders/{id}")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class ReminderResource {
    private final AddressBook book;
    private final MailOutbox outbox;
    private final Who who;

    ReminderResource(AddressBook book, MailOutbox outbox, Who who) {
        this.book = book;
        this.outbox = outbox;
        this.who = who;
    }

    /** The addresses that are reminded; none takes all of them away. */
    record Addresses(
            @NotNull @Size(max = 50) List<@NotNull @Email @SingleLine @Size(min = 3, max = 254) String> addresses) {}

    @GET
    @Path("reminder-addresses")
    public Addresses addresses(UUID id) {
        return new Addresses(book.of(id));
    }

    @PUT
    @Path("reminder-addresses")
    @RolesAllowed(Roles.OFFICER)
    public Addresses set(UUID id, @NotNull @Valid Addresses wanted) {
        return new Addresses(
                book.record(id, wanted.addresses().stream().distinct().toList(), who.name()));
    }

    @GET
    @Path("reminders")
    public Page<MailOutbox.Listed> sent(UUID id, @BeanParam @Valid Listing listing) {
        book.of(id);
        return listing.page((after, limit) -> outbox.of(id, after, limit), MailOutbox.Listed::id);
    }
}
