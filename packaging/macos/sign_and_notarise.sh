#!/usr/bin/env bash
# Signs the application, packs it into a disk image and has Apple notarise that. On macOS only:
#
#   packaging/macos/sign_and_notarise.sh "dist/TIVM Desktop.app" dist/tivm-desktop-VERSION.dmg
#
# TIVM_SIGN_IDENTITY    "Developer ID Application: NAME (TEAM)" in the keychain; without it the signature is ad hoc:
#                       the program runs, but macOS asks who made it (Control-click, Open)
# TIVM_NOTARY_KEY       file of an App Store Connect API key (.p8); with the next two
# TIVM_NOTARY_KEY_ID    its id
# TIVM_NOTARY_ISSUER    its issuer; without the three nothing is sent to Apple
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
say() { printf '%s\n' "$*" >&2; }
fail() { say "sign_and_notarise: $*"; exit 1; }

[ $# -eq 2 ] || fail "usage: sign_and_notarise.sh APPLICATION IMAGE"
app="$1"
image="$2"
[ -d "$app/Contents/MacOS" ] || fail "$app is no application"
[ "$(uname -s)" = Darwin ] || fail "signing needs macOS"

identity="${TIVM_SIGN_IDENTITY:-}"
signing=(--force --sign "${identity:--}")
if [ -n "$identity" ]; then
    signing+=(--timestamp --options runtime)
else
    say "TIVM_SIGN_IDENTITY is empty: signed ad hoc, for this machine and for whoever trusts it"
fi

is_compiled() { file -b "$1" | grep -q '^Mach-O'; }

# From the inside out: a signature seals what lies inside, so the deepest come first. Links are sealed as links.
sign_libraries() {
    local path
    while IFS= read -r -d '' path; do
        is_compiled "$path" || continue
        codesign "${signing[@]}" "$path"
    done < <(find "$app/Contents" -depth -type f -not -path "$app/Contents/MacOS/*" -print0)
}

sign_frameworks() {
    local path
    while IFS= read -r -d '' path; do
        codesign "${signing[@]}" "$path"
    done < <(find "$app/Contents/Frameworks" -depth -type d -name '*.framework' -print0)
}

sign_programs() {
    local path main
    main="$(/usr/libexec/PlistBuddy -c 'Print :CFBundleExecutable' "$app/Contents/Info.plist")"
    for path in "$app"/Contents/MacOS/*; do
        [ "$(basename "$path")" != "$main" ] || continue   # the main one is signed with the bundle
        is_compiled "$path" || continue
        codesign "${signing[@]}" --entitlements "$here/entitlements.plist" "$path"
    done
    codesign "${signing[@]}" --entitlements "$here/entitlements.plist" "$app"
}

notarise() {
    if [ -z "$identity" ] || [ -z "${TIVM_NOTARY_KEY:-}" ] || [ -z "${TIVM_NOTARY_KEY_ID:-}" ] ||
        [ -z "${TIVM_NOTARY_ISSUER:-}" ]; then
        say "not notarised: that needs TIVM_SIGN_IDENTITY, TIVM_NOTARY_KEY, TIVM_NOTARY_KEY_ID and TIVM_NOTARY_ISSUER"
        return
    fi
    xcrun notarytool submit "$image" --key "$TIVM_NOTARY_KEY" --key-id "$TIVM_NOTARY_KEY_ID" \
        --issuer "$TIVM_NOTARY_ISSUER" --wait --timeout 30m
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
}

sign_libraries
sign_frameworks
sign_programs
codesign --verify --deep --strict "$app"
"$here/make_image.sh" "$app" "$image"
[ -z "$identity" ] || codesign --sign "$identity" --timestamp "$image"
notarise
say "$image"
