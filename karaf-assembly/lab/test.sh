# shellcheck shell=sh
# ./perceus test: the tests, the fast ones first.

test_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus test [all] [WORD…]

Runs the tests of Perceus OS, the check of all shell scripts, the lab's own tests, the Java tests, and then boots virtual
machines through the container, in two labs at a time. With words, only tests whose names contain one of them. With "all",
also what takes long: the boot server as a machine, a system that is newer than the server, disks that mirror each other, each root of lab/roots by each method, each DHCP server of a site beside, each boot loader of a site, all causes of failed boots, a thousand crashes and full disks, and the demonstration of a site. A test that cannot run here, for
want of a mirror say, is shown and counted as skipped. The logs are in .build/logs.
END_OF_TEXT
}

test_main() {
	case ${1:-} in --help | -h) test_usage && exit ;; esac
	need_root test "$@"
	EVERYTHING=''
	test_limit=1800
	[ "${1:-}" != all ] || { EVERYTHING=yes test_limit=7200 && shift; }
	export EVERYTHING
	wanted="$*"
	# shellcheck disable=SC2046
	need $(machine_packages) $(test_packages) $(recipe_packages) $("$ROOT/vnfs-repo/perceus-os/tests/run" --needs) $("$LAB_SCRIPTS/roots/build" --needs)
	lab_guard
	passed=0 failed=0 skipped=0 RUNNING_TESTS=''
	: >"$BUILD/failures"
	run_test shell check_shell
	run_test lab lab_tests
	run_test perceus-os "$ROOT/vnfs-repo/perceus-os/tests/run"
	run_test java java_tests
	run_test fuzz fuzz_tests
	run_test sdk sdk_tests
	end_to_end=$(end_to_end_tests)
	if [ -n "$end_to_end" ]; then
		prepare_end_to_end
		echo "$end_to_end" >"$BUILD/end-to-end"
		while read -r name command <&3; do
			# a machine that boots keeps one processor busy
			tests_await 1
			# shellcheck disable=SC2086
			test_start "$name" $command
		done 3<"$BUILD/end-to-end"
		tests_await 0
	fi
	cat "$BUILD/failures"
	if [ "$skipped" -eq 0 ]; then
		echo "$passed passed, $failed failed"
	else
		echo "$passed passed, $failed failed, $skipped skipped"
	fi
	[ "$failed" -eq 0 ]
}

# the tests with machines that are wanted, each in a line: its name and its command
end_to_end_tests() {
	{
		for script in "$LAB_SCRIPTS"/e2e/[0-9]*.sh; do
			is_left_out "$(basename "$script" .sh)" || echo "$(basename "$script" .sh) $script"
		done
		root_tests
		beside_tests
		chain_tests
		# three machines at once take long on two processors
		[ -z "${EVERYTHING:-}" ] || echo "demo-site $ROOT/perceus demo --site"
	} | while read -r name command; do
		! is_wanted "$name" || echo "$name $command"
	done
}

# what takes five minutes and more where machines are emulated is for when everything is to be tried, or it is named
is_left_out() {
	[ -z "${EVERYTHING:-}$wanted" ] || return
	case $1 in 18-pxelinux | 25-memory | 35-torture | 41-choices | 45-scripts | 48-network | 49-login | 49-network-openrc | 67-late-link | 67-power | 68-far | 69-lacp | 75-kernel-nfs | 80-debian-13 | 85-squashfs | 95-mirror) ;; *) return 1 ;; esac
}

# a root that is named, or any when everything is to be tried, boots by all methods
root_tests() {
	sed '/^#/d' "$LAB_SCRIPTS/e2e/roots" | while read -r linux methods; do
		case "${EVERYTHING:-$wanted}" in *root* | *"$linux"* | yes) methods='stateless-ram nfs-root stateful-disk' ;; esac
		[ -z "$methods" ] || echo "root-$linux $LAB_SCRIPTS/e2e/root $linux $methods"
	done
}

# each DHCP server of a site with each firmware, when everything is to be tried, or when they are named
beside_tests() {
	case "${EVERYTHING:-$wanted}" in *beside* | yes) ;; *) return ;; esac
	for beside_mode in proxy external; do
		for beside_server in dnsmasq dhcpd kea; do
			for beside_firmware in bios uefi uefi-http; do
				echo "beside-$beside_mode-$beside_server-$beside_firmware $LAB_SCRIPTS/e2e/beside $beside_mode $beside_server $beside_firmware"
			done
		done
	done
}

# each loader that a site starts its machines by, likewise
chain_tests() {
	case "${EVERYTHING:-$wanted}" in *chain* | yes) ;; *) return ;; esac
	for chain_loader in menu grub-bios grub-uefi undionly ipxe-efi; do
		echo "chain-$chain_loader $LAB_SCRIPTS/e2e/chain $chain_loader"
	done
}

# run_test NAME COMMAND… runs a test alone
run_test() {
	test_start "$@"
	tests_await 0
}

# test_start NAME COMMAND… in the background; RUNNING_TESTS has a word NAME:PID:TIME for each that runs
test_start() {
	is_wanted "$1" || return 0
	test_name=$1
	shift
	mkdir -p "$BUILD/logs"
	setsid "$0" test-part "$@" >"$BUILD/logs/test-$test_name.log" 2>&1 </dev/null &
	RUNNING_TESTS="$RUNNING_TESTS $test_name:$!:$(now)"
	working="${working:-} $!"
}

