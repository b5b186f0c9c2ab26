# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# Where the new kernel is put.

SYSTEM=$PWD/system
mkdir -p "$SYSTEM/proc"

# KIB: the memory of the machine
has_memory() { printf 'MemTotal:       %s kB\nMemFree: 1 kB\n' "$1" >"$SYSTEM/proc/meminfo"; }

# notes its words; refuses those that a file here says
kexec() {
	echo "$*" >>calls
	! grep -q -x -e "$3" refused 2>/dev/null
}

test_a_small_machine_keeps_the_end_of_its_memory_free() {
	has_memory 1000000
	load_kernel kernel initrd 'a b'
	equal "$(cat calls)" "-l -i --mem-max=0x30d40000 --initrd=initrd --command-line=a b kernel"
}

test_a_machine_with_memory_behind_2_gib_has_its_free_pages_there() {
	has_memory 8000000
	load_kernel kernel initrd a
	equal "$(cat calls)" "-l -i --mem-min=0 --initrd=initrd --command-line=a kernel"
}

test_a_kernel_that_does_not_fit_there_goes_anywhere() {
	has_memory 1000000
	echo --mem-max=0x30d40000 >refused
	load_kernel kernel initrd a
	contains "$(cat calls)" "-l -i --mem-min=0 --initrd=initrd"
	equal "$(cat "$CONSOLE")" ""
}
