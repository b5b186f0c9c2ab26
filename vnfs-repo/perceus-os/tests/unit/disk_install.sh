# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317,SC2030,SC2031,SC1091

SYSFS=$PWD/sys DEVICES=$PWD/dev SYSTEM=$PWD/system
mkdir -p "$SYSFS/block" "$DEVICES" "$SYSTEM/usr/share/perceus/grub"
for part in partitions install labels loader start; do
	# shellcheck source=/dev/null
	. "$tests/../tools/disk/root/lib/perceus/tools/disk/$part.sh"
done
ID=0123456789ab CAPSULE=debian-12@1 FILE_SYSTEM=ext4 SWAP=0 MIRRORED=no DISKS=sda
ROOT_UUID=11111111-1111-1111-1111-111111111111 SWAP_UUID=22222222-2222-2222-2222-222222222222
ROOT_ARRAY=33333333-3333-3333-3333-333333333333 SWAP_ARRAY=44444444-4444-4444-4444-444444444444
mkdir -p "$TARGET" "$BOOT"

# NAME: a disk full of something, with two partitions that are of another id
make_disk() {
	mkdir -p "$SYSFS/block/$1/device"
	tr '\000' x </dev/zero | head -c 4194304 >"$DEVICES/$1"
	echo 8192 >"$SYSFS/block/$1/size"
	for number in 1 2; do
		mkdir -p "$SYSFS/block/$1/$1$number"
		echo $number >"$SYSFS/block/$1/$1$number/partition"
		echo "PARTNAME=${2:-data}" >"$SYSFS/block/$1/$1$number/uevent"
		tr '\000' x </dev/zero | head -c 2097152 >"$DEVICES/$1$number"
	done
}

no_partitions() { rm -r "$SYSFS/block/$1/$1"?; }

test_a_disk_that_is_claimed_becomes_empty_but_for_its_mark() {
	make_disk sda
	read_partitions() { no_partitions "$1"; }
	claim_disk sda
	is_ours sda
	equal "$(mark_value sda state) $(mark_value sda id)" "installing $ID"
	equal "$(stat -c %s "$DEVICES/sda")" 4194304
	dd if=/dev/zero of="$DEVICES/sda" bs=4096 seek=128 count=1 conv=notrunc 2>/dev/null
	for device in sda sda1 sda2; do equal "$(head -c 1048576 "$DEVICES/$device" | tr -d '\000' | wc -c)" 0; done
	equal "$(tail -c 1048576 "$DEVICES/sda" | tr -d '\000' | wc -c)" 0
}

test_a_disk_of_ours_is_ours_whenever_the_power_goes() {
	make_disk sda perceus-root-ba9876543210
	write_mark sda complete ba9876543210 debian-12@1
	echo "$BUSYBOX" >busybox
	moment() { is_ours sda && ! is_complete sda || exit 7; }
	clear_bytes() { moment; }
	read_partitions() { moment && no_partitions sda && moment; }
	claim_disk sda
	moment
	equal "$(mark_value sda id)" "$ID"
}

# the first two bytes
first_instruction() { head -c 2 "$DEVICES/$1" | od -An -tx1 | tr -d ' '; }

test_a_disk_with_a_partition_table_alone_sends_the_firmware_on() {
	make_disk sda
	sfdisk() { head -c 512 /dev/zero | dd of="$DEVICES/sda" conv=notrunc 2>/dev/null; }
	read_partitions() { equal "$(first_instruction "$1")" cd18; }
	wait_for() { :; }
	partition_disk sda 0
	equal "$(head -c 512 "$DEVICES/sda" | tr -d '\000' | wc -c)" 2
}

test_the_boot_loader_of_an_installation_goes_before_what_it_starts() {
	make_disk sda perceus-root-ba9876543210
	write_mark sda complete ba9876543210 debian-12@1
	clear_bytes() { equal "$(mark_value sda state) $(first_instruction sda)" "installing cd18"; }
	read_partitions() { :; }
	claim_disk sda
}

