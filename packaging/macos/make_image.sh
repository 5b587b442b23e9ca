#!/usr/bin/env bash
# Packs the application into a disk image with a link to Applications beside it: make_image.sh APPLICATION IMAGE
set -euo pipefail

[ $# -eq 2 ] || { printf 'usage: make_image.sh APPLICATION IMAGE\n' >&2; exit 1; }
app="$1"
image="$2"

staged="$(mktemp -d)"
trap 'rm -rf "$staged"' EXIT
ditto "$app" "$staged/$(basename "$app")"
ln -s /Applications "$staged/Applications"
rm -f "$image"
hdiutil create -volname "$(basename "$app" .app)" -srcfolder "$staged" -fs HFS+ -format ULFO -quiet "$image"
