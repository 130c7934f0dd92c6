#!/bin/sh
# Installs what the measurements need beyond java and mvn: psql, for what a database administrator does by hand, and
# smtp-source and smtp-sink of postfix, the yardstick of sending. No mail server is started.
set -eu

PATH=$PATH:/usr/sbin:/sbin
missing=
command -v psql >/dev/null 2>&1 || missing=postgresql-client
command -v smtp-sink >/dev/null 2>&1 || missing="$missing postfix"
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "bench: no apt-get here: install PostgreSQL's client programs (psql) and postfix (smtp-source, smtp-sink) by hand." >&2
        exit 1
    fi
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
fi
psql --version
command -v smtp-source smtp-sink