test_a_disk_that_is_in_use_is_not_begun() {
	make_disk sda
	blockdev() { echo "BLKRRPART: Device or resource busy" >&2 && return 1; }
	fails_with "the disk sda is in use: BLKRRPART: Device or resource busy" read_partitions sda
}

test_the_partition_table_is_for_both_kinds_of_firmware() {
	equal "$(partition_table 0 | sed 's/, type=.*//')" "label: gpt
size=1MiB, name=perceus-bios-$ID
size=512MiB, name=perceus-boot-$ID
name=perceus-root-$ID"
	contains "$(partition_table 256)" "size=256MiB, name=perceus-swap-$ID"
}

test_numbers_are_written_for_the_boot_loader() {
	tr '\000' x </dev/zero | head -c 20 >file
	patch_number file 4 2048
	equal "$(od -An -tx1 -v file | tr -d ' \n')" 7878787800080000000000007878787878787878
	patch_number file 4 4294967297
	equal "$(od -An -tx1 -v file | tr -d ' \n')" 7878787801000000010000007878787878787878
}

test_the_bios_loader_finds_its_rest_and_leaves_the_table_alone() {
	make_disk sda perceus-bios-$ID
	rm -r "$SYSFS/block/sda/sda2"
	echo 2048 >"$SYSFS/block/sda/sda1/start"
	head -c 512 /dev/zero >"$GRUB/boot.img"
	head -c 3000 /dev/zero >"$GRUB/core.img"
	put_bios_loader sda
	equal "$(dd if="$DEVICES/sda" bs=1 skip=92 count=8 2>/dev/null | od -An -tu8 | tr -d ' ')" 2048
	equal "$(dd if="$DEVICES/sda1" bs=1 skip=500 count=8 2>/dev/null | od -An -tu8 | tr -d ' ')" 2049
	equal "$(dd if="$DEVICES/sda" bs=1 skip=440 count=100 2>/dev/null | tr -d x | wc -c)" 0
}

test_the_boot_loader_takes_arguments_as_they_are() {
	equal "$(loader_configuration 'quiet a=$b * ;reboot' | sed -n 's/^linux //p')" "/perceus/kernel 'quiet' 'a=\$b' '*' ';reboot'"
}

test_the_table_of_file_systems_keeps_what_is_not_the_disk_s() {
	mkdir -p "$TARGET/etc"
	printf '# a comment\nUUID=old / ext4 errors=remount-ro 0 1\nUUID=x /boot ext2 defaults 0 2\nUUID=y /boot/efi vfat umask=077 0 1\nUUID=w /efi vfat umask=077 0 1\nUUID=z none swap sw 0 0\nserver:/home /home nfs defaults 0 0\n' >"$TARGET/etc/fstab"
	SWAP=256
	equal "$(file_systems)" "UUID=$ROOT_UUID / ext4 defaults 0 1
UUID=$SWAP_UUID none swap sw 0 0
server:/home /home nfs defaults 0 0"
	MIRRORED=yes
	contains "$(file_systems)" "/dev/md1 none swap sw 0 0"
	MIRRORED=no
	rm "$TARGET/etc/fstab"
	SWAP=0
	equal "$(file_systems)" "UUID=$ROOT_UUID / ext4 defaults 0 1"
}

test_folders_of_the_root_have_the_times_that_they_had() {
	gnu_tar() { /usr/bin/tar "$@"; }
	step() { :; }
	fetch() { (cd source && gnu_tar --no-recursion --zstd -cf "$3" ./a ./a-more ./a-more/file ./a/file); }
	mkdir -p "$TARGET" source/a source/a-more
	echo x >source/a/file && echo x >source/a-more/file
	touch -d @77 source/a source/a-more
	install_root hash 1
	equal "$(stat -c %Y "$TARGET/a" "$TARGET/a-more" | paste -s -d ' ')" "77 77"
}

