# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# Scripts of the site: those of Perceus OS run here, those of the second system by its program, as the test has it.

CARD=lo
event() { printf '%s ' "$@" >>events && echo >>events; }

# FAMILY: a node whose second system has such an init
begin_node() {
	rm -rf "$DESTDIR" "$RUN"/takes.*
	mkdir "$DESTDIR"
	capsule_is /sbin/init "$1"
	install_agent http://10.0.0.1:9870 tokentokentokentoken 52:54:00:12:34:56
}
begin_node systemd

# STATE: the scripts of that state, as the second system would run them
run_in_second() {
	PERCEUS_HOME=$DESTDIR/usr/lib/perceus PERCEUS_CONFIG=$DESTDIR/etc/perceus/agent.conf PERCEUS_RUN=$RUN \
		busybox sh "$DESTDIR/usr/lib/perceus/run-scripts" "$@"
}

test_a_script_of_perceus_os_has_its_words() {
	echo 'echo text | write_file etc/x 0640; link_file x etc/y' | node_script init 10-files stop
	equal "$(cat "$DESTDIR/etc/x") $(stat -c %a "$DESTDIR/etc/x") $(readlink "$DESTDIR/etc/y")" "text 640 x"
	equal "$(cat events)" "event=step name=script 10-files "
}

test_a_script_keeps_to_itself() {
	part=before
	echo 'part=after; exit 0' | node_script init 10-x stop
	echo 'echo "${part}${unknown}" >part; set -e' | node_script init 20-y stop
	equal "$part $(cat part)" "before before"
}

test_a_script_that_fails_stops_the_boot_with_its_line() {
	failing() { printf 'true\n# comment\nls /no-such-folder\necho not reached >reached\n' | sed 's/^ls/set -e; ls/' | node_script init 10-x stop; }
	fails_with "the script init 10-x failed with status 1 at line 3: ls: /no-such-folder" failing
	[ ! -e reached ]
}

test_a_word_that_fails_in_a_script_says_why() {
	failing() { printf 'true\necho x | write_file ../x 0644\n' | node_script init 10-x stop; }
	fails_with "the script init 10-x failed at line 2: '../x' is no path for a file of the node" failing
}

test_a_script_that_may_fail_is_told_and_the_boot_goes_on() {
	printf 'fail "so it is"\n' | node_script init 10-x continue
	echo 'echo yes >ran' | node_script init 20-y stop
	contains "$(cat events)" "event=trouble message=the script init 10-x failed at line 1: so it is"
	[ -s ran ] && [ ! -e "$RUN/failure" ]
}

test_what_a_script_says_is_on_the_console_without_its_trace() {
	printf 'echo "one\ntwo"\nprintf three\nx="a\nb"\necho "it'"'"'s $x" >/dev/null\necho four >&2\n' | node_script init 10-x stop
	equal "$(sed -n 's/^<5>perceus: | //p' console)" "one
two
three
four"
}

# two processes of a pipeline trace at once, in pieces, of which some may be taken for what the script says
test_the_line_is_that_of_the_script_and_not_of_a_word() {
	printf 'echo one\ncat - /dev/null <<END | tr a b | write_file etc/x 0644\nabc\nEND\n# perceus: no\nlink_file x ../y\n' |
		node_script init 10-x continue
	equal "$(grep -c 'perceus: | one$' console) $(grep -c 'perceus\.[0-9]' console || true)" "1 0"
	contains "$(cat console)" "the script init 10-x failed at line 6: '../y' is no path for a file of the node"
}

test_pieces_of_two_commands_tell_their_line() {
	printf 'true\necho x | write_file ../x 0644\n' >script
	pieces() {
		mark=${PS4% \$LINENO }
		printf '%b' "$trace" | sed "s/@/$mark/g"
		return 1
	}
	for trace in '@ 1 true\n@ 2 @ 2 write_fileecho ../x 0644 x\n\n' '@ 1 true\n@ 2 echo@ 2  xwrite_file\n ../x 0644\n' \
		'@ 1 true\n@ 2 @ 2 echowrite_file ../x x\n 0644\n' '@ 1 true\n@ 2 @ 2 write_file ../x 0644echo\n x\n'; do
		equal "$(follow_script script pieces)" "failed with status 1 at line 2"
	done
}

test_a_daemon_that_a_script_starts_does_not_hold_the_boot() {
	echo 'sleep 100 & echo $! >daemon' | node_script init 10-x stop
	kill "$(cat daemon)"
}

test_names_and_words_are_checked() {
	for name in '' . .x -x a/b 'a b' '$(reboot)' "a
b"; do
		fails_with "is no name of a script" node_script start "$name" stop </dev/null
	done
	fails_with "no state" node_script halt x stop </dev/null
	fails_with "what a node does" node_script start x maybe </dev/null
}

