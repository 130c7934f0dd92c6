#!/bin/sh
# Taking in a list: this suite beside what a database administrator does by hand. See bench/import/*.sql for the latter.
#
#   TEISHUTSU_BENCH_ROWS    sizes, default "112364 1000000"
#   TEISHUTSU_BENCH_ROUNDS  rounds of each size, default 5 and 3: "5 3"
#   TEISHUTSU_BENCH_XLSX    rows of the .xlsx list, default 112364; 0 leaves it out
#   TEISHUTSU_BENCH_RUN     where it runs, default target/bench-import
#   TEISHUTSU_BENCH_RESULTS where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
command -v psql >/dev/null 2>&1 || {
    echo "bench: no psql found, and the administrator's side is done with it. Install it: sh bench/prerequisites.sh" >&2
    exit 1
}
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-import}
mkdir -p "$run/gc"
# For every process of the run: its heap after each collection, one file a process.
JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -Xlog:gc:file=$run/gc/%p.log::filecount=0"
export JAVA_TOOL_OPTIONS
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.bench.ImportBench
