package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.teishutsu.demo.platform.Trouble;

/** The administrator's side: {@code psql} and the two files of SQL in bench/import. */
final class Administrator {

    private static final String DATABASE = "administrator";

    private final Database database;
    private final Path scripts;
    private final Path log;

    Administrator(Database database, Path scripts, Path log) {
        this.database = database;
        this.scripts = scripts;
        this.log = log;
    }

    /** A database of its own on the suite's server, with its settings. */
    void makeDatabase() {
        database.execute("postgres", "create database " + DATABASE);
    }

    /** Empty tables; not timed. */
    void begin() throws IOException {
        psql(scripts.resolve("tables.sql"), Path.of("/dev/null"));
    }

    /** Takes the list in. */
    Duration takeIn(Path list) throws IOException {
        long began = System.nanoTime();
        psql(scripts.resolve("administrator.sql"), list);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    long exposures() {
        return database.number(DATABASE, "select count(*) from exposure where withdrawn_at is null");
    }

    /** As a comparison of equals needs it: the same numbers of indexes and foreign keys in either ledger. */
    String shape() {
        return shape(DATABASE);
    }

    String shapeOfSuite() {
        return shape("notify");
    }

    void end() {
        database.execute(DATABASE, "truncate exposure, recipient, import, staging");
    }

    private String shape(String name) {
        return database.text(name, """
                select string_agg(concat(t.relname, ': ',
                    (select count(*) from pg_index i where i.indrelid = t.oid), ' indexes, ',
                    (select count(*) from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'),
                    ' foreign keys'), '; ' order by t.relname)
                from pg_class t
                where t.relname in ('recipient', 'exposure') and t.relnamespace = 'public'::regnamespace
                """);
    }

    private void psql(Path script, Path input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "psql",
                        "-X",
                        "-q",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(database.port()),
                        "-U",
                        "postgres",
                        "-d",
                        DATABASE,
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-f",
                        script.toString()))
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGOPTIONS", "-c client_min_messages=warning");
        try {
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new Trouble("psql ended with " + status + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
