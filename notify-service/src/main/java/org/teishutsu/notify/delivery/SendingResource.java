package org.teishutsu.notify.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** How fast is sent, and to which domains not at present. */
@Path("/mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SendingResource {

    private final Sending sending;
    private final Rates rates;
    private final Who who;

    SendingResource(Sending sending, Rates rates, Who who) {
        this.sending = sending;
        this.rates = rates;
        this.who = who;
    }

    /** Domains that rest, have a rate, or once did. Somebody's own domain is personal data. */
    @GET
    @Path("domains")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public Page<MailDomainView> domains(
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(sending.domains(after, limit + 1), limit, MailDomainView::id);
    }

    /** The rate of a domain by its name; doing it again changes nothing. */
    @PUT
    @Path("domains")
    @RolesAllowed(Roles.OFFICER)
    public MailDomainView domainRate(@NotNull @Valid DomainRate rate) {
        return sending.rate(rate.domain(), rate.ratePerSecond(), who.name());
    }

    @GET
    @Path("domains/{id}")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER})
    public MailDomainView domain(@PathParam("id") UUID id) {
        return sending.domain(id);
    }

    @PUT
    @Path("domains/{id}/rate")
    @RolesAllowed(Roles.OFFICER)
    public MailDomainView domainRate(@PathParam("id") UUID id, @NotNull @Valid Rate rate) {
        return sending.rate(id, rate.ratePerSecond(), who.name());
    }

    /** What waits for a domain that rests goes on at once. */
    @POST
    @Path("domains/{id}/resumption")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OFFICER)
    public MailDomainView resume(@PathParam("id") UUID id) {
        return sending.resume(id, who.name());
    }

    /** The rate of all campaigns together. */
    @GET
    @Path("rate")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.DESK, Roles.AUDITOR})
    public Rate rate() {
        rates.follow();
        return new Rate(rates.whole());
    }

    @PUT
    @Path("rate")
    @RolesAllowed(Roles.OFFICER)
    public Rate rate(@NotNull @Valid Rate rate) {
        sending.wholeRate(rate.ratePerSecond(), who.name());
        return rate;
    }

    /** Who changed a rate or let a domain go on, oldest first; domains by their id alone. */
    @GET
    @Path("changes")
    @RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
    public Page<SendingChange> changes(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(sending.changes(after, limit + 1), limit, SendingChange::id);
    }

    /** Messages a second; null for as fast as the mail server takes them. */
    record Rate(@Nullable @Min(1) @Max(100_000) Integer ratePerSecond) {}

    record DomainRate(
            @NotBlank @Size(max = 253) String domain,
            @Nullable @Min(1) @Max(100_000) Integer ratePerSecond) {

        /** Somebody's own domain is personal data. */
        @Override
        public String toString() {
            return "DomainRate[***]";
        }
    }
}
