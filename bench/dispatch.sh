#!/bin/sh
# Sending one message each to everybody: this suite, end to end, beside what only sends.
#
#   TEISHUTSU_BENCH_MESSAGES  measured in each round, default 100000
#   TEISHUTSU_BENCH_WARM_UP   sent before them and not measured, default 10000
#   TEISHUTSU_BENCH_ROUNDS    default 3
#   TEISHUTSU_BENCH_SLOW      messages to a receiver that answers the final dot after 50 ms, default 10000; 0 leaves it out
#   TEISHUTSU_BENCH_QUEUE     deliveries queued, half of them deferred, default 1000000; 0 leaves it out
#   TEISHUTSU_BENCH_RUN       where it runs, default target/bench-dispatch
#   TEISHUTSU_BENCH_RESULTS   where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
export PATH
for tool in smtp-source smtp-sink; do
    command -v $tool >/dev/null 2>&1 || {
        echo "bench: no $tool found (of Debian's package postfix), the yardstick here. Install it: sh bench/prerequisites.sh" >&2
        exit 1
    }
done
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-dispatch}
mkdir -p "$run"
if [ -z "$(find "$home/bench/peers/target/quarkus-app/quarkus-run.jar" -newer "$home/bench/peers/pom.xml" 2>/dev/null)" ]; then
    echo "Building what it is measured beside (log in $run/peers.log)"
    mvn -B -ntp -f "$home/bench/peers/pom.xml" package >"$run/peers.log" 2>&1 || {
        tail -n 20 "$run/peers.log" >&2
        exit 1
    }
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.DispatchBench
