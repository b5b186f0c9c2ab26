# shellcheck shell=sh disable=SC2154,SC2016
# ./perceus demo --site: three machines of one site, each by another method, with all that a site gives its nodes.

SITE_NODES='login compute1 compute2'

site_demo() {
	build_distribution
	build_perceus_os
	build_root debian-ssh
	site_lab
	site_configure
	container_start
	running_set "$LAB_RUN/perceus.sock"
	capsule_import stateless-ram debian-ssh@1 "$CAPSULE"
	site_settings
	site_boot
	site_prove
	say "three machines have what their site gives them, $(($(now) - powered)) s after power-on"
	[ -z "$keep" ] || demo_look_around
}

# a switch for nodes, one for storage, a file server, and somebody's key
site_lab() {
	lab_up
	switch_up provision 10.10.0.1/24
	switch_up storage 10.20.0.1/24
	homes_serve home 10.10.0.2
	ssh-keygen -q -t ed25519 -N '' -C 'the administrator' -f "$LAB_DIR/key"
	install -d -m 700 -o 1001 -g 1001 "$LAB_DIR/home/alice" "$LAB_DIR/home/alice/.ssh"
	install -m 600 -o 1001 -g 1001 "$LAB_DIR/key.pub" "$LAB_DIR/home/alice/.ssh/authorized_keys"
	echo "kept on the file server" >"$LAB_DIR/home/alice/letter"
}

site_configure() {
	{ lab_settings && echo "setting.capsule = debian-ssh"; } | container_configure
	mkdir -p "$INSTANCE/site"
	cp -R "$LAB_SCRIPTS/site/." "$INSTANCE/site/"
}

site_settings() {
	for node in $SITE_NODES; do
		random_mac >"$LAB_DIR/$node.mac"
		perceus node add --name "$node" --group cluster "$(site_mac "$node")"
	done
	site_set() { perceus group set "$1" cluster; }
	site_set hosts=all
	site_set "ssh-keys=$(cat "$LAB_DIR/key.pub")"
	site_set 'accounts=alice:1001:1001:/home/alice:/bin/bash'
	site_set 'accounts-groups=hpc:2000:alice'
	site_set 'mounts=10.10.0.2:/home /home nfs vers=4.1,addr=10.10.0.2'
	site_set 'sysctl=vm.swappiness=7; net.core.somaxconn=4096'
	site_set time-zone=Europe/Berlin
	site_set "x-note=it's \"hers\"; \$(reboot)"
	first=$(random_mac) second=$(random_mac) third=$(random_mac)
	bond="first mac=$first; second mac=$second; bond0 bond=first,second"
	perceus node set "interfaces=$bond; bond0.12 vlan=12 on=bond0 address=10.12.0.0/16+host mtu=1400" login
	perceus node set "interfaces=store mac=$third; store.12 vlan=12 on=store address=10.12.0.0/16+host mtu=1400" compute1
	for node in $SITE_NODES; do perceus node set "method=$(site_method "$node")" "$node"; done
	perceus node file check
}

site_method() {
	case $1 in
	login) echo stateless-ram ;;
	compute1) echo nfs-root ;;
	compute2) echo stateful-disk ;;
	esac
}

site_mac() { cat "$LAB_DIR/$1.mac"; }

site_boot() {
	powered=$(now)
	follow_new_boots 3 1800
	vm_start login "$(site_mac login)" --memory 1536 --also "storage=$first" --also "storage=$second"
	vm_start compute1 "$(site_mac compute1)" --also "storage=$third"
	vm_start compute2 "$(site_mac compute2)" --disk compute2:4G
	follow_end || trouble "not every node became ready"
}

# site_is NODE WHAT EXPECTED COMMAND: asked on its own console
site_is() { prove_is "$1" "$1" "$2" "$3" "$4" || trouble "$1 has not what its site gives it"; }

site_prove() {
	for node in $SITE_NODES; do site_prove_node "$node"; done
	site_prove_network
	site_prove_log_in
	site_prove_states
}

