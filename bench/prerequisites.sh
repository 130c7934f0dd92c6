#!/bin/sh
# Installs what the measurements need beyond java and mvn: psql, for what a database administrator does by hand; smtp-source
# and smtp-sink of postfix, the yardstick of sending (no mail server is started); WeasyPrint and LibreOffice, by which
# others turn the same document into a PDF.
set -eu

PATH=$PATH:/usr/sbin:/sbin
missing=
command -v psql >/dev/null 2>&1 || missing=postgresql-client
command -v smtp-sink >/dev/null 2>&1 || missing="$missing postfix"
command -v weasyprint >/dev/null 2>&1 || missing="$missing weasyprint"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "bench: no apt-get here: install by hand what is missing of psql, smtp-source, weasyprint and soffice." >&2
        exit 1
    fi
    root=
    [ "$(id -u)" = 0 ] || root=sudo
    # shellcheck disable=SC2086 # a list of packages
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
fi
psql --version
command -v smtp-source smtp-sink
weasyprint --version
soffice --version
