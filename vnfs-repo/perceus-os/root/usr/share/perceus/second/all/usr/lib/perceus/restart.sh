# shellcheck shell=sh disable=SC2154,SC2034
# How the node restarts when the server says so: in order, by its firmware, or by kexec into Perceus OS without it.

# shellcheck source=/dev/null
for part in archive.sh kept.sh kexec.sh; do . "$HERE/$part"; done

# FILE: what the server answered to a sign of life
follow_word() {
	word='' verb='' way=''
	read -r word verb way <"$1" || true
	case "$word $verb $way" in
	'#!perceus restart kexec' | '#!perceus restart firmware') restart_node "$way" ;;
	esac
}

# WAY
restart_node() {
	say "the server says: restart by $1"
	ask_restart "$1" || return 0
	mkdir -p "$RUN"
	# shellcheck disable=SC2015 # whatever fails leads by the firmware
	[ "$1" = kexec ] && may_kexec && load_perceus_os "$WORK/restart" && note_restart "by kexec" && enter_loaded ||
		restart_by_firmware "$1"
}

note_restart() { printf '%s\n' "$1" | printable >"$RUN/restart"; }

# WAY that was wanted
restart_by_firmware() {
	[ "$1" = firmware ] || note_restart "by its firmware and not by kexec: ${why:-its init did not take it}"
	if [ "$system" = systemd ]; then systemctl reboot; else reboot; fi || say "the system could not be restarted"
}

# WAY: the server notes that it is done now; its answer into $WORK/restart; false when it does not want it
ask_restart() {
	failures=0
	while :; do
		status=$(http_post "$server" "$token" /node/restart "$(printf 'how=%s\nmac=%s\nvlan=%s\n' "$1" "$PERCEUS_MAC" "$PERCEUS_VLAN")" "$WORK/restart")
		case $status in
		200) return 0 ;;
		4*) say "the server takes the restart back: $(printable <"$WORK/restart")" && return 1 ;;
		esac
		[ "$failures" -lt 5 ] || return 1
		nap_ms "$(back_off_ms "$failures")"
		failures=$((failures + 1))
	done
}

# why not into $why
may_kexec() {
	why=
	read -r word verb why <"$WORK/restart" || true
	case $verb in kexec | kexec-direct) ;; *) return 1 ;; esac
	why=
	if [ "$(tail -n 1 "$WORK/restart")" != '#!perceus end' ]; then
		why="the server's answer was cut off"
	elif [ "$system" != systemd ]; then
		why="its init, $system, has no way into another kernel"
	elif [ "$(cat "$SYSTEM/proc/sys/kernel/kexec_load_disabled" 2>/dev/null)" = 1 ]; then
		why="kexec is switched off in its kernel (kernel.kexec_load_disabled)"
	fi
	[ -z "$why" ]
}

# FILE: fetches what the server named in it and loads it
load_perceus_os() {
	perceus_os=$RUN/perceus-os
	mkdir -p "$perceus_os"
	mount -t tmpfs -o nosuid,nodev,mode=700,size=90% tmpfs "$perceus_os" || because "no memory could be had as a file system" || return
	loaded=0
	fetch_and_load "$1" || loaded=1
	umount "$perceus_os" || true
	return "$loaded"
}

fetch_and_load() {
	for name in tools kernel initramfs; do fetch_named "$1" "$name" || return; done
	(cd "$perceus_os" && zcat tools | cpio -i -d 2>/dev/null) || because "the program kexec could not be unpacked" || return
	put_root_before "$1" || return
	append_kept "$HERE/next" "$perceus_os/initramfs" || because "what is kept could not be packed" || return
	hand_on_key "$1" || because "the key of the node could not be packed" || return
	load_kernel "$perceus_os/kernel" "$perceus_os/initramfs" "$(sed -n 's/^arguments //p' "$1")"
}

# FILE: the node stays the one that the server knows; where Perceus OS is in a corner of the root, so is what it is handed
hand_on_key() (
	key=${CONFIG%/*}/node.key
	[ -f "$key" ] || return 0
	kept=kept
	! grep -q '^archive ' "$1" || kept=.perceus/os/kept
	(umask 077 && mkdir -p "$perceus_os/key/$kept" && cp "$key" "$perceus_os/key/$kept/") &&
		append_folder "$perceus_os/key" "$perceus_os/initramfs"
)

# FILE: for a direct start, what Perceus OS must know and the root, before it in its file
put_root_before() {
	path=$(sed -n 's/^archive //p' "$1")
	[ -n "$path" ] || return 0
	fetch_named "$1" root || return
	status=$(http_ask "$server" "$token" "$path" "$perceus_os/boot")
	[ "$status" = 200 ] || because "what Perceus OS must know of the boot could not be fetched, status $status" || return
	for next in root initramfs; do
		pad_archive "$perceus_os/boot"
		cat "$perceus_os/$next" >>"$perceus_os/boot" || because "there is no room for the root" || return
		rm "$perceus_os/$next"
	done
	mv "$perceus_os/boot" "$perceus_os/initramfs"
}

# FILE NAME: the artifact that FILE names so, by the claim of the boot where it is for its node alone
fetch_named() {
	claim=$(sed -n 's/^claim //p' "$1")
	hash=$(sed -n "s/^$2 \([0-9a-f]*\) [0-9]*$/\1/p" "$1")
	for failures in 0 1 2; do
		status=$(HTTP_SECONDS=600 http_ask "$server" "${claim:-$token}" "/artifact/$hash" "$perceus_os/$2")
		found=$(sha256sum "$perceus_os/$2")
		[ "${found%% *}" != "$hash" ] || return 0
		nap_ms "$(back_off_ms "$failures")"
	done
	because "the $2 of Perceus OS could not be fetched, status $status"
}

because() { why=$1 && return 1; }

# by its own libraries, whatever the system has; the loader is named, as the file system may not run programs
kexec() { "$perceus_os/lib/ld-linux-x86-64.so.2" --library-path "$perceus_os/lib" --argv0 kexec "$perceus_os/bin/kexec.program" "$@"; }

# what load_kernel says when it cannot
fail() { because "$*"; }

# services are stopped and file systems left before the kernel is entered
enter_loaded() { systemctl kexec; }
