#!/bin/sh
# Printing letters: the packaged service beside HTML printed one by one and in files of 1,000.
#
#   TEISHUTSU_BENCH_LETTERS how many, default 20000 (10,000 more warm it up)
#   TEISHUTSU_BENCH_RUN     where it runs, default target/bench-letters
#   TEISHUTSU_BENCH_RESULTS where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-letters}
mkdir -p "$run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.LetterBench
