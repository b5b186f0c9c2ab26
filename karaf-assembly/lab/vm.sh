# shellcheck shell=sh
# Virtual machines of the lab. The serial console of each is kept in consoles/NAME.log and has a socket for typing.

# vm_start NAME MAC [--firmware bios|uefi|uefi32] [--memory MIB] [--cpus N] [--switch NAME] [--disk NAME:SIZE]… [--no-reboot]
#     [--card MODEL] [--also SWITCH=MAC]… [--late MILLISECONDS] [--screen] [--clock TIME] [--own-order] [--vlan NUMBER] [--kernel FOLDER]: has more cards on other switches;
#     its UEFI firmware tries its entries in an order of its own, or boots by a VLAN; starts FOLDER/kernel with FOLDER/initramfs and FOLDER/arguments, and does not ask the network
# the variables of who calls it are left alone
vm_start() (
	vm=$1 mac=$2 firmware=bios memory=1024 cpus=1 switch=provision disks='' once='' kernel='' network=0 card=virtio-net-pci more='' clock='' late='' screen='' order=yes vlan=''
	shift 2
	while [ $# -gt 0 ]; do
		case $1 in
		--firmware) firmware=$2 && shift ;;
		--memory) memory=$2 && shift ;;
		--cpus) cpus=$2 && shift ;;
		--switch) switch=$2 && shift ;;
		--disk) disks="$disks $2" && shift ;;
		--card) card=$2 && shift ;;
		--screen) screen='-device VGA' ;;
		--also) more="$more $2" && shift ;;
		--clock) clock=$2 && shift ;;
		--late) late=$2 && shift ;;
		--no-reboot) once=-no-reboot ;;
		--vlan) vlan=$2 && shift ;;
		--own-order) order='' ;;
		--kernel) kernel=$2 network=99 && shift ;;
		*) stop "vm_start: unknown argument $1" ;;
		esac
		shift
	done
	# the kernel takes 15 bytes
	tap=$(printf '%.15s' "tap-$vm")
	tap_up "$tap" "$switch"
	# what a machine said before it was switched off is not what it says now
	rm -f "$LAB_DIR/consoles/$vm.log" "$LAB_RUN/$vm.console" "$LAB_RUN/$vm.monitor"
	set -- -name "$vm" -machine q35,graphics=off -smp "$cpus" -m "$memory" -nodefaults -display none -boot n \
		-chardev "socket,id=console,path=$LAB_RUN/$vm.console,server=on,wait=off,logfile=$LAB_DIR/consoles/$vm.log" \
		-qmp "unix:$LAB_RUN/$vm.monitor,server=on,wait=off" -serial chardev:console -device virtio-rng-pci -netdev "tap,id=net,ifname=$tap,script=no,downscript=no"
	[ -z "$once" ] || set -- "$@" "$once"
	# shellcheck disable=SC2086
	[ -z "$screen" ] || set -- "$@" $screen
	# what comes and goes by the boot card is let through once in that time
	[ -z "$late" ] || set -- "$@" -object "filter-buffer,id=late,netdev=net,queue=all,interval=${late}000"
	[ -z "$clock" ] || set -- "$@" -rtc "base=$clock"
	[ -z "$kernel" ] ||
		set -- "$@" -kernel "$kernel/kernel" -initrd "$kernel/initramfs" -append "$(cat "$kernel/arguments")"
	case $(accelerator) in
	kvm) set -- "$@" -accel kvm -cpu host ;;
	# what copies memory byte by byte when it may is eight times slower where code lay, as after a kexec
	*) set -- "$@" -accel tcg,thread=multi -cpu max,-erms,-fsrm ;;
	esac
	case $firmware in
	bios) set -- "$@" -device "$card,netdev=net,mac=$mac,bootindex=$network" ;;
	uefi | uefi32)
		code=OVMF_CODE_4M.fd variables=OVMF_VARS_4M.fd
		if [ "$firmware" = uefi32 ]; then
			# Debian has it with Secure Boot alone, which keeps its variables by the processor's management mode
			code=OVMF32_CODE_4M.secboot.fd variables=OVMF32_VARS_4M.fd
			set -- "$@" -machine smm=on -global driver=cfi.pflash01,property=secure,value=on -global ICH9-LPC.disable_s3=1
		fi
		[ -z "$order" ] || order=,bootindex=$network
		# without a ROM on the card its firmware's own PXE has to find the way to our iPXE
		cp "$OVMF/$variables" "$LAB_DIR/$vm.vars"
		[ -z "$vlan" ] || "$LAB_SCRIPTS/firmware-vlan" "$LAB_DIR/$vm.vars" "$mac" "$vlan"
		set -- "$@" -device "$card,netdev=net,mac=$mac,romfile=$order" \
			-drive "if=pflash,format=raw,unit=0,readonly=on,file=$OVMF/$code" \
			-drive "if=pflash,format=raw,unit=1,file=$LAB_DIR/$vm.vars"
		;;
	*) stop "the firmware of a virtual machine is bios, uefi or uefi32, not $firmware" ;;
	esac
	slot=0
	for disk in $disks; do
		slot=$((slot + 1))
		vm_disk "$disk"
		set -- "$@" -drive "if=none,id=disk$slot,format=raw,discard=unmap,file=$LAB_DIR/${disk%:*}.disk" \
			-device "virtio-blk-pci,drive=disk$slot,serial=${disk%:*},bootindex=$slot"
	done
	slot=0
	for wire in $more; do
		slot=$((slot + 1))
		tap=$(printf '%.15s' "tap$slot-$vm")
		tap_up "$tap" "${wire%%=*}"
		set -- "$@" -netdev "tap,id=net$slot,ifname=$tap,script=no,downscript=no" \
			-device "$card,netdev=net$slot,mac=${wire#*=},romfile="
	done
	process_start "$vm" qemu-system-x86_64 "$@"
)

# vm_disk NAME:SIZE makes an empty disk, which takes no room until it is written to, unless there is one of that name
vm_disk() { [ -f "$LAB_DIR/${1%:*}.disk" ] || truncate -s "${1#*:}" "$LAB_DIR/${1%:*}.disk"; }

OVMF=/usr/share/OVMF

vm_stop() { process_end "$1" TERM 5; }

# vm_cable NAME true|false [CARD]: whether the cable of its first card is in, or of another one, net1 and on
vm_cable() {
	printf '%s\n' '{"execute":"qmp_capabilities"}' "{\"execute\":\"set_link\",\"arguments\":{\"name\":\"${3:-net}\",\"up\":$2}}" |
		socat -t 2 - "UNIX-CONNECT:$LAB_RUN/$1.monitor" >"$LAB_DIR/logs/$1-monitor.log"
	! grep -q '"error"' "$LAB_DIR/logs/$1-monitor.log" || stop "the cable of $1: $(tail -n 1 "$LAB_DIR/logs/$1-monitor.log")"
}

# as a power cut does
vm_cut() { process_end "$1" KILL; }