test_scripts_of_the_second_system_run_in_order_and_once() {
	for name in 10-a 20-b 30-c; do echo "echo $name >>'$PWD/ran'" | node_script start $name stop; done
	run_in_second
	run_in_second start
	equal "$(paste -s -d ' ' ran)" "10-a 20-b 30-c"
	equal "$(stat -c %a "$DESTDIR/usr/lib/perceus/scripts/start/10-a")" 700
}

test_scripts_of_an_earlier_boot_do_not_run() {
	mkdir -p "$DESTDIR/usr/lib/perceus/scripts/start"
	echo "echo old >>'$PWD/ran'" >"$DESTDIR/usr/lib/perceus/scripts/start/10-old"
	run_in_second start
	[ ! -e ran ]
}

test_a_failure_at_the_start_goes_to_the_agent() {
	printf '#!/bin/sh\nexit 5\n' | node_script start 10-may continue
	printf '\nfalse\nexit 6\n' | node_script start 20-must stop
	echo "echo never >>'$PWD/ran'" | node_script start 30-never stop
	refused run_in_second start
	equal "$(cat "$RUN/troubles")" "the script start 10-may failed with status 5 at line 2"
	equal "$(cat "$RUN/failure")" "the script start 20-must failed with status 6 at line 3"
	[ ! -e ran ]
}

# STATE: the node enters it, and a server that takes everything is told
enter_own() (
	PERCEUS_HOME=$DESTDIR/usr/lib/perceus PERCEUS_CONFIG=$DESTDIR/etc/perceus/agent.conf PERCEUS_RUN=$RUN PERCEUS_TEST=yes
	# shellcheck source=/dev/null
	. "$PERCEUS_HOME/state"
	post() { printf '%s\n' "$@" >>told && echo 204; }
	main "$@"
)

test_a_state_of_the_site_runs_its_scripts_each_time() {
	echo "echo drained >>'$PWD/ran'" | node_script x-drain 10-a stop
	enter_own x-drain
	enter_own x-drain
	equal "$(cat ran told)" "drained
drained
event=state
name=x-drain
event=state
name=x-drain"
}

test_what_fails_in_a_state_of_the_site_is_told_and_is_not_of_the_boot() {
	echo false | node_script x-drain 10-a continue
	printf 'true\nexit 3\n' | node_script x-drain 20-b stop
	refused enter_own x-drain
	equal "$(tail -n 1 told)" \
		"message=the script x-drain 20-b failed with status 3 at line 2; the script x-drain 10-a failed with status 1 at line 1"
	[ ! -e "$RUN/failure" ] && [ ! -e "$RUN/troubles" ]
}

test_other_words_are_no_state_of_the_site() {
	for word in drain x- x-Drain 'x-a b' x-../y x-1234567890123456789012345678901 ready ''; do
		refused enter_own "$word"
	done
	[ ! -e told ]
	fails_with "node_script: 'x_y' is no state" node_script x_y 10-a stop
}

test_the_interpreter_that_a_script_names_runs_it() {
	printf '#!/usr/bin/env python3\nimport sys\nopen("%s/ran", "w").write("python")\nsys.exit("so it is")\n' "$PWD" | node_script start 10-p continue
	printf '#!/bin/bash\na=(x y)\nexit ${#a[@]}\n' | node_script start 20-b continue
	printf '#!/no/such/program\n' | node_script start 30-n continue
	run_in_second start
	equal "$(cat ran)" python
	contains "$(cat "$RUN/troubles")" "the script start 10-p failed with status 1: so it is
the script start 20-b failed with status 2 at line 3
the script start 30-n failed with status 127: "
}

test_each_init_runs_the_scripts_of_each_state_that_it_can() {
	for family in systemd openrc sysvinit runit s6 busybox other; do
		begin_node $family
		echo true | node_script start 10-x stop
		find "$DESTDIR" -name '*perceus-scripts*' -o -path '*/beside/run-scripts' | grep -q . || contains "$family" start
		echo true | node_script shutdown 10-x stop
		case $family in
		s6 | busybox | other) ;;
		*) find "$DESTDIR" -name 'perceus-shutdown*' -o -path '*/shutdown.d/*' | grep -q . || contains "$family" shutdown ;;
		esac
	done
}

test_services_are_there_for_states_that_have_scripts() {
	[ ! -e "$DESTDIR/usr/lib/perceus/scripts" ]
	echo true | node_script ready 10-x stop
	[ -s "$DESTDIR/etc/systemd/system/perceus-agent.service.d/scripts.conf" ]
	equal "$(cd "$DESTDIR/etc/systemd/system" && find . -name '*scripts.service' -o -name '*shutdown*')" ""
}

test_links_lead_to_services() {
	for family in systemd openrc sysvinit runit; do
		begin_node $family
		for state in start shutdown; do echo true | node_script $state 10-x stop; done
		find "$DESTDIR" -type l -name '*perceus-s[ch]*' | while read -r link; do
			[ -e "$(cd "${link%/*}" && realpath "$(readlink "$link" | sed "s:^/:$DESTDIR/:")")" ] || contains "$link" "leads nowhere"
		done
	done
}