# tests_await N waits until no more than N run
tests_await() {
	while tests_look && [ "$(echo "$RUNNING_TESTS" | wc -w)" -gt "$1" ]; do sleep 1; done
}

# tells of those that have ended; one that hangs is ended after half an hour, or two hours when it does all it can, and gets
# time to clean up
tests_look() {
	still_running='' still_working=''
	for running_test in $RUNNING_TESTS; do
		test_name=${running_test%%:*} test_began=${running_test##*:}
		test_process=${running_test#*:} test_process=${test_process%:*}
		test_time=$(($(now) - test_began))
		if is_alive "$test_process"; then
			[ "$test_time" -lt "$test_limit" ] || kill -s TERM -- "-$test_process" 2>/dev/null || true
			still_running="$still_running $running_test"
			still_working="$still_working $test_process"
		else
			test_code=0
			wait "$test_process" || test_code=$?
			test_ended
		fi
	done
	# all at once: who is told to end in between must know all that are to end with it
	RUNNING_TESTS=$still_running working=$still_working
}

test_ended() {
	test_log=$BUILD/logs/test-$test_name.log
	count_tests
	if [ "$test_code" -eq 0 ]; then
		echo "ok      $test_name ($good passed, $test_time s)"
	elif [ "$test_code" -eq 77 ]; then
		skipped=$((skipped + 1))
		echo "SKIPPED $test_name: $(sed -n 's/^SKIPPED: //p' "$test_log" | tail -n 1)"
	else
		[ "$bad" -gt 0 ] || bad=1
		tail -n 60 "$test_log" | sed 's/^/    /'
		echo "FAILED  $test_name ($good passed, $bad failed, $test_time s), the end of ${test_log#"$ROOT/"} is above"
		{
			echo "FAILED  $test_name"
			test_reasons "$test_log" | sed 's/^/    /'
		} >>"$BUILD/failures"
	fi
	passed=$((passed + good)) failed=$((failed + bad))
}

# test_reasons LOG prints the lines that say why a part failed: Maven's names of tests, findings of the fuzzing, and the last words of a script
test_reasons() {
	{ grep -E '^\[ERROR\] +[A-Z][A-Za-z0-9]*(Test|IT)[.:]|^FINDING|^FAILED|^not ok' "$1" || tail -n 3 "$1"; } | tail -n 10 | cut -c 1-4000
}

# a part counts as many tests as its last line says, or as the reports that Maven wrote, else as one
count_tests() {
	good=0 bad=0
	summary=$(tail -n 1 "$test_log" | grep -x '[0-9]* passed, [0-9]* failed' || true)
	if [ -n "$summary" ]; then
		good=${summary%% *} bad=${summary#*, }
		bad=${bad% failed}
	elif [ "$test_name" = java ]; then
		count_java_tests
	elif [ "$test_code" -eq 0 ]; then
		good=1
	fi
}

count_java_tests() {
	find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -newer "$BUILD/java-began" -exec grep -h '^<testsuite ' {} + >"$BUILD/java-suites" || true
	bad=$(($(sum_of failures) + $(sum_of errors)))
	good=$(($(sum_of tests) - bad - $(sum_of skipped)))
}

sum_of() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" "$BUILD/java-suites" | awk '{ sum += $1 } END { print sum + 0 }'; }

# test_part COMMAND…: what "./perceus test" starts itself with
test_part() {
	case $1 in
	/*) exec "$@" ;;
	*) "$@" ;;
	esac
}

is_wanted() {
	[ -n "$wanted" ] || return 0
	for word in $wanted; do
		case $1 in *"$word"*) return 0 ;; esac
	done
	return 1
}

# a checkout is tested, so what git ignores is not looked at
shell_scripts() {
	(
		cd "$ROOT" || exit
		git ls-files --cached --others --exclude-standard 2>/dev/null || find . -name .build -prune -o -name target -prune -o -type f -print
	) | while read -r file; do
		case $file in
		mvnw | ./mvnw) ;;
		*.sh) echo "$file" ;;
		*) ! head -n 1 "$ROOT/$file" | grep -aq '^#!.*sh$\|^# shellcheck shell=' || echo "$file" ;;
		esac
	done
}

check_shell() {
	cd "$ROOT" || return
	shell_scripts >"$BUILD/scripts"
	xargs -d '\n' grep -L '^#!.*bash' <"$BUILD/scripts" | xargs -d '\n' shellcheck -x -P SCRIPTDIR -s sh
	xargs -d '\n' grep -l '^#!.*bash' <"$BUILD/scripts" | xargs -d '\n' -r shellcheck -x -P SCRIPTDIR
}

lab_tests() {
	for file in "$LAB_SCRIPTS"/tests/*.sh; do "$file" || return; done
}

java_tests() {
	: >"$BUILD/java-began"
	# crashes, and disks that become full, at random moments
	[ -z "${EVERYTHING:-}" ] || set -- -Dperceus.crash.rounds=1000
	# two rooms at a time, as their tests wait for this and that
	"$(maven)" -B -ntp -fae -T 2 -f "$ROOT/pom.xml" "$@" verify
}

prepare_end_to_end() {
	build_distribution
	build_perceus_os
	build_capsule
	lab_up
	seed_sow stateless-ram
	lab_down
}
