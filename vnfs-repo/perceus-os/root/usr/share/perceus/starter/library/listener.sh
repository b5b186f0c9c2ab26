# shellcheck shell=sh disable=SC2154
# Who hears what the kernel says when no program of it runs any more.

# a system that comes up without is better than none
tell_listener() {
	[ -n "$KERNEL_LISTENER" ] || return 0
	# shellcheck disable=SC2086 # three words
	set -- $KERNEL_LISTENER
	(load_network_drivers && bring_up_card 20000 && start_netconsole "$@") 2>"$RUN/netconsole" ||
		say "the kernel's lines cannot be sent to $1: $(cat "$RUN/failure" "$RUN/netconsole" 2>/dev/null | printable)"
	rm -f "$RUN/failure"
}

# ADDRESS PORT MAC
start_netconsole() { modprobe netconsole "netconsole=6665@${PERCEUS_IP%/*}/$CARD,$2@$1/$3"; }
