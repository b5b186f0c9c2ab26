# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2059,SC2317
# What the starter says of the init of a root that it is about to enter.

ROOT=$PWD/root
mkdir -p "$ROOT/sbin" "$ROOT/bin" "$ROOT/lib64" "$ROOT/usr/lib/systemd"
# shellcheck source=/dev/null
. "$SHARE/starter/library/program.sh"
chroot() { cat "$PWD/listed" 2>/dev/null || true; }
uname() { echo x86_64; }

# PATH CONTENT
program() { printf "$2" >"$ROOT$1" && chmod 755 "$ROOT$1"; }

# PATH MACHINE [LOADER]: a 64-bit program with two segments; the second names the loader
binary() {
	{
		printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000'"$2"'\000\001\000\000\000'
		head -c 8 /dev/zero && printf '\100\000\000\000\000\000\000\000' && head -c 14 /dev/zero
		printf '\070\000\002\000' && head -c 6 /dev/zero
		printf '\001\000\000\000' && head -c 52 /dev/zero
		printf "\\$([ -z "${3:-}" ] && echo 001 || echo 003)\\000\\000\\000\\000\\000\\000\\000\\260\\000" && head -c 22 /dev/zero
		printf "\\$(printf %03o $((${#3} + 1)))" && head -c 23 /dev/zero
		printf '%s\000more' "${3:-}"
	} >"$ROOT$1"
	chmod 755 "$ROOT$1"
}

test_a_root_without_an_init_says_so() {
	fails_with "the system has no /sbin/init to start as its first program: " check_init /sbin/init
}

test_a_link_to_nothing_names_what_is_missing() {
	ln -s /lib/systemd/systemd "$ROOT/sbin/init"
	fails_with "no /sbin/init to start as its first program (it is a link to /lib/systemd/systemd, which is missing)" check_init /sbin/init
}

test_links_stay_in_the_root() {
	binary /usr/lib/systemd/systemd '\076'
	ln -s usr/lib "$ROOT/lib"
	ln -s /lib/systemd/systemd "$ROOT/sbin/init"
	check_init /sbin/init
	equal "$found" "$ROOT/usr/lib/systemd/systemd"
	ln -s ../../../../../../sbin/init "$ROOT/sbin/first"
	check_init /sbin/first
	ln -s round "$ROOT/sbin/round"
	fails_with "no /sbin/round" check_init /sbin/round
}

test_a_mode_of_no_program_is_named() {
	program /sbin/init '#!/bin/sh\n'
	chmod 644 "$ROOT/sbin/init"
	fails_with "/sbin/init cannot be executed: give it mode 755" check_init /sbin/init
}

test_a_script_needs_its_shell() {
	program /sbin/init '#! /bin/bash -e\n'
	fails_with "/sbin/init is a script for '/bin/bash', which the system does not have" check_init /sbin/init
	program /bin/bash ''
	check_init /sbin/init
	program /sbin/init '#!\n'
	fails_with "is a script for ''" check_init /sbin/init
}

test_what_no_kernel_starts_is_named() {
	program /sbin/init 'hello'
	fails_with "/sbin/init is neither a program nor a script" check_init /sbin/init
	: >"$ROOT/sbin/init"
	fails_with "/sbin/init is neither a program nor a script" check_init /sbin/init
}

test_a_program_needs_its_loader_and_its_libraries() {
	binary /sbin/init '\076' /lib64/ld-linux-x86-64.so.2
	equal "$(read_head "$ROOT/sbin/init" && loader_of "$ROOT/sbin/init")" /lib64/ld-linux-x86-64.so.2
	fails_with "/sbin/init needs /lib64/ld-linux-x86-64.so.2, which the system does not have" check_init /sbin/init
	program /lib64/ld-linux-x86-64.so.2 ''
	check_init /sbin/init
	printf '\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibmount.so.1 => not found\n\tlibpam.so.0 => not found\n' >listed
	fails_with "needs the libraries libmount.so.1 libpam.so.0, which" check_init /sbin/init
	echo "/sbin/init: error while loading shared libraries: libmount.so.1: cannot open shared object file: No such file" >listed
	fails_with "needs the libraries libmount.so.1, which" check_init /sbin/init
	echo "/sbin/init: /lib/libc.so.6: version \`GLIBC_2.38' not found (required by /sbin/init)" >listed
	fails_with "needs the libraries GLIBC_2.38, which" check_init /sbin/init
	printf 'Error loading shared library libz.so.1: No such file or directory (needed by /sbin/init)\n' >listed
	fails_with "needs the libraries libz.so.1, which" check_init /sbin/init
}

test_a_program_for_another_machine_is_named() {
	binary /sbin/init '\267'
	fails_with "/sbin/init is a program for another kind of machine (ELF machine 183, this is a x86_64)" check_init /sbin/init
}

test_real_programs_are_read_rightly() {
	equal "$(read_head "$busybox" && loader_of "$busybox")" ""
	case $(read_head /bin/ls && loader_of /bin/ls) in /*/ld-*) ;; *) exit 1 ;; esac
}
