package org.teishutsu.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * report-service as notify-service sees it: a real HTTP server on a port of its own, with the two incidents of the 2017
 * case, the catalogue and the firm (all synthetic). {@code PUT} to a path changes what it answers there from then on, a
 * {@code PUT} of nothing makes it answer 500; {@code DELETE} gives the first answer back.
 */
public final class ReportServiceFixture implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> FIRST =
            Map.of("/leak-items", """
            [{"code":"NAME","label":"氏名"},{"code":"NAME_KANA","label":"氏名（カナ）"},
             {"code":"EMAIL","label":"メールアドレス"},{"code":"CUSTOMER_ID","label":"お客様ID"},
             {"code":"ADDRESS","label":"住所"},{"code":"PHONE","label":"電話番号"},
             {"code":"MOBILE_PHONE","label":"携帯電話番号"},{"code":"BIRTH_DATE","label":"生年月日"},
             {"code":"AGE","label":"年齢"},{"code":"SEX","label":"性別"},
             {"code":"SURVEY","label":"アンケート回答"},{"code":"BANK_ACCOUNT","label":"銀行口座"},
             {"code":"VIRTUAL_ACCOUNT","label":"振込専用口座"},
             {"code":"FIRST_LOGIN_PASSWORD","label":"初回ログインパスワード"},
             {"code":"MY_NUMBER","label":"個人番号"}]
            """, "/incidents/2016-attack", """
            {"code":"2016-attack","title":"2016年の不正アクセス","occurredFrom":"2016-07-01",
             "occurredTo":"2016-11-30","detectedAt":"2017-07-18T01:00:00Z","containedAt":"2017-07-22T01:00:00Z",
             "population":110000,
             "items":["CUSTOMER_ID","BIRTH_DATE","EMAIL","PHONE","MOBILE_PHONE","FIRST_LOGIN_PASSWORD",
                      "VIRTUAL_ACCOUNT"],
             "notLeaked":[{"item":"MY_NUMBER","since":"2017-07-17","note":null}],
             "investigator":"第三者調査機関","cause":"外部からの不正アクセス","description":null}
            """, "/incidents/2017-attack", """
            {"code":"2017-attack","title":"2017年の不正アクセス","occurredFrom":"2017-07-13",
             "occurredTo":"2017-07-13","detectedAt":"2017-07-13T06:00:00Z","containedAt":"2017-07-13T06:30:00Z",
             "population":2500,
             "items":["NAME","ADDRESS","SEX","BIRTH_DATE","AGE","EMAIL","PHONE","MOBILE_PHONE","BANK_ACCOUNT",
                      "SURVEY"],
             "notLeaked":[{"item":"MY_NUMBER","since":"2017-07-17","note":null}],
             "investigator":"第三者調査機関","cause":"外部からの不正アクセス","description":null}
            """, "/firm", """
            {"name":"サンプルＦＸ株式会社","seat":"東京都千代田区見本町1-1","registrationNumber":"関東財務局長（金商）第0000号",
             "corporateNumber":"0000000000000","representativeTitle":"代表取締役","representativeName":"見本 太郎",
             "contactDepartment":"内部管理部","contactPhone":"03-0000-0000","contactEmail":"naibu@fx.example",
             "deskPhone":"0120-000-000","deskHours":"平日9時から18時まで","website":"https://www.fx.example/",
             "bureauAddressee":"関東財務局長"}
            """);

    private final Map<String, String> answers = new ConcurrentHashMap<>(FIRST);
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            server = started;
            return Map.of(
                    "suite.other-service.url",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                answers.put(path, new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                send(call, 204, "");
            }
            case "DELETE" -> {
                answers.remove(path);
                answers.putAll(FIRST);
                send(call, 204, "");
            }
            default -> {
                String body = answers.get(path);
                send(call, body == null ? 404 : body.isEmpty() ? 500 : 200, body == null ? "" : body);
            }
        }
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (call) {
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }
}
