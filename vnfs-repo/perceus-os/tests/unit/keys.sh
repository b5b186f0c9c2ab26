# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# Keys for ssh, which the starter adds to what the root has, and the server that takes them.

PERCEUS=$PWD/perceus ROOT=$PWD/root SELINUX=
mkdir -p "$PERCEUS/node/usr/lib/perceus" "$ROOT/etc/perceus" "$ROOT/usr/lib/perceus" "$ROOT/usr/sbin" "$ROOT/root"
for part in owners tables program sshd keys; do
	# shellcheck source=/dev/null
	. "$SHARE/starter/library/$part.sh"
done
note_trouble() { echo "$*" >>troubles; }
printf 'root:x:0:0::/root:/bin/sh\nalice:x:1001:1002::/home/alice:/bin/sh\na.b:x:7:7::/home/a.b:/bin/sh\nnobody:x:9:9:::\n' >"$ROOT/etc/passwd"
: >"$ROOT/usr/sbin/sshd"
is_system() { echo "system=$1" >"$ROOT/etc/perceus/agent.conf"; }
is_system other

# LINE…: the node has keys, each ACCOUNT KEY
have_keys() {
	printf '%s\n' "$@" >"$PERCEUS/node/usr/lib/perceus/ssh-keys"
	cp "$PERCEUS/node/usr/lib/perceus/ssh-keys" "$ROOT/usr/lib/perceus/"
}
have_none() { rm -f "$PERCEUS/node/usr/lib/perceus/ssh-keys"; }

keys_of() { cat "$ROOT$1/.ssh/authorized_keys"; }

test_keys_are_added_to_those_of_the_capsule() {
	mkdir "$ROOT/root/.ssh"
	printf 'ssh-rsa own' >"$ROOT/root/.ssh/authorized_keys"
	have_keys "root ssh-ed25519 AAAA me@here" "root ssh-rsa BBBB"
	give_keys
	give_keys
	equal "$(keys_of /root)" "ssh-rsa own
ssh-ed25519 AAAA me@here [perceus]
ssh-rsa BBBB [perceus]"
	[ ! -e troubles ]
}

test_folders_and_files_belong_to_the_account() {
	have_keys "alice ssh-rsa AAAA"
	give_keys
	equal "$(cd "$ROOT/home" && stat -c %u:%g:%a alice alice/.ssh alice/.ssh/authorized_keys | paste -s -d ' ')" \
		"1001:1002:700 1001:1002:700 1001:1002:600"
	[ ! -e "$ROOT/root/.ssh" ]
}

test_names_are_no_patterns() {
	have_keys "axb ssh-rsa AAAA" "a.b ssh-rsa BBBB"
	give_keys
	equal "$(keys_of /home/a.b)" "ssh-rsa BBBB [perceus]"
}

test_keys_that_are_given_no_more_are_gone_from_a_disk() {
	have_keys "root ssh-rsa AAAA" "alice ssh-rsa AAAA"
	give_keys
	echo 'ssh-rsa mine' >>"$ROOT/home/alice/.ssh/authorized_keys"
	have_keys "root ssh-rsa BBBB"
	give_keys
	equal "$(keys_of /root) $(keys_of /home/alice)" "ssh-rsa BBBB [perceus] ssh-rsa mine"
	have_none
	give_keys
	equal "$(keys_of /root)" ""
	[ ! -e "$ROOT/usr/lib/perceus/ssh-keys" ]
}

test_a_disk_that_starts_alone_keeps_its_keys() {
	have_keys "root ssh-rsa AAAA"
	give_keys
	rm -r "$PERCEUS/node"
	give_keys
	equal "$(keys_of /root)" "ssh-rsa AAAA [perceus]"
}

