#!/bin/sh
# shellcheck disable=SC2034
# Quick tests of the lab itself, without virtual machines: above all that it always cleans up.
set -eu

ROOT=$(cd "$(dirname "$0")/../../.." && pwd)
LAB_SCRIPTS=$ROOT/karaf-assembly/lab
BUILD=$(mktemp -d)
export BUILD LAB_SCRIPTS
for part in say processes lab network console trees dropped running prove show demo test; do
	# shellcheck source=/dev/null
	. "$LAB_SCRIPTS/$part.sh"
done

wrong() {
	echo "WRONG: $*"
	exit 1
}

# in_two_shells COMMAND runs it in a network of its own with one address, and wants the same of both
in_two_shells() {
	for shell in dash 'busybox sh'; do
		# shellcheck disable=SC2086
		unshare -n sh -c 'ip link set lo up; ip link add card0 type veth peer name card1; ip addr add 10.9.8.7/24 dev card0; ip link set card0 up; exec "$@"' sh $shell -c "$1"
	done | uniq
}

namespaces() { ip netns list | cut -d ' ' -f 1 | grep -c "^perceus-$1\$" || true; }

# a script that makes a lab with a process in it, and then waits
cat >"$BUILD/victim" <<'END_OF_FILE'
set -eu
for part in say processes lab network; do
	. "$LAB_SCRIPTS/$part.sh"
done
lab_guard
lab_up
switch_up provision 10.10.0.1/24
process_start sleeper sleep 1000
: >"$BUILD/is-up"
while :; do sleep 1; done
END_OF_FILE

# victim SIGNAL runs it and ends it by that signal
victim() {
	rm -f "$BUILD/is-up"
	# whoever started the tests may ignore signals, and a shell cannot trap those that were ignored from the start
	setsid env --default-signal=HUP,TERM sh "$BUILD/victim" >"$BUILD/victim.log" 2>&1 &
	victim=$!
	tries=100
	until [ -f "$BUILD/is-up" ]; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || wrong "the lab did not come up: $(cat "$BUILD/victim.log")"
		sleep 0.1
	done
	sleeper=$(sed -n 's/^sleeper \([0-9]*\) .*/\1/p' "$BUILD/labs/perceus-$victim/processes")
	is_alive "$sleeper" || wrong "the process in the lab does not run"
	kill -s "$1" "$victim"
	wait "$victim" 2>/dev/null || true
}

trap 'lab_sweep; rm -rf "$BUILD"' EXIT
trap 'exit 143' INT TERM HUP

for signal in TERM HUP; do
	victim "$signal"
	[ "$(namespaces "$victim")" -eq 0 ] || wrong "a namespace is left after $signal"
	! is_alive "$sleeper" || wrong "a process is left after $signal"
	echo "ok: a lab that is ended by $signal leaves nothing behind"
done

victim KILL
[ "$(namespaces "$victim")" -eq 1 ] || wrong "KILL let the lab clean up, so this tests nothing"
lab_sweep
[ "$(namespaces "$victim")" -eq 0 ] || wrong "a namespace is left after KILL and a sweep"
! is_alive "$sleeper" || wrong "a process is left after KILL and a sweep"
echo "ok: what a killed lab left is swept by the next"

# the kernel's limits, of which these are a copy
mkdir -p "$BUILD/neighbours" "$BUILD/labs/neighbours"
NEIGHBOUR_LIMITS=$BUILD/neighbours LAB_DIR=$BUILD/labs/neighbours
for limit in 1:128 2:512 3:1024; do echo "${limit#*:}" >"$BUILD/neighbours/gc_thresh${limit%:*}"; done
neighbours_raise 5000
[ "$(cat "$BUILD"/neighbours/* | uniq)" = 5000 ] || wrong "the table of neighbours was not enlarged"
neighbours_raise 3000
neighbours_restore "$LAB_DIR"
[ "$(cat "$BUILD"/neighbours/* | paste -s -d ' ')" = '128 512 1024' ] || wrong "the table of neighbours is not what it was"
echo "ok: the table of neighbours is as large again as it was"

# a console with a shell behind it
LAB_DIR=$BUILD/labs/console LAB_RUN=$BUILD
mkdir -p "$LAB_DIR/consoles"
mkfifo "$BUILD/typed"
sh <"$BUILD/typed" >"$LAB_DIR/consoles/fake.log" 2>&1 &
shell=$!
exec 9>"$BUILD/typed"
socat -u "UNIX-LISTEN:$BUILD/fake.console,fork" "OPEN:$BUILD/typed" &
listener=$!
sleep 0.5
[ "$(console_run fake 'echo one; echo "perceus-mounts: a server is away" >&2; echo two' 10)" = "$(printf 'one\ntwo')" ] || wrong "the console gave other text"
[ "$(console_run fake "printf x | sed 's/\\(x\\)/\\1y/'; echo" 10)" = xy ] || wrong "a backslash was not typed as it is"
code=0
console_run fake 'sh -c "exit 7"' 10 || code=$?
[ "$code" -eq 7 ] || wrong "the exit code on the console is $code, not 7"
kill "$listener" "$shell"
exec 9>&-
echo "ok: commands on a console give their output and exit code"

