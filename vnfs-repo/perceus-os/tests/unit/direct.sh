# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# A start on the kernel of the second system.

SYSTEM=$PWD/system CAPSULE=$PWD/capsule ARGUMENTS=$PWD/arguments CARD=eth0 DRIVERS=
mkdir -p "$SYSTEM/proc" "$CAPSULE/.perceus" "$RUN/starter/.perceus/bin"
: >"$ARGUMENTS"
hash=$(echo x | sha256sum | cut -d ' ' -f 1)

ip() { echo "ip $*" >>calls; }
kexec() { echo "kexec $*" >>calls; }
event() { echo "event $*" >>calls; }
confirm_events() { :; }

test_what_was_loaded_is_not_fetched() {
	PERCEUS_LOADED=0123,$hash
	fetch "$hash" 2 "$WORK/root"
	equal "$(size_of "$WORK/root")" 0
	is_loaded "$hash" "$WORK/again"
	refused is_loaded 0123456789 "$WORK/no"
	[ ! -e "$WORK/no" ]
}

test_other_arguments_than_the_kernel_has_are_refused() {
	echo 'initrd=boot rdinit=/.perceus/direct console=tty0 a=b' >"$SYSTEM/proc/cmdline"
	check_started 'console=tty0  a=b '
	check_started 'a=b'
	fails_with 'other kernel arguments' check_started 'console=tty0 a=c'
	fails_with 'other kernel arguments' check_started '=b'
}

test_files_of_the_node_and_the_starter_are_put_into_the_root_that_runs() {
	echo starter >"$RUN/starter/.perceus/init"
	echo tools >"$RUN/starter/.perceus/bin/busybox"
	: >"$RUN/starter/init"
	echo name | write_file etc/hostname 0600
	echo tools | write_file usr/lib/perceus/busybox 0755
	: >root
	append_overlay "$PWD/root"
	equal "$(size_of root)" 0
	equal "$(cat "$CAPSULE/.perceus/init" "$CAPSULE/.perceus/node/etc/hostname")" 'starter
name'
	equal "$(stat -c %a "$CAPSULE/.perceus/node/etc/hostname")" 600
	equal "$(stat -c %h "$CAPSULE/.perceus/bin/busybox")" 2
	[ ! -e "$CAPSULE/init" ]
}

test_the_second_system_begins_without_another_kernel() {
	echo 'rdinit=/.perceus/direct a=b' >"$SYSTEM/proc/cmdline"
	: >"$WORK/kernel"
	: >"$WORK/root"
	refused begins
	(enter_kexec "$WORK/kernel" "$WORK/root" a=b && echo returned >>calls)
	begins
	equal "$(cat calls)" 'event event=entering
ip address flush dev eth0
ip link set dev eth0 down'
}

test_a_script_that_lets_it_begin_ends_well() {
	echo 'rdinit=/.perceus/direct a=b' >"$SYSTEM/proc/cmdline"
	printf '%s\n' 'enter_kexec kernel root a=b' '#!perceus end' >script
	(run_script "$PWD/script" && echo returned >>calls)
	equal "$(tail -n 1 calls)" 'ip link set dev eth0 down'
}

test_without_arguments_nothing_is_direct() {
	rm "$ARGUMENTS"
	refused is_direct
	: >"$CAPSULE/.perceus/begin"
	refused begins
}
