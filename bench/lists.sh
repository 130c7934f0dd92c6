#!/bin/sh
# Every list of report-service at a steady rate over a full ledger, and the question asked with every new account.
#
#   TEISHUTSU_BENCH_LEDGER  incidents, measures and progress entries, default "1000 10000 100000"
#   TEISHUTSU_BENCH_SECONDS how long each is asked for, after a third of it as warm-up, default 30
#   TEISHUTSU_BENCH_RUN     where it runs, default target/bench-lists
#   TEISHUTSU_BENCH_RESULTS where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-lists}
mkdir -p "$run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.ListsBench
