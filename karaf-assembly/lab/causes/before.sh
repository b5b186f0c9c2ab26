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
	named no-disk 'this machine has no disk'
}

cause_no_capsule() {
	machine bare '--force capsule=gone'
	named bare 'no capsule gone'
}

# files that the server hands out are not what they were when they got their names: images are the large ones
cause_damaged() {
	images=$(find "$INSTANCE/data/vnfs/artifacts" -type f -size +40M)
	mkdir "$LAB_DIR/whole"
	for image in $images; do
		cp -p "$image" "$LAB_DIR/whole/"
		printf 'no image' | dd of="$image" bs=1 seek=1000000 conv=notrunc 2>/dev/null
	done
	machine damaged method=stateless-ram
	named damaged 'sha-?256|damaged|hash|differs'
	for image in $images; do cp -p "$LAB_DIR/whole/${image##*/}" "$image"; done
}

cause_root_size() {
	machine root-size 'method=stateless-ram root-size=20M'
	named root-size 'root-size|space|room|RAM'
}
