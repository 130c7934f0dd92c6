#!/bin/sh
# A filing of the whole 2017 case: draft, checks and PDF beside the PDF alone; beside WeasyPrint and LibreOffice, each as its
# users run it; a hundred in a row; a case file with much evidence in constant memory; and a ledger of ten million exposures.
#
#   TEISHUTSU_DEMO_DIVISOR     a smaller case, default 1
#   TEISHUTSU_BENCH_ROUNDS     rounds, default 9
#   TEISHUTSU_BENCH_GIGABYTES  of evidence in the case file, default 5
#   TEISHUTSU_BENCH_EXPOSURES  sizes of the ledger for the initial report, default "112364 10000000"; "" leaves them out
#   TEISHUTSU_BENCH_RUN        where it runs, default target/bench-filing
#   TEISHUTSU_BENCH_RESULTS    where the result goes, default bench/RESULTS.md
set -eu

home=$(cd -P "$(dirname "$0")/.." && pwd)
for each in weasyprint soffice; do
    command -v "$each" >/dev/null 2>&1 || {
        echo "bench: no $each found, and it prints the same document for comparison. Install it: sh bench/prerequisites.sh" >&2
        exit 1
    }
done
run=${TEISHUTSU_BENCH_RUN:-$home/target/bench-filing}
mkdir -p "$run"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -Dteishutsu.project="$home" -Dteishutsu.bench="$run" \
    -cp "$(ls "$home"/demo/target/demo-*.jar | head -n 1)" org.teishutsu.demo.FilingBench
