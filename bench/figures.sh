#!/bin/sh
# Figures as of an instant: what notify-service answers, beside a bare aggregate written by hand over the same tables.
#
#   TEISHUTSU_BENCH_ROWS    recipients, default "100000 1000000"; with 10000000 as well the disk must have 30 GB free
#   TEISHUTSU_BENCH_ROUNDS  rounds of each, default 5
#   TEISHUTSU_BENCH_RUN     where it runs, default target/bench-figures
#   TEISHUTSU_BENCH_RESULTS where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-figures}
mkdir -p "$run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.FiguresBench
