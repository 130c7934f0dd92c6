package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.demo.play.Api;

/**
 * A ledger far larger than one firm's. Orders, notices and a restriction come in as officers enter them; incidents, measures and
 * what is recorded of them are written by SQL, since only their number matters here.
 *
 * @param progress entries of all measures together
 */
record FullLedger(int incidents, int measures, int progress) {

    static final int ORDERS = 20;
    private static final int NOTICES = 100;
    private static final int ENTRIES_OF_AN_INCIDENT = 10;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Fills an empty suite; gives back the orders. */
    List<String> fill(Database database, Api officer) {
        database.execute("report", incidentsSql());
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            orders.add(officer.post("/orders", order(i)).path("id").asText());
        }
        database.execute("report", measuresSql());
        for (int i = 0; i < NOTICES; i++) {
            officer.post("/public-notices", notice(i));
        }
        officer.post(
                "/restrictions",
                JSON.objectNode()
                        .put("kind", "NEW_ACCOUNTS")
                        .put("from", "2017-07-28T15:00:00Z")
                        .put("ground", "命令(1)"));
        database.execute("report", "vacuum analyze");
        return orders;
    }

    static String code(int number) {
        return "2017-attack-" + number;
    }

    private ObjectNode order(int number) {
        LocalDate today = Instant.now().atZone(ZoneId.of("Asia/Tokyo")).toLocalDate();
        ObjectNode order = JSON.objectNode()
                .put("authority", "関東財務局")
                .put("documentNumber", "関財金7第" + number + "号")
                .put("legalBasis", "金融商品取引法第51条")
                .put("issuedOn", "2017-07-28")
                .put("receivedAt", "2017-07-28T06:00:00Z")
                .put("firstReportDueOn", today.plusDays(30).toString());
        ArrayNode named = order.putArray("incidents");
        named.add(code(2 * number)).add(code(2 * number + 1));
        ArrayNode clauses = order.putArray("clauses");
        List<String> kinds = List.of("CONTAIN", "LIMIT_HARM", "INFORM_CUSTOMERS", "REPORT");
        for (int i = 0; i < kinds.size(); i++) {
            clauses.addObject().put("number", i + 1).put("kind", kinds.get(i)).put("text", "命令事項を履行すること。");
        }
        return order;
    }

    private static ObjectNode notice(int number) {
        return JSON.objectNode()
                .put("title", "不正アクセスによるお客様情報の漏えいについて（第" + number + "報）")
                .put("text", "お客様には、ご心配とご迷惑をおかけしておりますことを、深くお詫び申し上げます。".repeat(10))
                .put("publishedAt", "2017-07-31T03:%02d:%02dZ".formatted(number / 60, number % 60));
    }

    private String incidentsSql() {
        return """
                insert into incident (code, title, occurred_from, occurred_to, detected_at, population, recorded_at,
                                      recorded_by)
                select '2017-attack-' || i, '不正アクセスによるお客様情報の漏えい（' || i || '）', date '2017-07-13', date '2017-07-13',
                       timestamptz '2017-07-13 06:00:00Z', '口座を開設していたお客様', now(), 'bench'
                from generate_series(0, %1$d - 1) i;

                insert into incident_item (incident, position, item)
                select '2017-attack-' || i, p, (array['NAME', 'EMAIL', 'ADDRESS', 'BIRTH_DATE', 'BANK_ACCOUNT'])[p + 1]
                from generate_series(0, %1$d - 1) i, generate_series(0, 4) p;

                insert into incident_not_leaked (incident, position, item, since)
                select '2017-attack-' || i, 0, 'MY_NUMBER', date '2017-07-17' from generate_series(0, %1$d - 1) i;

                insert into incident_body_told (incident, position, body, told_on)
                select '2017-attack-' || i, 0, '警視庁', date '2017-07-14' from generate_series(0, %1$d - 1) i;

                insert into timeline_entry (id, incident, occurred_at, text, recorded_at, recorded_by)
                select uuidv7(), '2017-attack-' || i, timestamptz '2017-07-13 06:00:00Z' + n * interval '1 hour',
                       '外部からの不審な通信を検知し、遮断した。', now(), 'bench'
                from generate_series(0, %1$d - 1) i, generate_series(1, %2$d) n;
                """.formatted(incidents, ENTRIES_OF_AN_INCIDENT);
    }

    /** Spread evenly over the orders; the stages of every third one are a month late. */
    private String measuresSql() {
        return """
                create temp table made as
                select uuidv7() as id, uuidv7() as plan, i as no,
                       (select array_agg(id order by document_number) from supervisory_order)[i %% %3$d + 1] as order_id
                from generate_series(0, %1$d - 1) i;

                insert into measure (id, order_id, revision, plan_no, recorded_at, recorded_by)
                select id, order_id, 1, 1, now() + no * interval '1 microsecond', 'bench' from made;

                insert into measure_plan (id, measure_id, number, title, owner, verification, recorded_at, recorded_by)
                select plan, id, 1, '改善策' || no, '部署' || no %% 40, '内部監査室が毎月確認する。', now(), 'bench' from made;

                insert into measure_clause (plan_id, position, clause)
                select plan, 0, 1 + no %% 3 from made;

                insert into measure_stage (plan_id, position, stage, due)
                select plan, p, (array['PLANNED', 'DESIGNED', 'CODIFIED', 'IN_FORCE', 'VERIFIED'])[p + 1],
                       case when no %% 3 = 0 then current_date - 30 else date '2099-01-01' end + p
                from made, generate_series(0, 4) p;

                insert into measure_stage_now (measure_id, position, stage, due)
                select m.id, s.position, s.stage, s.due from made m join measure_stage s on s.plan_id = m.plan;

                insert into measure_progress (id, measure_id, revision, text, recorded_at, recorded_by)
                select uuidv7(), m.id, 1, '対象となる端末の設定を見直し、担当者への教育を実施した。',
                       now() + n * interval '1 minute', 'bench'
                from made m, generate_series(1, %2$d / %1$d) n;
                """.formatted(measures, progress, ORDERS);
    }
}