test_a_root_that_cannot_be_unpacked_says_what_of_it() {
	gnu_tar() { printf 'tar: ./big: Cannot mknod: Invalid argument\ntar: Exiting with failure status due to previous errors\n' >&2 && return 2; }
	step() { :; }
	fetch() { :; }
	fails_with "the root could not be unpacked: tar: ./big: Cannot mknod: Invalid argument" install_root hash 1
}

test_the_files_of_the_node_lie_over_the_capsule_s() {
	gnu_tar() { /usr/bin/tar "$@"; }
	mkdir -p "$TARGET/usr/lib" "$TARGET/etc"
	ln -s usr/lib "$TARGET/lib"
	echo old >"$TARGET/etc/hostname" && echo kept >"$TARGET/etc/other"
	echo n0001 | write_file etc/hostname 0600 && echo x | write_file lib/x 0644
	install_node_files
	equal "$(cat "$TARGET/etc/hostname" "$TARGET/etc/other" "$TARGET/usr/lib/x" | paste -s -d ' ')" "n0001 kept x"
	equal "$(stat -c %a "$TARGET/etc/hostname")" 600
	[ -h "$TARGET/lib" ]
	contains "$(cat "$TARGET/etc/fstab")" "UUID=$ROOT_UUID / ext4"
}

# everything that finish_disks does, in its order
note_all() {
	umount() { echo "umount $1" >>log; }
	sync() { echo sync >>log; }
	mdadm() { echo "mdadm $*" >>log; }
	with_boot_partition() { echo "$1: $3" >>log; }
	write_mark() { echo "mark $1 $2" >>log; }
}

test_the_mark_and_the_boot_loader_come_last() {
	note_all
	finish_disks kernel initrd arguments
	equal "$(cat log)" "umount $TARGET
sda: put_system
sync
sda: put_loader
sync
mark sda complete"
}

test_both_disks_of_a_mirror_can_be_booted_from() {
	note_all
	DISKS='sda sdb' MIRRORED=yes
	mkdir -p "$SYSFS/block/md0"
	finish_disks kernel initrd arguments
	equal "$(grep -c put_loader log) $(grep -n 'put_loader' log | tail -n 1 | cut -d : -f 1) $(tail -n 3 log | paste -s -d ,)" \
		"2 7 mdadm --stop $DEVICES/md0,mark sda complete,mark sdb complete"
}

test_a_root_that_does_not_unmount_is_not_marked() {
	note_all
	umount() { return 1; }
	fails_with "could not be written" finish_disks kernel initrd arguments
	[ ! -e log ]
}

test_a_mirror_is_made_of_one_partition_of_each_disk() {
	DISKS='sda sdb' MIRRORED=yes
	for disk in $DISKS; do
		make_disk "$disk" perceus-bios-$ID
		echo "PARTNAME=perceus-root-$ID" >"$SYSFS/block/$disk/${disk}2/uevent"
	done
	modprobe() { :; }
	mdadm() { echo "$*" >log; }
	make_mirror root "$ROOT_ARRAY"
	contains "$(cat log)" "--create $DEVICES/md0 "
	contains "$(cat log)" "--uuid=$ROOT_ARRAY --raid-devices=2 $DEVICES/sda2 $DEVICES/sdb2"
	equal "$(device_for root) $(device_for swap)" "$DEVICES/md0 $DEVICES/md1"
}

test_the_starter_knows_its_root() {
	echo 'mount_root() { echo "$ROOT_TYPE $ROOT_UUID $DISK_ID $ROOT_ARRAY"; }' >"$SYSTEM/usr/share/perceus/disk-root.sh"
	install_starter() { echo "$1" >script; }
	append_folder() { echo "$*" >packed; }
	append_disk_starter file
	(. ./script && equal "$(mount_root)" "ext4 $ROOT_UUID $ID ")
	equal "$(cat packed)" "$RUN/starter file"
	MIRRORED=yes
	add_mdadm() { :; }
	append_disk_starter file
	(. ./script && equal "$(mount_root)" "ext4 $ROOT_UUID $ID $ROOT_ARRAY")
}
