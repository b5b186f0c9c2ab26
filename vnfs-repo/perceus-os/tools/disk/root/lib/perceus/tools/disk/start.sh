# shellcheck shell=sh disable=SC2154
# The initramfs that a system on disks begins with.

# FILE: puts behind the drivers in FILE a starter that finds the root in $TARGET
append_disk_starter() {
	install_starter "DISK_ID='$ID' ROOT_UUID='$ROOT_UUID' ROOT_TYPE='$FILE_SYSTEM' ROOT_ARRAY='$([ "$MIRRORED" = no ] || echo "$ROOT_ARRAY")' SWAP_ARRAY='$([ "$MIRRORED" = no ] || [ "$SWAP" -eq 0 ] || echo "$SWAP_ARRAY")'
$(cat "${SYSTEM:-}/usr/share/perceus/disk-root.sh")"
	[ "$MIRRORED" = no ] || add_mdadm "$RUN/starter/.perceus"
	# a root that is not found cannot say by which token to tell that
	[ ! -f "$DESTDIR/etc/perceus/agent.conf" ] || cp -p "$DESTDIR/etc/perceus/agent.conf" "$RUN/starter/.perceus/"
	append_folder "$RUN/starter" "$1"
}

add_mdadm() {
	cp "${SYSTEM:-}/sbin/mdadm" "$1/bin/mdadm.program"
	cp "${SYSTEM:-}"/usr/lib/x86_64-linux-gnu/libudev.so.1 "$1/lib/"
	printf '#!/.perceus/bin/busybox sh\nexec /.perceus/lib/ld-linux-x86-64.so.2 --library-path /.perceus/lib /.perceus/bin/mdadm.program "$@"\n' \
		>"$1/bin/mdadm"
	chmod 755 "$1/bin/mdadm"
}
