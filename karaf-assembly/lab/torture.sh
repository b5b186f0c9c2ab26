# shellcheck shell=sh
# A root with all that file systems can hold, and what nodes make of it.

TREE_PORT=7777
# what a running system writes or covers
NODE_WRITES='\./(dev|proc|sys|run|tmp|var|boot|root|\.perceus|usr/lib/perceus)([/ ]|$)|\./(etc|lost\+found|init|dev|proc|sys|run)$'
NODE_WRITES="$NODE_WRITES|\./etc/(machine-id|hostname|hosts|resolv\.conf|fstab|mtab|adjtime|\.pwd\.lock|\.updated|ld\.so\.cache|perceus|systemd|udev)([/ ]|$)"
NODE_WRITES="$NODE_WRITES|\./usr$|\./usr/lib$|\./usr/lib/clock-epoch$"

# torture_capsule FOLDER: a Debian 12 in it with such files below /srv, and what lists them
torture_capsule() {
	mkdir "$1"
	tar -C "$1" --xattrs --xattrs-include='*' -xpf "$CAPSULE"
	cp "$ROOT/karaf-assembly/lab/tree-list" "$1/usr/bin/"
	cp /usr/bin/getfattr "$1/usr/bin/"
	cp -L /usr/lib/x86_64-linux-gnu/libattr.so.1 "$1/usr/lib/x86_64-linux-gnu/"
	(cd "$1/srv" && torture_links && torture_attributes && torture_names && torture_others)
}

torture_links() {
	# its name lies between those of a folder and of what is in it, by their bytes
	mkdir folder-more && echo x >folder-more/file
	echo one >one && ln one other && mkdir folder && ln one folder/third
	ln -s loop loop && ln -P loop loop2
	mkfifo fifo && mknod null c 1 3 && mknod big c 4095 1048575
	python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
	echo x >owned && chown 4000000000:4294967294 owned
	echo x >setuid && chmod 6755 setuid
	mkdir closed sticky && chmod 0 closed && chmod 1777 sticky
}

# other names of files that a node has of its own
torture_others() {
	for file in hostname hosts; do
		echo golden >"../etc/$file"
		ln "../etc/$file" "$file"
	done
	setfacl -m u:12345:r hosts
}

torture_attributes() {
	cp /bin/true capable && setcap cap_net_raw+ep capable && ln capable capable2
	echo a >aclfile && setfacl -m u:12345:rw aclfile
	mkdir acls && setfacl -m g:4:rX -d -m g:4:rX acls
	echo x >valued
	python3 -c 'import os; os.setxattr("valued", "user.test=eq%x", b"v\0\n\xffz")'
	echo x >trusted && setfattr -n trusted.test -v 0x00ff trusted
	echo x >labelled && setfattr -n security.selinux -v 'system_u:object_r:etc_t:s0\000' labelled
	head -c 1M /dev/zero >swap && chmod 600 swap && mkswap -q swap
	truncate -s 200M sparse && printf x | dd of=sparse bs=1 seek=104857600 conv=notrunc 2>/dev/null
}

torture_names() {
	python3 - <<-'END'
		import os
		for name in (b'new\nline', b'\xff\xfe latin', b'-rf', b'back\\slash', b'$(touch x)`id`', b'sp  ace '):
		    open(name, 'w').write('x')
		deep = '/'.join(['d' * 200] * 6)
		os.makedirs(deep)
		open(deep + '/f', 'w').write('deep')
		for name, time in (('old', 86400), ('older', -157680000), ('future', 2 ** 33)):
		    open(name, 'w').write('x')
		    os.utime(name, (time, time))
	END
}

# what bsdtar does not write: names that are no text, and attributes of the kernel's own kinds
torture_for_bsdtar() {
	(cd "$1/srv" && rm ./*latin && setfattr -x trusted.test trusted)
}

# kept METHOD: the list of the tree without what no node of that method can have. Programs make sockets anew, so an import
# leaves them out; labels alone are not carried to a RAM, where a system with SELinux sets those of its policy.
kept() {
	grep -av '^s .* \./srv/socket$' | case $1 in
	stateless-ram) grep -avE '^attribute (user\.test.* \./srv/valued|security\.selinux=[^ ]* \./srv/labelled)$' ;;
	nfs-root) grep -av '^attribute ' ;;
	stateful-disk) cat ;;
	esac
}

# tree_of VM FILE: what the node in it has, but for what it writes
tree_of() {
	in_lab timeout 600 socat -u "TCP-LISTEN:$TREE_PORT,bind=10.10.0.1,reuseaddr" "OPEN:$2.all,creat,trunc" &
	listener=$!
	console_run "$1" "tree-list / >/run/tree-list; /usr/lib/perceus/busybox nc 10.10.0.1 $TREE_PORT </run/tree-list" 600
	wait "$listener"
	tree_constant <"$2.all" >"$2"
}

# without what a running system changes, such as the number of names of files whose other name is the node's own
tree_constant() {
	grep -aEv "$NODE_WRITES" | sed 's|^\(f [0-9]* [0-9:]*\) [0-9]* \(.*\./srv/host.*\)$|\1 - \2|' | LC_ALL=C sort
}

# trees_differ EXPECTED FOUND prints what is lost or other on the node, and what is there below /srv only
trees_differ() { LC_ALL=C diff "$1" "$2" | grep -aE '^<|^> .*\./srv' | head -n 40; }
