# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# How the starter leaves for the root that it has found, and how it ends when there is none.

ROOT=$PWD/root
mkdir "$ROOT"
for part in enter failure listener; do
	# shellcheck source=/dev/null
	. "$SHARE/starter/library/$part.sh"
done
# a busybox that notes how it was called
printf '#!/bin/sh\necho "$@" >>%s/calls\n' "$PWD" >noting
chmod 755 noting

test_a_root_that_only_root_may_enter_is_opened() {
	for mode in 700 711 750; do
		chmod $mode "$ROOT"
		open_root
		equal "$(stat -c %a "$ROOT")" 755
	done
	for mode in 555 755 1777; do
		chmod $mode "$ROOT"
		open_root
		equal "$(stat -c %a "$ROOT")" $mode
	done
}

test_the_root_gets_what_not_every_init_mounts() {
	BUSYBOX=$PWD/noting
	move_kernel_files /new
	equal "$(grep '^mount' calls | paste -s -d ,)" \
		"mount --move /dev /new/dev,mount --move /run /new/run,mount --move /sys /new/sys,mount --move /proc /new/proc"
}

# what it is started from moves away then
test_the_watch_is_in_the_root_before_the_starter_goes_on() {
	BUSYBOX=$PWD/slow
	printf '#!/bin/sh\nsleep 0.3\necho "$@" >>%s/calls\n' "$PWD" >slow
	chmod 755 slow
	mkdir -p "$ROOT/usr/lib/perceus"
	start_watch "$ROOT"
	[ ! -e calls ]
	: >"$ROOT/usr/lib/perceus/watch"
	start_watch "$ROOT"
	equal "$(cat calls)" "chroot $ROOT /usr/lib/perceus/busybox sh -c /usr/lib/perceus/busybox sh /usr/lib/perceus/watch </dev/null >/dev/null 2>&1 &"
}

test_a_system_is_entered_without_a_watch_that_does_not_start() {
	printf '#!/bin/sh\nexit 126\n' >noting
	BUSYBOX=$PWD/noting
	mkdir -p "$ROOT/usr/lib/perceus"
	: >"$ROOT/usr/lib/perceus/watch"
	start_watch "$ROOT"
}

test_the_init_inherits_nothing_of_the_starter() {
	(leave && equal "$PATH" /usr/sbin:/usr/bin:/sbin:/bin)
	for name in RUN BUSYBOX LIBRARY MODPROBE; do refused grep -q "export.*$name" "$SHARE/starter/init"; done
}

test_a_failure_is_told_by_the_newest_token() {
	mkdir -p "$ROOT/etc/perceus"
	printf 'server=x\ntoken=of-the-root\n' >"$ROOT/etc/perceus/agent.conf"
	equal "$(agent_token)" of-the-root
}

test_a_failure_is_told_when_the_network_has_to_come_up_first() {
	start_server
	find_card() { [ -e up ]; }
	has_address() { :; }
	load_network_drivers() { :; }
	bring_up_card() { : >up; }
	tell_server "the system has no /sbin/init"
	[ -e up ]
	contains "$(cat requests/000)" "event=failed
message=the system has no /sbin/init"
}

test_without_a_card_the_console_alone_is_told() {
	find_card() { return 1; }
	load_network_drivers() { :; }
	bring_up_card() { fail "no card"; }
	refused tell_server "something"
	equal "$(cat "$RUN/failure")" "no card"
}

test_a_kernel_without_netconsole_is_started_all_the_same() {
	KERNEL_LISTENER="10.0.0.1 6666 52:54:00:aa:bb:cc" CARD=eth0
	load_network_drivers() { :; }
	bring_up_card() { :; }
	modprobe() { echo "$*" >asked && echo "Module netconsole not found" >&2 && return 1; }
	tell_listener
	equal "$(cat asked)" "netconsole netconsole=6665@10.0.0.9/eth0,6666@10.0.0.1/52:54:00:aa:bb:cc"
	contains "$(cat "$CONSOLE")" "cannot be sent to 10.0.0.1: Module netconsole not found"
	[ ! -e "$RUN/failure" ]
}
