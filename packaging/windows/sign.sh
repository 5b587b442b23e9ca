#!/usr/bin/env bash
# Signs programs for Windows, in the Bash that Git brings: sign.sh FILE...
#
# WINDOWS_CERTIFICATE            PKCS#12 with the key, in base64; without it nothing is signed and that is said
# WINDOWS_CERTIFICATE_PASSWORD   its password
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
if [ -z "${WINDOWS_CERTIFICATE:-}" ]; then
    say "WINDOWS_CERTIFICATE is empty: not signed; Windows will ask before it starts a download of an unknown maker"
    exit 0
fi

certificate="$(mktemp)"
trap 'rm -f "$certificate"' EXIT
base64 --decode <<<"$WINDOWS_CERTIFICATE" >"$certificate"
signtool="$(find "/c/Program Files (x86)/Windows Kits/10/bin" -path '*/x64/signtool.exe' | sort -V | tail -n 1)"
[ -n "$signtool" ] || { say "signtool is missing: install the Windows SDK"; exit 1; }
# Options with "/" would be taken for paths by Git's Bash; "-" means the same to signtool.
"$signtool" sign -q -fd sha256 -td sha256 -tr http://timestamp.digicert.com \
    -f "$(cygpath -w "$certificate")" -p "${WINDOWS_CERTIFICATE_PASSWORD:-}" "$@"
