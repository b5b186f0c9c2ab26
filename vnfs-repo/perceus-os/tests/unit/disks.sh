# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

SYSFS=$PWD/sys DEVICES=$PWD/dev
mkdir -p "$SYSFS/block" "$DEVICES"

# NAME MIB: a disk of zeros
make_disk() {
	mkdir -p "$SYSFS/block/$1/device"
	truncate -s "${2}M" "$DEVICES/$1"
	echo $(($2 * 2048)) >"$SYSFS/block/$1/size"
}

# PARTITION DISK NAME
make_partition() {
	mkdir -p "$SYSFS/block/$2/$1"
	echo 1 >"$SYSFS/block/$2/$1/partition"
	printf 'DEVTYPE=partition\nPARTNAME=%s\n' "$3" >"$SYSFS/block/$2/$1/uevent"
	truncate -s 4M "$DEVICES/$1"
}

# DISK STATE [ID]
make_installed() {
	for role in bios boot root; do make_partition "$1$role" "$1" "perceus-$role-${3:-0123456789ab}"; done
	write_mark "$1" "$2" "${3:-0123456789ab}" debian-12@1
}

write_data() { echo data | dd of="$DEVICES/$1" bs=1 seek="$2" conv=notrunc 2>/dev/null; }
all_drivers() { : >"$RUN/drivers-loaded"; }

test_fixed_disks_that_can_be_written_to_are_seen() {
	for name in sda loop0 sr0 md0 nvme0n1 sdb sdc sdd; do make_disk $name 4; done
	echo 1 >"$SYSFS/block/sdb/ro"
	echo 1 >"$SYSFS/block/sdc/removable"
	echo 0 >"$SYSFS/block/sdd/size"
	equal "$(disks | paste -s -d ' ')" "nvme0n1 sda"
}

test_a_disk_is_empty_only_without_anything() {
	make_disk sda 8
	is_empty sda
	for place in 0 510 65536 8388600; do
		write_data sda $place
		refused is_empty sda
		rm "$DEVICES/sda" && truncate -s 8M "$DEVICES/sda"
	done
	make_partition sda1 sda ''
	refused is_empty sda
}

test_a_disk_that_cannot_be_read_is_not_empty() {
	make_disk sda 8
	dd() { return 1; }
	refused is_empty sda
	dd() { case $* in *skip=0*) busybox dd "$@" ;; *) return 1 ;; esac; }
	refused is_empty sda
}

test_a_complete_installation_has_a_mark_and_its_partitions() {
	make_disk sda 8
	make_installed sda complete
	is_complete sda && is_ours sda
	equal "$(mark_value sda capsule) $(mark_value sda id)" "debian-12@1 0123456789ab"
}

test_a_mark_alone_is_nothing() {
	make_disk sda 8
	write_mark sda complete 0123456789ab debian-12@1
	refused is_complete sda
	refused is_ours sda
	make_partition sda1 sda "Linux filesystem"
	refused is_ours sda
	write_mark sda installing 0123456789ab debian-12@1
	refused is_ours sda
}

test_partitions_without_a_mark_are_nothing() {
	make_disk sda 8
	make_installed sda complete
	dd if=/dev/zero of="$DEVICES/sda" bs=4096 seek=128 count=1 conv=notrunc 2>/dev/null
	refused is_ours sda
}

test_partitions_of_another_installation_are_nothing() {
	make_disk sda 8
	make_installed sda complete
	write_mark sda complete ba9876543210 debian-12@1
	refused is_ours sda
}

test_an_installation_that_was_cut_off_is_ours_and_not_complete() {
	make_disk sda 8
	write_mark sda installing 0123456789ab debian-12@1
	is_ours sda
	make_installed sda installing
	is_ours sda
	refused is_complete sda
}

test_a_mark_of_nonsense_is_none() {
	make_disk sda 8
	make_installed sda complete
	printf 'perceus-disk 1\nstate=complete\nid=$(reboot)\ncapsule=a b;c\nend\n' |
		dd of="$DEVICES/sda" bs=4096 seek=128 conv=sync,notrunc 2>/dev/null
	equal "$(mark_value sda id)$(mark_value sda capsule)" ""
	refused is_ours sda
	printf 'perceus-disk 2\nstate=complete\nid=0123456789ab\nend\n' |
		dd of="$DEVICES/sda" bs=4096 seek=128 conv=sync,notrunc 2>/dev/null
	equal "$(mark_value sda state)" ""
}

test_the_mark_touches_nothing_beside_it() {
	make_disk sda 8
	write_data sda $((524288 - 5)) && write_data sda $((524288 + 4096))
	write_mark sda complete 0123456789ab debian-12@1
	equal "$(dd if="$DEVICES/sda" bs=1 skip=524283 count=5 2>/dev/null) $(dd if="$DEVICES/sda" bs=1 skip=528384 count=5 2>/dev/null)" "data data"
	equal "$(stat -c %s "$DEVICES/sda")" 8388608
}

