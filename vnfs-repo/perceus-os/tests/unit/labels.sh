# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317
# Labels of the second system's root, in the starter and on disks.

PERCEUS=$PWD/perceus ROOT=$PWD/root TARGET=$PWD/root TREE=/.perceus/tree
mkdir -p "$PERCEUS" "$ROOT"
for part in starter/library/policy starter/library/failure starter/library/labels; do
	# shellcheck source=/dev/null
	. "$SHARE/$part.sh"
done
# shellcheck source=/dev/null
. "$tests/../tools/disk/root/lib/perceus/tools/disk/labels.sh"
mount() { :; }
umount() { :; }
# setfiles of the root: notes how it was called
chroot() {
	[ -e lacks-setfiles ] && return 127
	shift
	case $* in
	*' -h') echo "usage:  setfiles" && return 255 ;;
	*'-n -v'*) cat "$PWD/would" ;;
	*'-f -'*) { echo "$*" && cat; } >>labelled ;;
	*) echo "$*" >>labelled ;;
	esac
}

# CONFIGURATION: a root with a policy
make_policy() {
	mkdir -p "$ROOT/etc/selinux/targeted/policy" "$ROOT/etc/selinux/targeted/contexts/files"
	printf '# SELINUX= can be enforcing\n%s\nSELINUXTYPE=targeted\n' "$1" >"$ROOT/etc/selinux/config"
	: >"$ROOT/etc/selinux/targeted/policy/policy.9"
	: >"$ROOT/etc/selinux/targeted/policy/policy.31"
	: >"$ROOT/etc/selinux/targeted/contexts/files/file_contexts"
}

test_the_configuration_of_selinux_is_read() {
	make_policy ' SELINUX = enforcing # yes'
	equal "$(selinux_mode) $(selinux_type)" "enforcing targeted"
	equal "$(policy_file)" "$ROOT/etc/selinux/targeted/policy/policy.31"
	equal "$(policy_lacks)" ""
}

test_the_configuration_of_selinux_is_read_as_its_library_does() {
	make_policy '# SELINUX=disabled
SELINUX=wrong
SELINUX=Permissive # for now
SELINUX=enforcing'
	equal "$(selinux_mode)" permissive
}

test_a_system_without_selinux_is_left_alone() {
	judge_labels
	equal "$SELINUX" ""
	make_policy SELINUX=disabled
	judge_labels
	equal "$SELINUX" ""
	leave_first_root && list_written && label_root
	label_installed
	[ ! -e labelled ]
}

test_an_enforcing_system_without_what_it_needs_is_refused() {
	make_policy SELINUX=enforcing
	SELINUX=enforcing
	check_policy
	: >lacks-setfiles
	fails_with "the capsule lacks the program setfiles (of policycoreutils): add it, or set SELINUX=permissive" check_policy
	rm "$ROOT"/etc/selinux/targeted/policy/*
	fails_with "the capsule lacks a policy /etc/selinux/targeted/policy/policy.N" check_policy
	SELINUX=permissive
	check_policy
	equal "$SELINUX" ""
	contains "$(cat "$CONSOLE")" "its labels are missing: the capsule lacks a policy"
	contains "$(cat "$RUN/troubles")" "its labels are missing: the capsule lacks a policy"
}

test_what_is_laid_over_a_root_on_disk_is_labelled() {
	make_policy SELINUX=enforcing
	SELINUX=enforcing
	mkdir -p "$PERCEUS/node/etc/new" "$PERCEUS/node/usr"
	mkdir -p "$ROOT/usr"
	: >"$PERCEUS/node/etc/new/file"
	list_written
	equal "$(sort "$RUN/written" | paste -s -d ' ')" "/etc/new /etc/new/file"
	label_written
	equal "$(head -n 1 labelled)" "setfiles -F -q -f - /etc/selinux/targeted/contexts/files/file_contexts"
	contains "$(cat labelled)" "/etc/new/file"
}

test_a_system_that_starts_from_its_disk_alone_has_its_labels() {
	SYSTEM=$PWD/system SELINUX=enforcing CONTACT=
	make_policy SELINUX=enforcing
	mounted_as ext4
	list_written
	label_root
	[ ! -e labelled ]
}

test_an_installation_labels_what_it_writes() {
	make_policy SELINUX=permissive
	echo "Would relabel /etc/selinux/config from a:b:c:s0 to x" >would
	echo x | write_file etc/new/file 0644
	list_installed
	mkdir "$TARGET/lost+found"
	label_installed
	equal "$(paste -s -d ' ' labelled)" \
		"setfiles -F -q -f - /etc/selinux/targeted/contexts/files/file_contexts /etc/new /etc/new/file /etc/fstab /lost+found"
}

test_an_installation_without_labels_gets_all_of_them_once() {
	make_policy SELINUX=enforcing
	echo "Would relabel /etc/selinux/config from (null) to x" >would
	label_installed
	equal "$(cat labelled)" "setfiles -F -q -e /proc /etc/selinux/targeted/contexts/files/file_contexts /"
	rm labelled
	: >would
	: >"$ROOT/.autorelabel"
	label_installed
	contains "$(cat labelled)" "file_contexts /"
	[ ! -e "$ROOT/.autorelabel" ]
}

test_an_installation_that_cannot_be_labelled_says_so() {
	make_policy SELINUX=enforcing
	: >lacks-setfiles
	label_installed
	contains "$(cat "$CONSOLE")" "get no labels of SELinux: the capsule lacks the program setfiles"
}

# TYPE: how the root is mounted
mounted_as() {
	mkdir -p "$SYSTEM/proc"
	printf 'none %s/first rootfs rw 0 0\nnone %s %s rw 0 0\n' "$ROOT" "$ROOT" "$1" >"$SYSTEM/proc/mounts"
}

test_the_server_hears_of_a_root_that_is_being_labelled_whole() {
	start_server
	SYSTEM=$PWD/system SELINUX=enforcing
	find_card() { [ -e up ]; }
	has_address() { :; }
	load_network_drivers() { :; }
	bring_up_card() { : >up; }
	mounted_as ext4
	stay_in_touch
	[ -z "$CONTACT" ] && [ ! -e up ]
	for type in rootfs tmpfs overlay; do
		mounted_as $type
		forgets_labels
	done
	stay_in_touch
	until [ -s requests/000 ]; do sleep 0.05; done
	contains "$(cat requests/000)" "event=checkin"
	label_all() { :; }
	label_root
	wait "$CONTACT" || true
	SELINUX=
	stay_in_touch
	[ -z "$CONTACT" ]
}

test_a_root_is_labelled_without_a_server_too() {
	SYSTEM=$PWD/system SELINUX=enforcing
	mounted_as tmpfs
	find_card() { return 1; }
	load_network_drivers() { :; }
	bring_up_card() { fail "no card"; }
	stay_in_touch
	[ -z "$CONTACT" ] && [ ! -e "$RUN/failure" ]
}