site_prove_node() {
	console_wait "$1" "$PROMPT" 90 || trouble "$1 shows no prompt on its console"
	address=$(node_field "$1" address)
	site_is "$1" "its root" "$(root_type "$(site_method "$1")")" "$ROOT_TYPE | sed 's/^rootfs\$/ram/; s/^tmpfs\$/ram/'"
	site_is "$1" "a file of the site, by a template" "This is $1 of cluster, $address/24, with debian-ssh from 10.10.0.1." 'head -n 1 /etc/motd'
	site_is "$1" "words of an administrator in it" "Its site has compute1, compute2, login; the note on this one is 'it'\\''s \"hers\"; \$(reboot)'." 'tail -n 1 /etc/motd'
	site_is "$1" "what is run after a change" 2 'cat /etc/motd.lines'
	site_is "$1" "scripts of three states" \
		"init in Perceus OS; start by process systemd; ready, by nobody on the server for $1" "paste -s -d ';' /etc/site-proof | sed 's/;/; /g'"
	site_is "$1" "parameters of its kernel" "7 4096" 'echo $(cat /proc/sys/vm/swappiness /proc/sys/net/core/somaxconn)'
	site_is "$1" "its time zone" Europe/Berlin 'readlink /etc/localtime | sed s,.*zoneinfo/,,'
	site_is "$1" "the home of an account, over NFS" "kept on the file server" 'cat /home/alice/letter'
	site_is "$1" "an account and its groups" "uid=1001(alice) gid=1001(alice) groups=1001(alice),2000(hpc)" 'id alice'
	site_is "$1" "another node in its hosts" "$(node_field compute2 address)" 'sed -n "s/ .*compute2$//p" /etc/hosts'
	site_is "$1" "the server's name, by DNS" 10.10.0.1 'getent ahostsv4 perceus | sed -n "s/ .*//p;q"'
	site_is "$1" "services that failed" "" 'systemctl --failed --plain --no-legend --no-pager'
}

# NODE: its address on the VLAN, which follows that of its boot card
site_vlan() { echo "10.12.0.$(node_field "$1" address | sed 's/.*\.//')"; }

site_prove_network() {
	site_is login "a bond of two cards" "first second" 'echo $(ls -d /sys/class/net/bond0/lower_* | sed s/.*lower_//)'
	site_is login "the VLAN on it" "$(site_vlan login)/16" "ip -4 -o addr show dev bond0.12 | tr -s ' ' | cut -d ' ' -f 4"
	site_is login "another machine is reached on that VLAN" 0 "ping -c 2 -W 5 $(site_vlan compute1) >/dev/null; echo \$?"
	site_is compute1 "a name on the VLAN, by DNS" "$(site_vlan login)" 'getent ahostsv4 login-bond0-12 | sed -n "s/ .*//p;q"'
}

site_prove_log_in() {
	for node in $SITE_NODES; do
		equal "root logs in to $node by a key" "$(log_in root "$node" hostname)" "$node"
		equal "alice logs in to $node by the key in her home" "$(log_in alice "$node" 'id -un; cat letter' | paste -s -d ' ')" "alice kept on the file server"
	done
}

site_prove_states() {
	equal "compute1 enters a state of the site" "$(log_in root compute1 '/usr/lib/perceus/state x-drain >/dev/null && tail -n 1 /etc/site-proof')" "x-drain, a state of the site's own"
	perceus boot show compute1
	console_run compute1 '{ (sleep 1; reboot) >/dev/null 2>&1 & }' >/dev/null
	console_wait compute1 'the shutdown script of compute1 has run' 180 || trouble "compute1 does not run its script before it ends"
	say "compute1: the script of the shutdown has run"
	deadline=$(($(now) + 60))
	until perceus boot list --json compute1 | jq -r '.[].state' | grep -q off; do
		[ "$(now)" -lt "$deadline" ] || trouble "compute1 did not say that it restarts"
		sleep 1
	done
	perceus node list
}