INSTANCE=$BUILD/instance
tree=$INSTANCE/data/vnfs/trees/a
mkdir -p "$tree/etc"
echo one >"$tree/etc/one"
echo two >"$tree/etc/two"
# files are told apart by their times, which the kernel takes from its last tick
sleep 0.1
trees_watch
sleep 0.1
[ "$(trees)" = a ] || wrong "the trees are '$(trees)', not 'a'"
cat "$tree/etc/one" >"$BUILD/read"
[ "$(tree_changes a)" -eq 0 ] || wrong "a file that was read counts as changed"
chmod 600 "$tree/etc/one"
[ "$(tree_changes a)" -eq 1 ] || wrong "a file with another mode does not count as changed"
rm "$tree/etc/two"
[ "$(tree_changes a)" -eq 2 ] || wrong "a folder that lost a file does not count as changed"
echo "ok: what is changed in a tree is found"

mkdir "$BUILD/module"
cd "$BUILD/module"
printf 'Provide-Capability: osgi.service,perceus.module;perceus.module=greeting\n' >manifest
jar -cfm module.jar manifest manifest
jar -cf other.jar manifest
(drop module.jar && dropped_check && [ "$DROPPED" = "$BUILD/module/module.jar
" ]) || wrong "a module is not dropped by the path from here"
for jar in other.jar manifest none.jar; do
	! (drop "$jar" && dropped_check) 2>/dev/null || wrong "$jar is dropped as a module"
done
echo "ok: modules are dropped, and nothing else"

printf 'Provide-Capability: osgi.service;objectClass:List<String>="org.perceus.provisioning.spi.ProvisioningMethod",%s\n' \
	'perceus.module;perceus.module="own-way"' >manifest
jar -cfm own-way.jar manifest manifest
# method_of ARGUMENTS… prints what a demo takes
method_of() (
	demo_arguments "$@"
	dropped_check
	demo_method
	echo "$method"
)
[ "$(method_of)" = stateless-ram ] || wrong "the method of a demo is '$(method_of)'"
[ "$(method_of --module own-way.jar)" = own-way ] || wrong "a method that is dropped is not used"
[ "$(method_of --module module.jar)" = stateless-ram ] || wrong "a configuration module is used as a method"
[ "$(method_of --module own-way.jar --method nfs-root)" = nfs-root ] || wrong "a method that is dropped is used instead of another"
for method in squashfs-overlay hybrid; do
	[ "$(method_of --method "$method")" = "$method" ] || wrong "the method $method is refused"
done
for method in own-way hostname archetype ''; do
	! (method_of --method "$method") >/dev/null 2>&1 || wrong "'$method' is taken for a method"
done
[ -z "$(root_type own-way)" ] || wrong "something is known of the root of a method of somebody else"
[ "$(root_type stateless-ram)" = ram ] || wrong "nothing is known of the root of stateless-ram"
cd "$ROOT"
echo "ok: a demo takes a method that is there, and first one that is dropped"

# listening SOCKET is a container in the book of those that run
listening() {
	sh -c '. "$LAB_SCRIPTS/processes.sh" && . "$LAB_SCRIPTS/running.sh" && running_set "$1" && exec socat "UNIX-LISTEN:$1" -' sh "$1" &
	until [ -S "$1" ]; do sleep 0.1; done
}
[ -z "$(running_socket)" ] || wrong "a container runs before one was started"
listening "$BUILD/first"
first=$!
listening "$BUILD/second of two"
second=$!
[ "$(running_socket)" = "$BUILD/second of two" ] || wrong "commands go to '$(running_socket)', not to the newest container"
kill "$second"
wait "$second" || true
[ "$(running_socket)" = "$BUILD/first" ] || wrong "commands go to '$(running_socket)' when the newest container has ended"
kill "$first"
wait "$first" || true
[ -z "$(running_socket)" ] || wrong "commands go to '$(running_socket)' when no container runs"
echo "ok: commands go to the newest container that runs"

# what a node is asked for a proof is understood by any shell and its tools
[ "$(busybox sh -c "$ROOT_TYPE")" = "$(findmnt -n -o FSTYPE / | tail -n 1)" ] || wrong "the type of a root is '$(busybox sh -c "$ROOT_TYPE")'"
[ "$(in_two_shells "$ADDRESSES")" = 10.9.8.7 ] || wrong "all addresses of a node are '$(in_two_shells "$ADDRESSES")'"
for shown in 'root@n0000:~# ' 'n0000:~# ' '# '; do
	echo "$shown" | grep -Eq -- "$PROMPT" || wrong "'$shown' is not taken for a prompt"
done
! echo 'n0000 login: ' | grep -Eq -- "$PROMPT" || wrong "a prompt for a name is taken for a shell's"
echo "ok: a node with any shell is asked for a proof"

# ends CODE LINE: what the runner makes of a test that ended so, and its counts
ends() (
	mkdir -p "$BUILD/logs"
	echo "$2" >"$BUILD/logs/test-some.log"
	passed=0 failed=0 skipped=0 test_name=some test_code=$1 test_time=1
	test_ended
	echo "$passed $failed $skipped"
)
[ "$(ends 77 'SKIPPED: no mirror')" = "$(printf 'SKIPPED some: no mirror\n0 0 1')" ] || wrong "of a skipped test is said '$(ends 77 'SKIPPED: no mirror')'"
[ "$(ends 0 '3 passed, 0 failed' | tail -n 1)" = '3 0 0' ] || wrong "a test that passed counts as '$(ends 0 '3 passed, 0 failed')'"
[ "$(ends 1 '' | tail -n 1)" = '0 1 0' ] || wrong "a test that failed counts as '$(ends 1 '')'"
echo "ok: a test that cannot run is counted, and not among those that passed"

# methods_of EVERYTHING WANTED: those that the root of an Alpine is booted by
methods_of() (
	EVERYTHING=$1 wanted=$2
	root_tests | sed -n "s|^root-alpine .*/root alpine ||p"
)
[ -z "$(methods_of '' '')" ] || wrong "by default an Alpine boots by '$(methods_of '' '')'"
for everything in yes ''; do
	[ "$(methods_of "$everything" alpine)" = 'stateless-ram nfs-root stateful-disk' ] || wrong "when it is named, an Alpine boots by '$(methods_of "$everything" alpine)'"
done
echo "ok: all methods are tried when all tests are to run, or a root is named"

number=0
while [ "$number" -lt 50 ]; do
	number=$((number + 1))
	random_mac | grep -Eqx '02(:[0-9a-f]{2}){5}' || wrong "a random MAC has another form"
done
echo "ok: random MACs are of the range that no vendor has"

# the floor follows a node's script with whatever words Perceus OS has by now
FLOOR=$BUILD/floor
mkdir -p "$FLOOR/www" "$FLOOR/perceus-os"
cp -R "$ROOT/vnfs-repo/perceus-os/root/." "$FLOOR/perceus-os/"
cat >"$FLOOR/script" <<'END_OF_FILE'
#!perceus run
tools_are 'disk' '0000000000000000000000000000000000000000000000000000000000000000' '1'
capsule_is '/sbin/init' 'systemd'
install_agent 'http://10.10.0.1:9870' 'tokentokentokentokentoken' '02:00:00:00:00:01'
install_address '02:00:00:00:00:01'
echo node | write_file '/etc/hostname' 644
install_ram_init '50%'
enter_kexec "$WORK"/'kernel' "$WORK"/'root' 'console=ttyS0'
#!perceus end
END_OF_FILE
(
	# shellcheck source=/dev/null
	. "$LAB_SCRIPTS/bench-floor.sh"
	floor_mac=02:00:00:00:00:01 address=10.10.0.100
	floor_render
)
[ "$(cat "$FLOOR/arguments")" = 'rdinit=/.perceus/init console=ttyS0' ] || wrong "the floor did not come to the end of a node's script"
[ "$(cat "$FLOOR/destdir/etc/hostname")" = node ] || wrong "the floor left the node's own file out"
grep -qx 'address=10.10.0.100/24' "$FLOOR/destdir/etc/perceus/agent.conf" || wrong "the floor's agent has another address than the node"
echo "ok: the floor of a boot follows a node's script"

# refused WORDS… has to fail with one line
refused() {
	code=0
	text=$("$ROOT/perceus" "$@" 2>&1) || code=$?
	[ "$code" -ne 0 ] || wrong "./perceus $* was accepted"
	[ "$(echo "$text" | wc -l)" -eq 1 ] || wrong "./perceus $* answered with more than a sentence: $text"
}
refused demo --firmware coreboot
refused demo --nodes none
refused demo --nodes
refused demo --fast
refused demo --method nowhere
refused demo --module none.jar
refused demo --set Key=value
refused demo --set key
refused bench tea
refused bench boot --runs 0
refused bench boot --kernel small
refused bench modules --swaps 1
refused bench storm --nodes 0
refused bench storm --nodes 10 --registry 9
refused bench storm --link
refused bench storm --speed 1
refused run --instance
[ "$("$ROOT/perceus" help | head -n 1 | cut -c 1-6)" = usage: ] || wrong "./perceus help does not start with usage"
echo "ok: wrong words get one sentence"
