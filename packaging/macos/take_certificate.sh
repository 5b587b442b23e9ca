#!/usr/bin/env bash
# Puts the signing certificate into a keychain of its own, and the notary's key into a file; on a build machine.
#
# MACOS_CERTIFICATE            PKCS#12 with the key, in base64; without it nothing is done and that is said
# MACOS_CERTIFICATE_PASSWORD   its password
# MACOS_NOTARY_KEY             App Store Connect API key, as text
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
folder="${RUNNER_TEMP:?a folder that is removed when the build ends}"
umask 077

if [ -n "${MACOS_NOTARY_KEY:-}" ]; then
    printf '%s\n' "$MACOS_NOTARY_KEY" >"$folder/notary.p8"
fi
if [ -z "${MACOS_CERTIFICATE:-}" ]; then
    say "MACOS_CERTIFICATE is empty: the signature will be ad hoc"
    exit 0
fi

keychain="$folder/signing.keychain-db"
password="$(openssl rand -hex 24)"
base64 --decode <<<"$MACOS_CERTIFICATE" >"$folder/certificate.p12"
trap 'rm -f "$folder/certificate.p12"' EXIT
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -k "$keychain" -P "${MACOS_CERTIFICATE_PASSWORD:-}" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
