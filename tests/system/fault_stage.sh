# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of faults begin with (source it): a folder of their own in $work, the command line program in $cli, and words to
# look at what it said. `in_own_network "$@"` goes on inside a user, network and mount namespace.
set -u
cli="$SALLYPORT_BIN/sallyport-cli"
[ -x "$cli" ] || { echo "missing: $cli"; exit 1; }

need() { for tool in "$@"; do command -v "$tool" >/dev/null || { echo "needs $tool"; exit 77; }; done; }

in_own_network() {
    [ "${1:-}" = inside ] && return
    unshare -Urnm true 2>/dev/null || { echo "user namespaces are not allowed here (sysctl kernel.unprivileged_userns_clone=1)"; exit 77; }
    exec unshare -Urnm "$0" inside
}

begin() {
    work=$(mktemp -d)
    trap 'kill $(jobs -p) 2>/dev/null; cd /; umount -l "$work"/* 2>/dev/null; rm -rf "$work"' EXIT
    cd "$work" || exit 1
    echo accept > rules
}

die() { echo "FAILED: $*"; for file in out err; do [ -s "$file" ] && { echo "-- $file"; tail -20 "$file"; }; done; exit 1; }
has() { grep -qF -- "$1" "$2"; }
said() { has "$1" err || die "it does not say \"$1\""; }
within() { for ((i = 0; i < 100; i++)); do if "${@:2}" >/dev/null 2>&1; then return 0; fi; sleep 0.1; done; die "$1"; }
packets() { "$cli" -r "$1" -T fields -e frame.number 2>/dev/null | wc -l; }   # that can be read from a file
no_table() { ! nft list tables 2>/dev/null | grep -q sallyport; }
tmpfs() { mkdir -p "$1" && mount -t tmpfs -o "size=$2" none "$1"; }           # NAME SIZE

# A cable to nowhere: what is sent to 10.9.9.2 leaves, and nobody answers.
cable() {
    ip link add cab0 type veth peer name cab1 && ip link set cab0 up && ip link set cab1 up && ip addr add 10.9.9.1/24 dev cab0 &&
        ip neigh add 10.9.9.2 lladdr 02:00:00:00:00:02 dev cab0
}
