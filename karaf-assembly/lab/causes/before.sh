# shellcheck shell=sh disable=SC2154
# What stops a boot in Perceus OS, before the second system.

cause_memory() {
	machine memory method=stateless-ram --memory 400
	named memory 'has [0-9]+ MiB of RAM'
}

cause_disks() {
	for disk in mine yours; do
		vm_disk "$disk:1G"
		head -c 1000 /dev/urandom | dd of="$LAB_DIR/$disk.disk" bs=1M seek=7 conv=notrunc 2>/dev/null
	done
	machine disks method=stateful-disk --disk mine:1G --disk yours:1G
	named disks "setting 'disk'"
}

cause_no_disk() {
	machine no-disk method=stateful-disk
	named no-disk 'no disk|disk'
}

cause_no_capsule() {
	machine bare capsule=
	named bare 'no capsule'
}

# a file that the server hands out is not what it was when it got its name
cause_damaged() {
	kernel_file=$(find "$INSTANCE/data" -type f -size +4M -size -20M -path '*artifact*' | head -n 1)
	[ -n "$kernel_file" ] || trouble "no artifact of the size of a kernel was found"
	cp -p "$kernel_file" "$LAB_DIR/whole"
	printf 'no kernel' | dd of="$kernel_file" bs=1 seek=1000000 conv=notrunc 2>/dev/null
	machine damaged method=stateless-ram
	named damaged 'sha-?256|damaged|hash|differs'
	cp -p "$LAB_DIR/whole" "$kernel_file"
}

cause_root_size() {
	machine root-size 'method=stateless-ram root-size=20M'
	named root-size 'root-size|space|room|RAM'
}
