#!/bin/sh
# Installs what the measurements need beyond java and mvn: psql, for what a database administrator does by hand.
set -eu

if command -v psql >/dev/null 2>&1; then
    psql --version
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "bench: no psql and no apt-get here: install PostgreSQL's client programs (psql) by hand." >&2
    exit 1
fi
if [ "$(id -u)" = 0 ]; then
    apt-get install -y --no-install-recommends postgresql-client
else
    sudo apt-get install -y --no-install-recommends postgresql-client
fi
psql --version
