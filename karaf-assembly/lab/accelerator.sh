# shellcheck shell=sh
# Whether guests may use the processor itself. That /dev/kvm is there does not say that it works: a guest has to run.

# prints kvm or tcg; the answer is kept for as long as this kernel runs
accelerator() {
	answer=$BUILD/accelerator-$(cat /proc/sys/kernel/random/boot_id)
	if [ ! -f "$answer" ]; then
		# two labs may begin together
		if kvm_runs_a_kernel; then echo kvm; else echo tcg; fi >"$answer.$$"
		mv "$answer.$$" "$answer"
	fi
	cat "$answer"
}

# without a root file system the kernel panics at once, and panic=-1 makes the machine end
kvm_runs_a_kernel() {
	[ -w /dev/kvm ] || return 1
	timeout -k 1 15 qemu-system-x86_64 -accel kvm -nodefaults -display none -no-reboot -m 256 -serial stdio \
		-kernel "$PERCEUS_OS/kernel" -append 'console=ttyS0 panic=-1' </dev/null 2>/dev/null | grep -q 'Kernel panic'
}