test_a_disk_is_described_for_a_person() {
	make_disk sda 100
	echo 'FAST DISK' >"$SYSFS/block/sda/device/model"
	printf '\000\200\000\044 S3Z 01 ' >"$SYSFS/block/sda/device/vpd_pg80"
	equal "$(describe_disk sda)" "sda (104 MB, FAST DISK, serial S3Z 01, empty)"
	equal "$(meant_by serial:S3Z_01)" sda
	make_disk sdb 8
	make_installed sdb complete
	equal "$(describe_disk sdb)" "sdb (8 MB, debian-12@1 by Perceus)"
	make_disk sdc 8
	make_installed sdc installing
	contains "$(describe_disk sdc)" "an installation that was cut off"
	make_disk sdd 8
	make_partition sdd1 sdd ''
	busybox mkswap "$DEVICES/sdd1" >/dev/null 2>&1 || true
	contains "$(describe_disk sdd)" "has "
}

test_disks_are_meant_by_many_words() {
	make_disk sda 8 && make_disk sdb 16 && make_disk nvme0n1 32
	echo S1 >"$SYSFS/block/sda/serial"
	echo naa.5000c500a1b2c3d4 >"$SYSFS/block/sdb/wwid"
	echo eui.0025385b71b00001 >"$SYSFS/block/nvme0n1/wwid"
	mkdir -p devices/pci0000:00/0000:00:1f.2/ata1/ata_port/ata1
	echo 1 >devices/pci0000:00/0000:00:1f.2/ata1/ata_port/ata1/port_no
	rmdir "$SYSFS/block/sdb/device" && ln -s "$PWD/devices/pci0000:00/0000:00:1f.2/ata1" "$SYSFS/block/sdb/device"
	for pair in sda=sda /dev/sda=sda serial:S1=sda smallest=sda largest=nvme0n1 wwn:0x5000c500a1b2c3d4=sdb \
		/dev/disk/by-id/wwn-0x5000c500a1b2c3d4=sdb /dev/disk/by-id/nvme-eui.0025385b71b00001=nvme0n1 \
		/dev/disk/by-id/ata-FAST_DISK_S1=sda pci:0000:00:1f.2=sdb /dev/disk/by-path/pci-0000:00:1f.2-ata-1=sdb; do
		equal "${pair%=*} $(meant_by "${pair%=*}")" "${pair%=*} ${pair##*=}"
	done
	for word in sd /dev/sdc serial:S serial: wwn: pci: pci:0000:00:1f.3 /dev/disk/by-id/ata-FAST_DISK /dev/disk/by-path/x s.a; do
		equal "$word $(meant_by "$word")" "$word "
	done
}

# NAME DEVICE: connects a disk
connect() {
	mkdir -p "devices/$2"
	rm -rf "$SYSFS/block/$1/device" && ln -s "$PWD/devices/$2" "$SYSFS/block/$1/device"
}

test_a_path_means_a_place_behind_the_controller() {
	make_disk sda 8 && make_disk sdb 8 && make_disk nvme0n1 8
	connect sda 0000:00:1f.2/ata4/host3/target3:0:0/3:0:0:0
	mkdir -p devices/0000:00:1f.2/ata4/ata_port/ata4 && echo 2 >devices/0000:00:1f.2/ata4/ata_port/ata4/port_no
	connect sdb 0000:00:05.0/host7/target7:2:1/7:2:1:0
	connect nvme0n1 0000:01:00.0/nvme/nvme0
	echo 1 >"$SYSFS/block/nvme0n1/nsid"
	for pair in pci-0000:00:1f.2-ata-2=sda pci-0000:00:1f.2-ata-2.0=sda pci-0000:00:1f.2-ata-1= pci-0000:00:1f.2-ata-4= \
		pci-0000:00:05.0-scsi-0:2:1:0=sdb pci-0000:00:05.0-scsi-0:2:0:0= pci-0000:00:05.0-sas-phy1-lun-0= \
		pci-0000:01:00.0-nvme-1=nvme0n1 pci-0000:01:00.0-nvme-2= pci-0000:01:00.0=nvme0n1 pci-0000:00:1f.2-ata-2-part1=; do
		equal "${pair%=*} $(meant_by "/dev/disk/by-path/${pair%=*}")" "${pair%=*} ${pair##*=}"
	done
	mkdir devices/0000:00:05.0/host8
	equal "$(meant_by /dev/disk/by-path/pci-0000:00:05.0-scsi-0:2:1:0)" ""
}

test_the_only_disk_is_taken_when_it_is_free() {
	all_drivers
	make_disk sda 8
	choose_disks '' 1
	equal "$DISKS" sda
	make_installed sda installing
	choose_disks '' 1
	equal "$DISKS" sda
}

test_a_disk_with_something_on_it_is_not_taken_unless_it_is_named() {
	all_drivers
	make_disk sda 8
	write_data sda 1024
	fails_with "nothing was changed; this machine has sda (8 MB, has data)" choose_disks '' 1
	choose_disks sda 1
	equal "$DISKS" sda
}

