-- Deliveries by the party they are for today, whichever of its recipients they were made for.
create view party_delivery as
    select d.id, d.campaign_id, coalesce(m.survivor_id, d.recipient_id) as recipient_id, d.channel, d.try_no,
           d.address_reason, d.told, d.recorded_at
    from delivery d
    left join recipient_merge m on m.recipient_id = d.recipient_id;
