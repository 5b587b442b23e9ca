#!/bin/sh
# Takes TIVM Desktop off. The library, with all ratings, stays, unless --purge is said.
#   --purge   also what the program keeps: library, settings, cache, log
#   --ask     ask first, in a window where there is no terminal
set -u
. "$(dirname "$0")/common.sh"

confirm() {
    question='Remove TIVM Desktop? Your library and ratings stay.'
    if ! without_terminal; then
        printf '%s [y/N] ' "$question"
        read -r answer
        [ "$answer" = y ]
    elif command -v zenity >/dev/null; then
        zenity --question --title='TIVM Desktop' --text="$question" 2>/dev/null
    elif command -v kdialog >/dev/null; then
        kdialog --title 'TIVM Desktop' --yesno "$question" 2>/dev/null
    fi
}

for word in "$@"; do
    case "$word" in
        --purge) purge=y ;;
        --ask) confirm || exit 0 ;;
        --quiet) quiet=y ;;
        *) fail "The word $word is not understood; there are --purge, --ask and --quiet." ;;
    esac
done
if [ -n "$(find /proc/[0-9]* -maxdepth 1 -name exe -lname "$home/*" -print -quit 2>/dev/null)" ]; then
    fail "TIVM Desktop is open: close it and try again."
fi

while read -r file; do
    rm -f "$data/$file"
done <"$home/files"
refresh_desktop
# What the desktop noted of an entry that is gone; and folders that are empty now: nobody will miss them.
[ -n "$(find "$applications" -name '*.desktop' -print -quit 2>/dev/null)" ] || rm -f "$applications/mimeinfo.cache"
while read -r file; do
    (cd "$data" && rmdir -p "${file%/*}" 2>/dev/null)
done <"$home/files"
for command in $commands; do
    [ "$(readlink "$bin/$command")" != "$home/current/$command" ] || rm -f "$bin/$command"
done
rmdir "$bin" 2>/dev/null
remove_copies ''
rm -f "$home/current" "$home/files" "$home/common.sh" "$home/uninstall"
rmdir "$home" "${home%/*}" 2>/dev/null
if [ "${purge:-n}" = y ]; then
    for kept in "${XDG_CONFIG_HOME:-$HOME/.config}" "$data" "${XDG_CACHE_HOME:-$HOME/.cache}" "${XDG_STATE_HOME:-$HOME/.local/state}"; do
        rm -rf "${kept:?}/$name"
    done
    say "TIVM Desktop is removed, and all that it kept."
else
    say "TIVM Desktop is removed; your library is still in $data/$name."
fi