test_a_choice_that_is_not_clear_is_refused_with_a_list() {
	all_drivers
	fails_with "this machine has no disk" choose_disks '' 1
	make_disk sda 8 && make_disk sdb 8
	fails_with "has to name the disk to install to, nothing was changed; this machine has sda (8 MB, empty), sdb (8 MB, empty)" choose_disks '' 1
	fails_with "more than one disk is smallest" choose_disks smallest 1
	fails_with "no disk is sdc" choose_disks sdc 1
	fails_with "named already" choose_disks 'sda /dev/sda' 2
	contains "$(cat "$CONSOLE")" "disk sdb (8 MB, empty)"
}

test_a_mirror_takes_two() {
	all_drivers
	make_disk sda 8
	fails_with "2 of them" choose_disks '' 2
	make_disk sdb 8
	choose_disks '' 2
	equal "$DISKS" "sda sdb"
	choose_disks 'sdb sda' 2
	equal "$DISKS" "sdb sda"
}

test_a_disk_that_is_too_small_is_not_begun() {
	make_disk sda 100
	DISKS=sda
	need_room 100000000 x@1
	fails_with "the disk sda has 104 MB where x@1 needs 500 MB" need_room 500000000 x@1
}

test_an_installation_is_found_among_other_disks() {
	make_disk sda 8 && make_disk sdb 8
	write_data sda 1024
	make_installed sdb complete
	find_installed ''
	equal "$INSTALLED" sdb
	find_installed sdb
	equal "$INSTALLED" sdb
}

test_nothing_is_installed_beside_an_installation_that_has_another_name_today() {
	all_drivers
	make_disk sda 8 && make_disk sdb 8
	write_data sda 1024
	make_installed sdb complete
	fails_with "the disk sdb has an installation but the setting 'disk' does not name it" find_installed sda
	make_installed sdb installing
	find_installed sda
	equal "$INSTALLED" ""
}

test_an_installation_whose_partition_table_is_damaged_is_not_overwritten() {
	all_drivers
	make_disk sda 8 && make_disk sdb 8
	write_mark sda complete 0123456789ab debian-12@1
	fails_with "the partitions of the installation on sda are not as they were made" find_installed sda
	find_installed sdb
	equal "$INSTALLED" ""
}

test_a_partition_that_the_system_made_does_not_cost_the_installation() {
	make_disk sda 8
	make_installed sda complete
	make_partition sda9 sda data
	find_installed sda
	equal "$INSTALLED" sda
	all_drivers
	fails_with "debian-12@1 by Perceus" choose_disks '' 1
}

test_both_halves_of_a_mirror_are_one_installation() {
	make_disk sda 8 && make_disk sdb 8
	make_installed sda complete && make_installed sdb complete
	find_installed ''
	equal "$INSTALLED" sda
	write_mark sda installing 0123456789ab debian-12@1
	find_installed 'sda sdb'
	equal "$INSTALLED" sdb
}

test_what_was_installed_for_another_node_comes_second() {
	make_disk sda 8
	(PERCEUS_MAC=52:54:00:ab:cd:ef && make_installed sda complete ba9876543210)
	drivers_are_loaded() { [ -e "$DEVICES/sdb" ] || { make_disk sdb 8 && make_installed sdb complete && return 1; }; }
	find_installed ''
	equal "$INSTALLED" sdb
	rm -r "$SYSFS/block/sdb"
	find_installed ''
	equal "$INSTALLED" sda
	make_disk sdc 8
	(PERCEUS_MAC=52:54:00:ab:cd:ee && make_installed sdc complete cba987654321)
	fails_with "more than one installation" find_installed ''
}

test_two_installations_are_refused() {
	make_disk sda 8 && make_disk sdb 8
	make_installed sda complete && make_installed sdb complete ba9876543210
	fails_with "more than one installation" find_installed ''
	find_installed sdb
	equal "$INSTALLED" sdb
}

test_the_time_line_says_when_another_capsule_was_wanted() {
	mkfifo "$RUN/events" && exec 9<>"$RUN/events"
	make_disk sda 8
	make_installed sda complete
	mount() { eval "folder=\$$#" && mkdir -p "$folder/perceus" && echo k >"$folder/perceus/kernel" && echo i >"$folder/perceus/initrd"; }
	umount() { :; }
	modprobe() { :; }
	INSTALLED=sda
	take_installed debian-12@1
	equal "$(cat "$RUN/step")" "start debian-12@1 from the disk sda"
	equal "$(cat "$WORK/kernel" "$WORK/initrd" | paste -s -d ' ')" "k i"
	take_installed debian-12@2
	equal "$(cat "$RUN/step")" "start debian-12@1 from the disk sda (not debian-12@2: that would take reinstall=yes)"
	PERCEUS_MAC=52:54:00:ab:cd:ef
	take_installed debian-12@1
	equal "$(cat "$RUN/step")" "start debian-12@1 from the disk sda, which was installed for another node"
}
