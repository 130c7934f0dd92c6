#!/bin/sh
# What can happen to the service while it sends: kill -9, one of two processes killed, PostgreSQL crashing, a receiver
# that takes eight minutes for an answer. The short form of each is among the acceptance tests.
#
#   TEISHUTSU_BENCH_MESSAGES  of each campaign, default 60000
#   TEISHUTSU_BENCH_MINUTES   that the slow receiver takes, default 8; 0 leaves it out
#   TEISHUTSU_BENCH_RUN       where it runs, default target/bench-faults
#   TEISHUTSU_BENCH_RESULTS   where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-faults}
mkdir -p "$run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.FaultsBench
