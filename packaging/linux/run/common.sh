# What installing and taking off have in common: places, and saying things with a terminal and without one.
# shellcheck shell=sh disable=SC2034 # used by those who read this in

name=tivm-desktop
commands='tivm-desktop tivm'
home="$HOME/.local/lib/$name"
bin="$HOME/.local/bin"
data="${XDG_DATA_HOME:-$HOME/.local/share}"
applications="$data/applications"
quiet=${quiet:-n}
progress_pid=''
progress_pipe=''

# Started by a double-click: nobody reads what is written.
without_terminal() {
    [ ! -t 1 ] && [ ! -t 2 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

say() {
    [ "$quiet" = y ] || printf '%s\n' "$1"
}

fail() {
    show "$1"
    exit 1
}

show() {
    printf '%s\n' "$1" >&2
    if without_terminal; then
        if command -v zenity >/dev/null; then
            zenity --error --title='TIVM Desktop' --no-markup --text="$1" 2>/dev/null
        elif command -v kdialog >/dev/null; then
            kdialog --title 'TIVM Desktop' --error "$1" 2>/dev/null
        elif command -v notify-send >/dev/null; then
            notify-send 'TIVM Desktop' "$1" 2>/dev/null
        elif command -v xmessage >/dev/null; then
            xmessage "$1" 2>/dev/null
        fi
    fi
}

begin_progress() {
    [ "$quiet" = n ] || return 0
    if without_terminal; then
        if command -v zenity >/dev/null; then
            progress_pipe=$(mktemp -u) && mkfifo -m 600 "$progress_pipe" || return 0
            zenity --progress --title='TIVM Desktop' --text="$1" --auto-close --no-cancel <"$progress_pipe" 2>/dev/null &
            progress_pid=$!
            exec 9>"$progress_pipe"
            rm -f "$progress_pipe"
        elif command -v kdialog >/dev/null; then
            kdialog --title 'TIVM Desktop' --passivepopup "$1" 15 2>/dev/null &
        elif command -v notify-send >/dev/null; then
            notify-send 'TIVM Desktop' "$1" 2>/dev/null
        fi
    else
        printf '%s\n' "$1"
    fi
}

# Called with a number to 100.
progress() {
    if [ -n "$progress_pid" ]; then
        printf '%s\n' "$1" >&9
    elif [ "$quiet" = n ] && [ -t 2 ]; then
        printf '\r%3s %%' "$1" >&2
    fi
}

finish_progress() {
    if [ -n "$progress_pid" ]; then
        exec 9>&-
        kill "$progress_pid" 2>/dev/null
        progress_pid=''
    elif [ "$quiet" = n ] && [ -t 2 ]; then
        printf '\r      \r' >&2
    fi
}

# A path as what sed puts in, in an expression that is parted by "|".
for_sed() {
    printf '%s' "$1" | sed -e 's/[\\&|]/\\&/g'
}

# The same as in an Exec line of a desktop entry.
for_exec() {
    for_sed "$(printf '"%s"' "$(printf '%s' "$1" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')")"
}

refresh_desktop() {
    command -v update-desktop-database >/dev/null && update-desktop-database -q "$applications" 2>/dev/null
    command -v gtk-update-icon-cache >/dev/null && [ -f "$data/icons/hicolor/icon-theme.cache" ] &&
        gtk-update-icon-cache -qtf "$data/icons/hicolor" 2>/dev/null
    [ -d "$data/icons/hicolor" ] && touch "$data/icons/hicolor"
    return 0
}

# remove_copies COPY: all but this one, and those that run.
remove_copies() {
    for old in "$home"/*.??????; do
        if [ "$old" = "$1" ] || [ ! -d "$old" ]; then continue; fi
        runs=$(find /proc/[0-9]* -maxdepth 1 -name exe -lname "$old/*" -print -quit 2>/dev/null)
        [ -n "$runs" ] || rm -rf "$old"
    done
}
