# shellcheck shell=sh disable=SC2154,SC2034,SC2317

SYSTEM=$PWD/system
mkdir -p "$SYSTEM/sys/fs/pstore"
mount() { :; }
event() { echo "$*" >>events; }
CARD=eth0
ip() {
	case $1 in
	route) echo "10.0.0.1 dev eth0 src 10.0.0.9" ;;
	neigh) echo "10.0.0.1 lladdr 52:54:00:aa:bb:cc REACHABLE" ;;
	esac
}

record() { cat >"$SYSTEM/sys/fs/pstore/$1"; }

test_a_machine_without_records_says_nothing() {
	report_last_words
	rmdir "$SYSTEM/sys/fs/pstore"
	report_last_words
	[ ! -e events ]
}

test_the_panic_is_told_with_the_line_before() {
	record dmesg-erst-1 <<-END
		Panic#1 Part1
		<6>[    3.100000] Run /sbin/init as init process
		<3>[    3.200000] Failed to execute /sbin/init (error -8)
		<0>[    3.300000] Kernel panic - not syncing: No working init found.
		<4>[    3.400000] CPU: 0 PID: 1 Comm: swapper/0
	END
	report_last_words
	wait
	equal "$(cat events)" "event=last-words message=Failed to execute /sbin/init (error -8); Kernel panic - not syncing: No working init found."
	[ ! -e "$SYSTEM/sys/fs/pstore/dmesg-erst-1" ]
}

test_a_bug_explains_the_panic_that_it_ends_in() {
	record dmesg-efi-1 <<-END
		<1>[   13.1][  T1] BUG: kernel NULL pointer dereference, address: 0000000000000008
		<4>[   13.2][  T1] RIP: 0010:ext4_mount+0x1
		<0>[   13.3][  T1] Kernel panic - not syncing: Fatal exception
	END
	report_last_words
	contains "$(cat events)" "message=BUG: kernel NULL pointer dereference, address: 0000000000000008; Kernel panic - not syncing: Fatal exception"
}

test_a_record_of_rubbish_is_cut_to_one_printable_line() {
	head -c 3000 /dev/urandom | record dmesg-ramoops-0
	report_last_words
	[ "$(wc -c <events)" -lt 600 ]
	equal "$(LC_ALL=C tr -d '\000-\011\013-\037\177' <events | wc -c)" "$(wc -c <events)"
}

test_the_listener_is_known_by_its_place_on_the_network() {
	watch_kernel 10.0.0.1:6666
	equal "$KERNEL_LISTENER" "10.0.0.1 6666 52:54:00:aa:bb:cc"
}

test_a_listener_behind_a_gateway_is_reached_through_it() {
	ip() {
		case $1 in
		route) echo "10.9.0.1 via 10.0.0.254 dev eth0" ;;
		neigh) printf '10.0.0.1 lladdr 52:54:00:aa:bb:cc\n10.0.0.254 lladdr 52:54:00:00:00:fe REACHABLE\n' ;;
		esac
	}
	watch_kernel 10.9.0.1:6666
	equal "$KERNEL_LISTENER" "10.9.0.1 6666 52:54:00:00:00:fe"
}

test_an_unknown_place_does_not_end_the_boot() {
	ip() { :; }
	watch_kernel 10.0.0.1:6666
	equal "$KERNEL_LISTENER" ""
	contains "$(cat "$CONSOLE")" "cannot be sent to 10.0.0.1"
}

test_a_listener_is_an_address_and_a_port() {
	for wrong in '' 10.0.0.1 '10.0.0.1:x' 10.0.0.1:70000 'h;ls:1'; do fails_with "watch_kernel:" watch_kernel "$wrong"; done
}
