# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

token=tokentokentokentoken

test_the_agent_is_installed() {
	install_agent http://10.0.0.1:9870 $token 52:54:00:12:34:56
	equal "$(stat -c %a "$DESTDIR/etc/perceus/agent.conf")" 600
	equal "$(cat "$DESTDIR/etc/perceus/agent.conf")" "server=http://10.0.0.1:9870
token=$token
mac=52:54:00:12:34:56
vlan=
address=10.0.0.9/24
gateway=10.0.0.254
system=systemd"
	wanted=$DESTDIR/etc/systemd/system/multi-user.target.wants/perceus-agent.service
	cmp "$wanted" "$SHARE/second/systemd/etc/systemd/system/perceus-agent.service"
	for file in agent watch setting.sh busybox console.sh http.sh exchange; do [ -s "$DESTDIR/usr/lib/perceus/$file" ]; done
	[ -x "$DESTDIR/usr/lib/perceus/agent" ] && [ -x "$DESTDIR/usr/lib/perceus/busybox" ]
}

test_the_agent_takes_no_nonsense() {
	fails_with "no server" install_agent 'http://x;ls' $token 52:54:00:12:34:56
	fails_with "token" install_agent http://10.0.0.1 'tok en' 52:54:00:12:34:56
	fails_with "no MAC" install_agent http://10.0.0.1 $token 52:54
}

test_a_root_in_ram_begins_with_the_starter() {
	capsule_is /init sysvinit
	install_ram_init 60%
	size_root() { echo "size $1"; }
	# shellcheck source=/dev/null
	. "$RUN/starter/.perceus/root"
	equal "$(mount_root)" "size 60%"
	contains "$(cat "$RUN/starter/.perceus/settings")" "INIT='/init'"
	[ -x "$RUN/starter/.perceus/init" ]
	for part in "$SHARE"/starter/library/*.sh; do [ -s "$RUN/starter/.perceus/library/${part##*/}" ]; done
}

test_a_root_that_is_found_by_drivers_has_what_loads_them() {
	SHARE=$PWD/share
	mkdir -p share/starter/bin share/starter-drivers/bin
	echo tar >share/starter/bin/tar.program && echo kmod >share/starter-drivers/bin/kmod.program
	install_starter 'mount_root() { :; }'
	equal "$(cat "$RUN"/starter/.perceus/bin/*.program)" "kmod
tar"
}

# the /init of a capsule may be its real one, or another name of it
test_a_root_in_ram_keeps_its_own_init() {
	install_ram_init 50%
	: >file
	append_overlay "$PWD/file"
	[ ! -e "$RUN/starter/init" ]
	grep -aq '\.perceus/init' file
	equal "$(start_argument)" "rdinit=/.perceus/init "
}

test_without_a_starter_the_kernel_starts_what_it_likes() {
	equal "$(start_argument)" ""
}

test_the_init_of_a_capsule_is_a_path() {
	fails_with "no absolute path" capsule_is init systemd
	fails_with "no path of a program" capsule_is "/sbin/init'; reboot" systemd
	fails_with "no init system" capsule_is /sbin/init upstart
}

test_a_ram_system_has_a_size() {
	for size in '' 0 0% 101% 2t 1.5g ' 2g' 50%,exec much 9999999999g; do
		fails_with "'$size' is no size" install_ram_init "$size"
	done
	fails_with "'' is no size" install_ram_init
	for size in 1% 100% 800m 2G 4096k 1073741824; do install_ram_init "$size"; done
}

begin_agent() { install_agent "$PERCEUS_SERVER" $token 52:54:00:12:34:56; }

# an agent beside a systemctl of ours; it stops after its first check-in
run_agent() {
	[ -e "$DESTDIR/etc/perceus/agent.conf" ] || begin_agent
	home=$DESTDIR/usr/lib/perceus
	mkdir bin
	printf '#!/bin/sh\ncase $1 in --failed) cat "%s/units" ;; esac\n' "$PWD" >bin/systemctl
	chmod +x bin/systemctl
	printf 'nap_ms() { [ $((count = ${count:-0} + 1)) -lt 4 ] || exit 0; }\nidle() { nap_ms; }\n' >>"$home/console.sh"
	PATH=$PWD/bin:$PATH PERCEUS_HOME=$home PERCEUS_RUN=$RUN PERCEUS_CONFIG=$DESTDIR/etc/perceus/agent.conf busybox sh "$home/agent"
}

