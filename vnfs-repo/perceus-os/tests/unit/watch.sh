# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# The watch beside the init of a second system, in a system of files of its own.

SYSTEM=$PWD/system
mkdir -p "$SYSTEM/etc/systemd/system" "$SYSTEM/proc/1" "$SYSTEM/sys/class/net/ens3/device" "$RUN/watch"
echo systemd >"$SYSTEM/proc/1/comm"
echo "BOOT_IMAGE=x console=ttyS0" >"$SYSTEM/proc/cmdline"
echo "tmpfs / tmpfs rw 0 0" >"$SYSTEM/proc/mounts"
echo 52:54:00:12:34:56 >"$SYSTEM/sys/class/net/ens3/address"
printf 'server=http://10.0.0.1:9870\ntoken=tokentokentokentoken\nmac=52:54:00:12:34:56\naddress=10.0.0.9/24\nsystem=systemd\n' >agent.conf
mkdir home
SECOND=$SHARE/second/all/usr/lib/perceus
for part in "$SECOND"/*; do ln -s "$part" home/; done
PERCEUS_HOME=$PWD/home PERCEUS_CONFIG=$PWD/agent.conf PERCEUS_RUN=$RUN PERCEUS_TEST=yes
# shellcheck source=/dev/null
. "$SECOND/watch"
post() { printf '%s ' "$@" >>told && echo >>told && cat status 2>/dev/null || echo 204; }
began=0
centiseconds() { echo "${now}00"; }
now=100
ip() { case $* in *' show'*) cat addresses 2>/dev/null || true ;; esac }
systemctl() { :; }
timeout() { shift && "$@"; }
wait_for() { "$2"; }
has_link() { :; }
findfs() { return 1; }
sleep() { :; }

process() { mkdir -p "$SYSTEM/proc/$1" && echo "$2" >"$SYSTEM/proc/$1/comm"; }

test_a_system_that_starts_is_left_alone() {
	now=3
	look
	[ ! -e told ]
}

test_time_counts_from_the_start_of_the_init() {
	began=90
	equal "$(age)" 10
}

test_emergency_mode_names_the_line_of_fstab() {
	process 99 systemd-sulogin
	{
		echo "# comment"
		echo "UUID=3f1c / ext4 errors=remount-ro 0 1"
		echo "tmpfs /tmp tmpfs defaults,nofail 0 0"
		echo "UUID=7B2C-91D4 /boot/efi vfat umask=0077 0 1"
		echo "UUID=5d9a none swap sw 0 0"
	} >"$SYSTEM/etc/fstab"
	in_emergency && report_emergency
	equal "$(cat told)" "event=failed message=the system has stopped in emergency mode: the line 'UUID=7B2C-91D4 /boot/efi vfat' of its fstab is not mounted, as no disk of this machine has it: take it out of the capsule's /etc/fstab, or give it the option nofail "
}

test_emergency_mode_names_the_failed_unit() {
	systemctl() { echo "fsck.service loaded failed failed File System Check"; }
	contains "$(emergency_sentence)" "emergency mode: failed are fsck.service"
}

test_a_busy_system_is_asked_again_what_failed() {
	systemctl() { echo x >>asked && [ "$(wc -l <asked)" -lt 3 ] || echo "fsck.service loaded failed failed File System Check"; }
	contains "$(emergency_sentence)" "emergency mode: failed are fsck.service"
}

test_what_nobody_knows_the_console_says() {
	equal "$(emergency_sentence)" "the system has stopped in emergency mode: its console says why"
}

test_a_default_target_that_is_rescue_is_named() {
	ln -s /lib/systemd/system/rescue.target "$SYSTEM/etc/systemd/system/default.target"
	contains "$(emergency_sentence)" "the capsule's default target is rescue.target: set it to multi-user.target there"
}

test_a_kernel_argument_that_asks_for_emergency_is_named() {
	echo "console=ttyS0 systemd.unit=emergency.target" >"$SYSTEM/proc/cmdline"
	contains "$(emergency_sentence)" "the kernel argument systemd.unit=emergency.target asks for it"
}

test_a_card_with_its_address_is_not_spoken_of() {
	echo "2: ens3    inet 10.0.0.9/24 brd 10.0.0.255 scope global ens3" >addresses
	look_at_card
	[ ! -e told ]
}

test_an_address_of_somebody_else_is_told_once() {
	echo "2: ens3    inet 10.0.0.77/24 brd 10.0.0.255 scope global ens3" >addresses
	look_at_card && look_at_card
	contains "$(cat told)" "event=trouble message=the boot card has the address 10.0.0.77/24 and not 10.0.0.9 as the registry says"
	equal "$(wc -l <told)" 1
}

test_a_card_without_an_address_names_who_manages_it_and_gets_one() {
	systemctl() { case $* in *networkd*) printf 'LoadState=masked\nActiveState=inactive\nUnitFileState=masked\n' ;; esac }
	set_address() { echo set >new; }
	SYSFS=$SYSTEM/sys
	find_card() { CARD=ens3; }
	look_at_card
	contains "$(cat told)" "nobody gave the boot card ens3 its address 10.0.0.9 within 100 s, systemd-networkd is masked; Perceus has set it meanwhile"
	[ -e new ]
}

test_a_card_without_a_driver_is_named() {
	find_card() { return 1; }
	load_network_drivers() { :; }
	look_at_card
	contains "$(cat told)" "the second system has no network card 52:54:00:12:34:56: the capsule's kernel has no driver for it"
}

test_what_is_still_started_is_told_when_it_changes() {
	systemctl() { case $1 in list-jobs) cat list ;; esac }
	echo "12 slow.service start running" >list
	echo "13 multi-user.target start waiting" >>list
	look_at_start
	contains "$(cat told)" "not finished starting after 100 s, it waits for: slow.service"
	now=130 && look_at_start
	now=170 && look_at_start
	equal "$(wc -l <told)" 1
	echo "14 other.service start running" >list
	now=240 && look_at_start
	contains "$(tail -n 1 told)" "it waits for: other.service"
}

test_an_agent_that_nobody_starts_is_told() {
	look_at_start
	contains "$(cat told)" "the init of the system (systemd) has not started the service perceus-agent after 100 s"
	rm told && now=200
	jobs_told=''
	systemctl() { case $1 in is-enabled) echo masked-runtime && return 1 ;; esac }
	look_at_start
	contains "$(cat told)" "the service perceus-agent is masked"
}

test_what_cannot_be_told_is_told_with_the_reason_at_the_next_contact() {
	echo 000 >status
	ping() { echo "ping: sendto: Operation not permitted" >&2 && return 1; }
	tell trouble "something" || true
	contains "$(cat "$CONSOLE")" "a firewall of this node drops what it sends to 10.0.0.1: let it pass to port 9870"
	rm told && echo 204 >status && now=111
	retell
	contains "$(cat told)" "message=something (a firewall of this node drops"
	[ ! -s "$RUN/watch/untold" ]
}

test_a_refused_event_is_not_told_again() {
	echo 403 >status
	tell trouble "something"
	[ ! -s "$RUN/watch/untold" ]
}

test_a_server_that_the_agent_cannot_reach_is_told_when_it_can() {
	: >"$RUN/agent"
	echo 000 >status
	http_ask() { cat status; }
	ping() { return 1; }
	look_at_server || true
	contains "$(cat "$CONSOLE")" "10.0.0.1 does not answer to this node, whose address is none"
	rm told && echo 204 >status && now=200
	look_at_server
	equal "$(wc -l <told)" 1
}

test_running_scripts_are_named_where_there_is_no_list_of_jobs() {
	system=sysvinit
	printf '/bin/sh\0/etc/rc2.d/S20slow\0start\0' >"$SYSTEM/proc/1/cmdline"
	equal "$(starting_services)" /etc/rc2.d/S20slow
	system=openrc
	mkdir -p "$SYSTEM/run/openrc/starting" "$SYSTEM/run/openrc/failed"
	: >"$SYSTEM/run/openrc/starting/sshd" && : >"$SYSTEM/run/openrc/failed/ntpd"
	equal "$(starting_services) $(failed_services)" "sshd ntpd"
}

test_a_system_without_an_account_of_its_services_has_started_when_its_scripts_have_ended() {
	mkdir -p "$SYSTEM/proc/40" "$SYSTEM/proc/41"
	printf 'runsvdir\000-P\000/etc/runit/runsvdir/current\000' >"$SYSTEM/proc/41/cmdline"
	for system in busybox runit other; do
		printf '/bin/sh\000/etc/init.d/rcS\000' >"$SYSTEM/proc/40/cmdline"
		refused has_started
		printf '/bin/sh\000/etc/runit/2\000' >"$SYSTEM/proc/40/cmdline"
		refused has_started
		printf '/bin/sh\000' >"$SYSTEM/proc/40/cmdline"
		has_started
	done
}

test_services_that_no_init_starts_are_started_in_their_order() {
	mkdir home/beside
	echo late >home/beside/agent && echo early >home/beside/address
	rm -f home/agent
	for name in agent address; do echo "echo $name >>$PWD/started" >home/$name; done
	start_beside
	wait
	equal "$(paste -s -d ' ' started)" "address agent"
}

test_emergency_mode_names_the_mount_unit_that_waited_in_vain() {
	systemctl() {
		case "$*" in
		list-dependencies*) printf 'local-fs.target\n  -.mount\n  data.mount\n' ;;
		'show '*' -.mount') printf 'What=/dev/vda1\nActiveState=active\n' ;;
		'show '*data.mount) printf 'What=/dev/disk/by-label/data\nActiveState=inactive\n' ;;
		esac
	}
	contains "$(emergency_sentence)" "the unit data.mount could not mount /dev/disk/by-label/data, as no disk of this machine is that: take it out"
}
