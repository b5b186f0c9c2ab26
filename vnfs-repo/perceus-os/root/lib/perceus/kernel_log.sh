# shellcheck shell=sh disable=SC2154,SC2034
# What a kernel says when it dies: kept by the firmware for the next boot, or sent to the server.

# tells the server how an earlier kernel of this machine ended, and makes room for the next one
report_last_words() {
	records=${SYSTEM:-}/sys/fs/pstore
	[ -d "$records" ] || return 0
	[ ! -d "${SYSTEM:-}/sys/firmware/efi" ] || modprobe -q efi_pstore || true
	mount -t pstore -o nosuid,nodev,noexec pstore "$records" 2>/dev/null || true
	set -- "$records"/dmesg-*
	[ -f "$1" ] || return 0
	words=$(last_words "$@")
	[ -z "$words" ] || {
		say "an earlier kernel of this machine died: $words"
		event event=last-words "message=$words"
	}
	# each record that goes takes the firmware a while
	rm -f "$@" &
}

# FILES: the line that says why, with the one before it
last_words() {
	LC_ALL=C sed 's/^<[0-9]*>//; s/^\[ *[0-9.]*\]\(\[[^]]*\]\)* *//' "$@" | LC_ALL=C grep -a -v '^\(Panic\|Oops\)#[0-9]* Part[0-9]*$' |
		awk '/Kernel panic - not syncing:/ { panic = $0; before = line } /^(BUG|Oops|general protection fault|kernel BUG)/ && !bug { bug = $0 } /[^ ]/ { line = $0 }
			END { if (panic != "") print (bug != "" ? bug : before) "; " panic; else print (bug != "" ? bug : line) }' | printable
}

# ADDRESS:PORT: the kernel of the second system sends its lines there, by UDP (the kernel's netconsole), which works when it
# has died; whoever passes them on is known by his address on the wire, as a kernel that has died asks nobody
watch_kernel() {
	listener=${1%:*} port=${1##*:}
	{ is_address "$listener" && is_below "$port" 65536; } || fail "watch_kernel: '$1' is not like 10.10.0.1:6666"
	hop=$(ip route get "$listener" 2>/dev/null | sed -n 's/.* via \([^ ]*\).*/\1/p')
	neighbour=$(ip neigh show dev "$CARD" | sed -n "s/^${hop:-$listener} .*lladdr \([0-9a-f:]*\).*/\1/p")
	if is_mac "$neighbour"; then
		KERNEL_LISTENER="$listener $port $neighbour"
	else
		say "the kernel's lines cannot be sent to $listener, whose place on the network is not known"
	fi
}
