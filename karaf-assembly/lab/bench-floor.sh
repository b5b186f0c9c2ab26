# shellcheck shell=sh disable=SC2153,SC2317
# The floor of a network boot: the files that a node got from Perceus, handed out by dnsmasq and a plain HTTP server.

FLOOR_PORT=8080

# makes kernel, root and iPXE script of the floor from what the container would give to a machine
floor_make() {
	FLOOR=$LAB_DIR/floor
	mkdir -p "$FLOOR/www" "$FLOOR/tftp" "$FLOOR/perceus-os"
	floor_unpack
	cp "$PERCEUS_OS/undionly.kpxe" "$PERCEUS_OS/snponly.efi" "$FLOOR/tftp/"
	bench_container
	floor_mac=$(random_mac)
	claim=$(floor_claim)
	[ -n "$claim" ] || stop "no claim of a machine was seen in the container's answers"
	printf 'mac=%s\narch=x86_64\nfirmware=bios\ncpus=1\nmemory-kib=1000000\n' "$floor_mac" >"$FLOOR/report"
	# the claim is taken from the address of its node alone
	address=$(floor_address)
	[ -n "$address" ] || stop "the machine whose claim was seen has become no node"
	in_lab ip addr add "$address/32" dev provision
	in_lab curl -sS --fail --interface "$address" -o "$FLOOR/script" -H "Authorization: Bearer $claim" \
		--data-binary "@$FLOOR/report" http://10.10.0.1:9870/node/script
	floor_render || true
	in_lab ip addr delete "$address/32" dev provision
	[ -s "$FLOOR/arguments" ] || stop "the node's script could not be followed here: $(cat "$FLOOR/failure")"
	container_stop
	cat >"$FLOOR/www/boot.ipxe" <<-END_OF_FILE
		#!ipxe
		kernel http://10.10.0.1:$FLOOR_PORT/kernel initrd=root $(cat "$FLOOR/arguments")
		initrd --name root http://10.10.0.1:$FLOOR_PORT/root
		boot
	END_OF_FILE
	write_sink
}

# what nodes take along from Perceus OS lies in its initramfs behind the drivers, which are not compressed
floor_unpack() {
	(cd "$FLOOR/perceus-os" && { cpio --quiet -t >/dev/null && zstd -dc | cpio --quiet -id; } <"$PERCEUS_OS/initramfs")
}

# a machine is switched on until its iPXE was given the script of its boot, and the container has made it a node
floor_claim() {
	process_start capture tcpdump -l -n -A -s 0 -i provision 'tcp src port 9870'
	sleep 1
	vm_start vm1 "$floor_mac" --memory 256
	tries=600
	until [ "$tries" -eq 0 ] || { [ -n "$(floor_told)" ] && [ -n "$(floor_address)" ]; }; do
		tries=$((tries - 1))
		sleep 0.2
	done
	vm_stop vm1
	process_end capture
	floor_told
}

floor_told() { sed -n 's/.* perceus\.claim=\([A-Za-z0-9_-]*\).*/\1/p' "$LAB_DIR/logs/capture.log" | head -n 1; }

# what the registry gave to the machine; it has no nodes before
floor_address() { perceus node list --json 2>/dev/null | jq -r --arg mac "$floor_mac" '.[] | select(.mac == $mac) | .address // empty'; }

# runs the node's script with the words of Perceus OS, up to the point where it would enter the system
floor_render() (
	[ "$(head -n 1 "$FLOOR/script")" = '#!perceus run' ] || stop "the container gave no script: $(head -n 1 "$FLOOR/script")"
	export PERCEUS_SERVER=http://10.10.0.1:9870 PERCEUS_MAC="$floor_mac" PERCEUS_VLAN='' PERCEUS_IP="$address/24" PERCEUS_GATEWAY=''
	export WORK="$FLOOR/www" DESTDIR="$FLOOR/destdir"
	export RUN="$FLOOR" BUSYBOX=/bin/busybox SHARE="$FLOOR/perceus-os/usr/share/perceus"
	export LIBRARY="$FLOOR/perceus-os/lib/perceus"
	mkdir -p "$DESTDIR"
	# shellcheck disable=SC2013 # names, one word each
	for part in $(sed -n 's:^\. /lib/perceus/::p' "$FLOOR/perceus-os/init"); do
		# shellcheck source=/dev/null
		. "$LIBRARY/$part"
	done
	step() { :; }
	find_address() { :; }
	fetch() { in_lab curl -sS --fail -H "Authorization: Bearer $claim" --interface "$address" -o "$3" "$PERCEUS_SERVER/artifact/$1"; }
	enter_kexec() {
		[ "$1 $2" = "$WORK/kernel $WORK/root" ] || fail "the script enters other files than the floor knows"
		echo "$(start_argument)$3" >"$FLOOR/arguments"
		exit 0
	}
	# shellcheck source=/dev/null
	. "$FLOOR/script"
)

# what stands where the container would be: it takes every event and notes when the first "ready" came
write_sink() {
	cat >"$FLOOR/sink" <<-'END_OF_FILE'
		#!/bin/sh
		length=0
		while IFS= read -r line; do
			line=$(printf '%s' "$line" | tr -d '\r')
			case $line in
			'') break ;;
			[Cc]ontent-[Ll]ength:*) length=${line#*: } ;;
			esac
		done
		if head -c "$length" | grep -q event=ready; then date +%s%3N >>"$1"; fi
		printf 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'
	END_OF_FILE
	chmod +x "$FLOOR/sink"
}

floor_start() {
	rm -f "$FLOOR/ready"
	process_start sink socat TCP-LISTEN:9870,bind=10.10.0.1,reuseaddr,fork "EXEC:$FLOOR/sink $FLOOR/ready"
	process_start httpd busybox httpd -f -p "10.10.0.1:$FLOOR_PORT" -h "$FLOOR/www"
	set --
	if [ -n "$floor_router" ]; then
		in_lab ip -6 addr replace fd00:10::1/64 dev provision nodad
		set -- --enable-ra --dhcp-range=fd00:10::,ra-only
	fi
	process_start dnsmasq dnsmasq "$@" --keep-in-foreground --conf-file=/dev/null --port=0 --interface=provision --bind-interfaces \
		--dhcp-range=10.10.0.100,10.10.0.199 --dhcp-leasefile="$FLOOR/leases" --log-facility=- \
		--enable-tftp --tftp-root="$FLOOR/tftp" --dhcp-match=set:ipxe,175 --dhcp-match=set:efi,option:client-arch,7 \
		--dhcp-boot=tag:!ipxe,tag:!efi,undionly.kpxe --dhcp-boot=tag:!ipxe,tag:efi,snponly.efi \
		--dhcp-boot="tag:ipxe,http://10.10.0.1:$FLOOR_PORT/boot.ipxe"
	sleep 1
}

# the container, which is up in between, must not be helped by it
floor_stop() {
	in_lab ip -6 addr delete fd00:10::1/64 dev provision 2>/dev/null || true
	for name in dnsmasq httpd sink; do process_end "$name"; done
}
