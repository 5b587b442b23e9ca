#!/bin/sh
# Installs TIVM Desktop for this user: run by the .run file in the folder that it unpacked itself into.
#   --quiet       say nothing but what went wrong
#   --no-start    don't open the program at the end, which is done where no terminal shows what happened
#   --uninstall   take off what is installed; with --purge the library, too
set -u
umask 022
. ./common.sh

version='@VERSION@'
architecture='@ARCHITECTURE@'
least_glibc='@GLIBC@'
needed_kib='@KIB@'
libraries='@LIBRARIES@'
copy=''

stop() {
    trap - EXIT
    [ -z "$copy" ] || rm -rf "$copy"
    rmdir "$home" "${home%/*}" "$bin" "$applications" 2>/dev/null
    finish_progress
    fail "$1"
}

check_system() {
    [ "$(uname -s)" = Linux ] || stop "This file is for Linux."
    [ "$(uname -m)" = "$architecture" ] ||
        stop "This file is for $architecture, and this computer is a $(uname -m): get the file for that."
    glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //')
    [ -n "$glibc" ] || stop "TIVM Desktop needs the GNU C library $least_glibc or newer, and this system has another one (musl?)."
    oldest=$(printf '%s\n' "$least_glibc" "$glibc" | sort -V | head -n 1)
    [ "$oldest" = "$least_glibc" ] ||
        stop "TIVM Desktop needs the GNU C library $least_glibc or newer, and this system has $glibc: a newer release of it will do."
}

check_place() {
    for folder in "$home" "$bin" "$applications"; do
        mkdir -p "$folder" 2>/dev/null
        [ -w "$folder" ] || stop "TIVM Desktop can't be installed: you may not write into $folder; repair that and try again."
    done
    free_kib=$(df -kP "$home" | awk 'NR == 2 { print $4 }')
    [ "${free_kib:-0}" -ge "$needed_kib" ] ||
        stop "There is no room for TIVM Desktop: it takes $((needed_kib / 1024)) MB in $home, and $((${free_kib:-0} / 1024)) MB are free."
}

unpack() {
    copy=$(mktemp -d "$home/$version.XXXXXX") || stop "No folder can be made in $home."
    chmod 755 "$copy"
    {
        size=$(wc -c <program.tar.gz)
        piece=$((size / 50 + 1))
        done_percent=0
        while [ "$done_percent" -lt 100 ]; do
            dd bs="$piece" count=1 iflag=fullblock 2>/dev/null
            done_percent=$((done_percent + 2))
            progress "$done_percent"
        done
    } <program.tar.gz | gzip -dc 2>/dev/null | tar -x -f - -C "$copy" 2>"$copy.errors"
    unpacked=$?
    told=$(grep -v '^tar: Exiting\|^tar: Error is not' "$copy.errors" | head -n 1)
    rm -f "$copy.errors"
    [ "$unpacked" = 0 ] || stop "TIVM Desktop could not be unpacked into $home (${told:-the file is damaged}): make room or get the file again."
}

try() {
    told=$("$copy/tivm" --version 2>&1) || stop "TIVM Desktop does not start on this system: $(printf '%s' "$told" | tail -n 1)"
}

switch() {
    if ! ln -sfn "${copy##*/}" "$home/.next" || ! mv -T "$home/.next" "$home/current"; then stop "$home can't be written."; fi
    for command in $commands; do
        ln -sfn "$home/current/$command" "$bin/$command" || stop "$bin/$command can't be written."
    done
    (cd share && find . -type f | sed 's|^\./||') | sort >"$home/files"
    while read -r file; do
        if ! mkdir -p "$data/${file%/*}" || ! cp "share/$file" "$data/$file"; then stop "$data/$file can't be written."; fi
    done <"$home/files"
    entry="$applications/$name.desktop"
    sed -e "s|^Exec=$name|Exec=$(for_exec "$home/current/$name")|" -e "s|^TryExec=.*|TryExec=$(for_sed "$home/current/$name")|" \
        -e "s|@UNINSTALL@|$(for_exec "$home/uninstall")|" "share/applications/$name.desktop" >"$entry"
    cp common.sh "$home/common.sh"
    cp uninstall.sh "$home/uninstall"
    chmod 755 "$home/uninstall"
}

keep_defaults() {
    # A menu entry of one user goes before the system's where nobody chose: what opened a film goes on opening it.
    command -v xdg-mime >/dev/null || return 0
    while read -r kind before; do
        now=$(xdg-mime query default "$kind" 2>/dev/null)
        [ -z "$before" ] || [ "$before" = "$now" ] || [ "$now" != "$name.desktop" ] || xdg-mime default "$before" "$kind" 2>/dev/null
    done <<DEFAULTS
$defaults
DEFAULTS
}

note_defaults() {
    command -v xdg-mime >/dev/null || return 0
    for kind in $(sed -n 's/^MimeType=//p' "share/applications/$name.desktop" | tr ';' ' '); do
        printf '%s %s\n' "$kind" "$(xdg-mime query default "$kind" 2>/dev/null)"
    done
}

missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    for library in $libraries; do
        case "$known" in *"	$library "*) ;; *) printf ' %s' "$library" ;; esac
    done
}

for word in "$@"; do
    case "$word" in
        --quiet | --silent=y) quiet=y ;;
        --silent=*) ;;
        --no-start) start=n ;;
        --uninstall) action=uninstall ;;
        --purge) purge=--purge ;;
        *) fail "The word $word is not understood; there are --quiet, --no-start and --uninstall [--purge]." ;;
    esac
done
if [ "${action:-install}" = uninstall ]; then
    [ -x "$home/uninstall" ] || fail "TIVM Desktop is not installed in $home."
    exec "$home/uninstall" ${purge:+"$purge"}
fi

trap 'stop "The installation was broken off; nothing has changed."' INT TERM HUP
begin_progress "Installing TIVM Desktop $version"
check_system
check_place
defaults=$(note_defaults)
unpack
try
trap '' INT TERM HUP
switch
refresh_desktop
keep_defaults
remove_copies "$copy"
finish_progress
say "TIVM Desktop $version is installed; it is in the menu. To take it off: $home/uninstall"
case ":$PATH:" in
    *":$bin:"*) ;;
    *) say "Its commands are in $bin, which is not in PATH yet." ;;
esac
missing=$(missing_libraries)
if [ -n "$missing" ]; then
    show "TIVM Desktop is installed, but its window needs libraries that this system lacks:$missing. Install them with its package manager."
elif without_terminal && [ "${start:-y}" = y ]; then
    "$home/current/$name" >/dev/null 2>&1 &
fi
