# shellcheck shell=sh disable=SC2154
# The way into the second system.

# KERNEL INITRD ARGUMENTS
enter_kexec() {
	[ ! -e "$RUN/failure" ] || exit 1
	if is_direct; then check_started "$3"; else load_kernel "$1" "$2" "$(start_argument)$3"; fi
	rm -f "$1" "$2"
	event event=entering
	confirm_events 30000 || say "the server did not confirm, entering all the same"
	[ ! -e "$RUN/over" ] || fail_as_over
	say "entering the system"
	! is_direct || let_begin
	sync
	kexec -e -x
	fail "the kernel was loaded but could not be entered"
}

# a root that is an initramfs may have an /init of its own, which may be its real one; an argument of the administrator's
# comes behind this one and counts
start_argument() { [ ! -d "$RUN/starter" ] || echo 'rdinit=/.perceus/init '; }

# a place for the new kernel and its root: kexec takes the end of the memory below 2 GiB, where the kernel of a small machine has
# its free pages. One that it gives for a copy and that is somebody's place has to be exchanged, after a search through all.
free_of_allocations() {
	kib=$(sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' "${SYSTEM:-}/proc/meminfo")
	[ "$kib" -gt 3145728 ] || printf -- '--mem-max=0x%x\n' $((kib * 4096 / 5))
}

# without checksums: both files were verified when they arrived, and computing them again takes seconds
load_kernel() {
	for place in $(free_of_allocations) --mem-min=0; do
		kexec -l -i "$place" --initrd="$2" --command-line="$3" "$1" 2>"$RUN/kexec" && return
	done
	say "kexec_load did not work ($(tail -n 1 "$RUN/kexec" | printable)), trying kexec_file_load"
	kexec -s -l --initrd="$2" --command-line="$3" "$1" 2>"$RUN/kexec" ||
		fail "kexec could not load the kernel: $(tail -n 1 "$RUN/kexec" | printable)"
}
