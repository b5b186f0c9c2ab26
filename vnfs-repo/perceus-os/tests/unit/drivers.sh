# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

test_drivers_are_loaded_for_all_that_appears_and_only_once() {
	SYSFS=$PWD/sys
	mkdir -p sys/bus/pci/devices/a sys/bus/virtio/devices/b
	echo pci:v1 >sys/bus/pci/devices/a/modalias
	load_aliases() { cat >>loaded && echo virtio:d2 >sys/bus/virtio/devices/b/modalias; }
	centiseconds() { cat now; }
	sleep() { echo $(($(cat now) + 500)) >now; }
	echo 8 >now
	load_all_drivers
	equal "$(paste -s -d ' ' loaded)" "pci:v1 virtio:d2"
	[ -e "$RUN/drivers-loaded" ]
}

test_devices_are_looked_for_when_the_kernel_has_told_of_some() {
	SYSFS=$PWD/sys
	mkdir -p sys/kernel
	echo 7 >sys/kernel/uevent_seqnum
	has_new_aliases() {
		echo looked >>looks
		case $(wc -l <looks) in 1) echo 9 >sys/kernel/uevent_seqnum ;; 3) return 1 ;; esac
		echo pci:v1 >"$RUN/aliases.new"
	}
	# what is told while drivers are loaded is looked for as well
	load_aliases() { [ "$(wc -l <looks)" -ne 2 ] || echo 10 >sys/kernel/uevent_seqnum; }
	centiseconds() { cat now; }
	sleep() { echo $(($(cat now) + 100)) >now; }
	echo 8 >now
	load_all_drivers
	equal "$(wc -l <looks)" 3
	[ -e "$RUN/drivers-loaded" ]
}

test_a_command_is_waited_for_with_its_words() {
	sleep() { echo slept >>naps && : >"a file"; }
	wait_for 60000 test -e "a file"
	equal "$(cat naps)" slept
}

test_what_a_command_sets_stays() {
	finds() { CARD=$1; }
	wait_for 1000 finds eth7
	equal "$CARD" eth7
}

test_waiting_ends() {
	: >ticks
	centiseconds() { echo >>ticks && wc -l <ticks; }
	sleep() { :; }
	refused wait_for 50 test -e nothing
}
