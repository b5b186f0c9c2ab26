# shellcheck shell=sh disable=SC2154
# What ends in the second kernel, or before it finds its root.

cause_no_first_program() {
	machine no-first-program method=stateless-ram
	perceus node set 'kernel-args=console=ttyS0,115200 panic=10 rdinit=/nope' no-first-program
	happens no-first-program 'Kernel panic'
	named no-first-program 'panic|mount root|first program'
}

cause_little_memory() {
	machine little-memory method=stateless-ram
	perceus node set 'kernel-args=console=ttyS0,115200 panic=10 mem=200M' little-memory
	happens little-memory 'Kernel panic|Out of memory|unpacking failed'
	named little-memory 'memory|RAM|unpack|panic'
}

# a card that Perceus OS has a driver for, and the kernel of the capsule none
cause_no_driver() {
	machine no-driver method=stateless-ram --card e1000e
	happens no-driver 'reboot: |entering|kexec|Linux version'
	named no-driver 'driver'
}

cause_nfs_server() {
	ganesha=$(for id in $(ip netns pids "$LAB"); do ! grep -aq '^[^ ]*ganesha.nfsd' "/proc/$id/cmdline" || echo "$id"; done | head -n 1)
	[ -n "$ganesha" ] || trouble "no NFS server runs"
	kill -s STOP "$ganesha"
	machine nfs-server method=nfs-root
	named nfs-server 'nfs|tree'
	kill -s CONT "$ganesha"
}

# a node that begins again and again waits, when the site says so
cause_loop() {
	machine loop 'method=stateless-ram retries=2'
	perceus node set 'kernel-args=console=ttyS0,115200 panic=1 rdinit=/nope' loop
	named loop '2 boots in .*waits'
}

crashing_unit() {
	unit crash.service sysinit.target <<-'END_OF_FILE'
		[Unit]
		DefaultDependencies=no
		[Service]
		Type=oneshot
		ExecStart=-/sbin/modprobe efi_pstore
		ExecStart=/bin/sh -c 'echo c >/proc/sysrq-trigger'
	END_OF_FILE
}

# what the kernel said last is in the variables of the firmware, so the first crash has a reason already
cause_crash() {
	capsule crash nfs-root crashing_unit
	machine crash 'method=nfs-root capsule=crash' --firmware uefi
	happens crash 'sysrq: Trigger a crash'
	named crash 'last line was: .*(sysrq|crash|panic)'
}