test_the_agent_reports_ready_until_it_is_confirmed() {
	start_server
	: >units
	answer 503 busy && answer 500 broken && answer 204
	equal "$(run_agent)" "ready reported"
	for number in 000 001 002; do
		equal "$(sed 's/^clock=[0-9]*$/clock=NOW/' requests/$number)" "/node/event Bearer $token
event=ready
kernel=$(uname -r)
clock=NOW"
	done
	contains "$(cat requests/003)" "event=checkin"
}

test_the_agent_names_failed_units() {
	start_server
	printf 'a.service loaded failed failed A\nb.service loaded failed failed B\n' >units
	equal "$(run_agent)" "ready reported, failed units: a.service b.service"
	contains "$(cat requests/000)" "message=failed units: a.service b.service"
}

test_a_refused_agent_says_so_and_stays() {
	start_server
	: >units
	answer 403 "this boot is over" && answer 403 && answer 403
	equal "$(run_agent)" "the server refused: this boot is over"
	[ -s requests/001 ]
}

test_scripts_run_before_the_agent_reports() {
	start_server
	begin_agent
	: >units
	echo 'echo it is ready >>"$0.ran"' | node_script ready 10-note stop
	printf 'cd /\nls /no-such-folder\n' | node_script ready 20-fails continue
	contains "$(run_agent)" "ready reported, the script ready 20-fails failed with status "
	[ -s "$DESTDIR/usr/lib/perceus/scripts/ready/10-note.ran" ]
	contains "$(cat requests/000)" "message=the script ready 20-fails failed with status "
	contains "$(cat requests/000)" " at line 2: ls: "
}

test_a_script_after_which_the_node_must_not_go_on_is_told_in_place_of_ready() {
	start_server
	begin_agent
	: >units
	printf 'true\nexit 3\n' | node_script ready 10-fails stop
	echo 'echo no >>"$0.ran"' | node_script ready 20-never stop
	equal "$(run_agent)" ""
	contains "$(cat requests/000)" "event=failed
message=the script ready 10-fails failed with status 3 at line 2"
	contains "$(cat requests/001)" event=checkin
	[ ! -e "$DESTDIR/usr/lib/perceus/scripts/ready/20-never.ran" ]
}

test_what_failed_at_the_start_is_told_by_the_agent() {
	start_server
	: >units
	echo "the script start 10-x failed with status 1" >"$RUN/failure"
	equal "$(run_agent)" ""
	contains "$(cat requests/000)" "message=the script start 10-x failed with status 1"
}

# the jobs of a systemd that is told to end
test_an_agent_that_is_ended_with_its_system_tells_so() {
	start_server
	: >units
	for job in reboot poweroff basic; do
		install_agent "$PERCEUS_SERVER" $token 52:54:00:12:34:56
		home=$DESTDIR/usr/lib/perceus
		mkdir -p bin
		printf '#!/bin/sh\n[ "$1" != list-jobs ] || echo "7 %s.target start waiting"\n' $job >bin/systemctl
		chmod +x bin/systemctl
		PATH=$PWD/bin:$PATH PERCEUS_RUN=$PWD/ran.$job PERCEUS_HOME=$home PERCEUS_CONFIG=$DESTDIR/etc/perceus/agent.conf busybox sh "$home/agent" &
		agent=$!
		until [ -e "ran.$job/ready" ]; do sleep 0.1; done
		kill $agent
		wait $agent
	done
	equal "$(sed -n 's/^\(how=[a-z]*\).*/\1/p' requests/* | paste -s -d ' ')" "how=restart how=halt"
}

test_each_init_says_where_it_goes() {
	# shellcheck source=/dev/null
	. "$SHARE/second/all/usr/lib/perceus/starting.sh"
	mkdir bin && printf '#!/bin/sh\necho reboot\n' >bin/rc-status && chmod 755 bin/rc-status
	PATH=$PWD/bin:$PATH
	runlevel() { echo "2 0"; }
	system=openrc && equal "$(shutdown_kind)" restart
	system=sysvinit && equal "$(shutdown_kind)" halt
	runlevel() { echo "N 2"; }
	system=runit && equal "$(shutdown_kind)" ""
}
