# shellcheck shell=sh
# The trees that the container serves over NFS, and what nodes make of them.

# the names of all trees, one a line
trees() { ls "$INSTANCE/data/vnfs/trees"; }

trees_watch() { : >"$LAB_DIR/trees-watched"; }

# tree_changes TREE counts what was changed in it since trees_watch
tree_changes() {
	find "$INSTANCE/data/vnfs/trees/$1" \( -newer "$LAB_DIR/trees-watched" -o -cnewer "$LAB_DIR/trees-watched" \) | wc -l
}

# tree_mount VM prints where the node has its tree, and whether it may write there
tree_mount() { console_run "$1" 'findmnt -n -o TARGET,FSTYPE,OPTIONS -t nfs4 | sed "s/,.*//" | tr -s " "'; }

# tree_refuses VM: the server's answer to a node that tries to write all the same
# shellcheck disable=SC2016
tree_refuses() { console_run "$1" '! touch "$(findmnt -n -o TARGET -t nfs4)/of-mine" 2>/dev/null'; }

# tree_reads VM [SECONDS]: from the server, not from what the node's kernel still has of it
tree_reads() { console_run "$1" 'echo 3 >/proc/sys/vm/drop_caches; sha256sum /usr/lib/udev/hwdb.bin >/dev/null' "${2:-60}"; }

# tree_archive FILE makes an archive of debian-12@2, which has a file more than debian-12@1: /usr/share/version
tree_archive() {
	cp "$CAPSULE" "$1"
	echo 2 >"$LAB_DIR/version"
	tar --append -f "$1" -C "$LAB_DIR" --transform 's|^|./usr/share/|' version
}

# tree_is_first VM: the node has what it started with, and not debian-12@2
tree_is_first() { console_run "$1" 'test ! -e /usr/share/version'; }

# trees_add METHOD imports debian-12@2
trees_add() {
	tree_archive "$LAB_DIR/new.tar"
	capsule_import "$1" debian-12@2 "$LAB_DIR/new.tar"
	rm "$LAB_DIR/new.tar"
}