test_what_an_owner_put_there_leads_nowhere() {
	mkdir -p "$ROOT/home/alice/.ssh"
	echo secret >"$ROOT/etc/shadow"
	for link in symbolic hard; do
		rm -f "$ROOT/home/alice/.ssh/authorized_keys"
		if [ $link = hard ]; then
			ln "$ROOT/etc/shadow" "$ROOT/home/alice/.ssh/authorized_keys"
		else
			ln -s "$ROOT/etc/shadow" "$ROOT/home/alice/.ssh/authorized_keys"
		fi
		have_keys "alice ssh-rsa AAAA" "root ssh-rsa AAAA"
		give_keys
		contains "$(cat troubles)" "alice cannot log in by its keys: /home/alice/.ssh/authorized_keys is a link, or no file"
		equal "$(cat "$ROOT/etc/shadow") $(keys_of /root)" "secret ssh-rsa AAAA [perceus]"
	done
	rm -r "$ROOT/home/alice/.ssh" troubles
	ln -s ../../etc "$ROOT/home/alice/.ssh"
	give_keys
	contains "$(cat troubles)" "/home/alice/.ssh is a link"
	[ ! -e "$ROOT/etc/authorized_keys" ]
	rm "$ROOT/home/alice/.ssh" troubles
	mkdir -p "$ROOT/home/alice/.ssh"
	ln -s "$ROOT/etc/shadow" "$ROOT/home/alice/.ssh/authorized_keys.new"
	give_keys
	equal "$(cat "$ROOT/etc/shadow") $(keys_of /home/alice)" "secret ssh-rsa AAAA [perceus]"
}

test_an_account_that_is_not_there_is_told() {
	have_keys "bob ssh-rsa AAAA" "nobody ssh-rsa AAAA" "root ssh-rsa AAAA"
	give_keys
	equal "$(cat troubles)" "bob cannot log in by its keys: the capsule has no such account, or one without a home
nobody cannot log in by its keys: the capsule has no such account, or one without a home"
	equal "$(keys_of /root)" "ssh-rsa AAAA [perceus]"
}

test_what_was_made_gets_its_label() {
	SELINUX=enforcing
	have_keys "alice ssh-rsa AAAA"
	give_keys
	equal "$(paste -s -d ' ' "$RUN/written")" "/home/alice /home/alice/.ssh /home/alice/.ssh/authorized_keys"
}

test_a_node_without_keys_is_left_alone() {
	give_keys
	[ ! -e "$ROOT/root/.ssh" ] && [ ! -e "$ROOT/var" ] && [ ! -e troubles ]
}

test_a_capsule_without_a_server_is_told() {
	rm "$ROOT/usr/sbin/sshd"
	have_keys "root ssh-rsa AAAA"
	give_keys
	contains "$(cat troubles)" "has neither sshd nor dropbear"
}

# FAMILY SERVICE-FILE LINK TARGET
starts() {
	is_system "$1"
	mkdir -p "$ROOT/$(dirname "$2")"
	: >"$ROOT/$2" && chmod 755 "$ROOT/$2"
	enable_sshd
	equal "$(readlink "$ROOT/etc/$3")" "$4"
	rm "$ROOT/etc/$3"
}

test_a_server_that_nobody_starts_is_started() {
	starts systemd usr/lib/systemd/system/sshd.service systemd/system/multi-user.target.wants/sshd.service /usr/lib/systemd/system/sshd.service
	starts openrc etc/init.d/sshd runlevels/default/sshd /etc/init.d/sshd
	starts sysvinit etc/init.d/ssh rc2.d/S90ssh ../init.d/ssh
	starts runit etc/sv/sshd/run runit/runsvdir/default/sshd /etc/sv/sshd
}

test_a_server_that_is_chosen_already_is_left_alone() {
	is_system systemd
	mkdir -p "$ROOT/usr/lib/systemd/system" "$ROOT/etc/systemd/system/sockets.target.wants"
	: >"$ROOT/usr/lib/systemd/system/ssh.service"
	ln -s /usr/lib/systemd/system/ssh.socket "$ROOT/etc/systemd/system/sockets.target.wants/ssh.socket"
	enable_sshd
	[ ! -e "$ROOT/etc/systemd/system/multi-user.target.wants" ]
	rm "$ROOT/etc/systemd/system/sockets.target.wants/ssh.socket"
	ln -s /dev/null "$ROOT/etc/systemd/system/ssh.service"
	enable_sshd
	[ ! -e "$ROOT/etc/systemd/system/multi-user.target.wants" ]
}
