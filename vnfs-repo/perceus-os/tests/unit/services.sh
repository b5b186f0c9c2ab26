# shellcheck shell=sh disable=SC2154,SC2034,SC2317

mode_of() { stat -c %a "$DESTDIR/$1"; }

# PATH: where a link leads in the node's files
behind() { (cd "$DESTDIR/${1%/*}" && realpath "$(readlink "${1##*/}" | sed "s:^/:$DESTDIR/:")"); }

test_systemd_starts_the_agent_last_and_the_address_first() {
	install_services
	system=etc/systemd/system
	cmp "$DESTDIR/$system/multi-user.target.wants/perceus-agent.service" "$SHARE/second/systemd/$system/perceus-agent.service"
	cmp "$DESTDIR/$system/sysinit.target.wants/perceus-address.service" "$SHARE/second/systemd/$system/perceus-address.service"
	[ ! -e "$DESTDIR/etc/init.d" ] && [ -x "$DESTDIR/usr/lib/perceus/busybox" ]
}

test_openrc_starts_the_agent_last_and_the_address_first() {
	capsule_is /sbin/init openrc
	install_services
	equal "$(mode_of etc/init.d/perceus-agent) $(mode_of etc/init.d/perceus-address)" "755 755"
	equal "$(readlink "$DESTDIR/etc/runlevels/default/perceus-agent")" /etc/init.d/perceus-agent
	equal "$(readlink "$DESTDIR/etc/runlevels/boot/perceus-address")" /etc/init.d/perceus-address
	[ ! -e "$DESTDIR/etc/systemd" ]
}

test_sysvinit_starts_the_agent_last_and_the_address_first() {
	capsule_is /sbin/init sysvinit
	install_services
	for runlevel in 2 3 4 5; do equal "$(behind etc/rc$runlevel.d/S99perceus-agent)" "$DESTDIR/etc/init.d/perceus-agent"; done
	for runlevel in 0 1 6; do equal "$(behind etc/rc$runlevel.d/K01perceus-agent)" "$DESTDIR/etc/init.d/perceus-agent"; done
	equal "$(behind etc/rcS.d/S03perceus-address)" "$DESTDIR/etc/init.d/perceus-address"
	equal "$(mode_of etc/init.d/perceus-agent) $(mode_of etc/init.d/perceus-address)" "755 755"
	[ -e "$DESTDIR/etc/init.d/.legacy-bootordering" ]
}

test_runit_supervises_the_agent_and_sets_the_address_in_its_first_stage() {
	capsule_is /sbin/runit-init runit
	install_services
	equal "$(behind etc/runit/runsvdir/default/perceus-agent)" "$DESTDIR/etc/sv/perceus-agent"
	equal "$(mode_of etc/sv/perceus-agent/run)" 755
	cmp "$DESTDIR/etc/runit/core-services/06-perceus-address.sh" "$SHARE/second/runit/etc/runit/core-services/06-perceus-address.sh"
	[ -e "$DESTDIR/etc/rcS.d/S03perceus-address" ]
}

test_what_no_init_starts_is_left_to_whoever_starts_the_init() {
	for family in s6 busybox other; do
		capsule_is /sbin/init $family
		install_services
		equal "$(cat "$DESTDIR/usr/lib/perceus/beside/agent") $(cat "$DESTDIR/usr/lib/perceus/beside/address")" "late early"
		equal "$(ls "$DESTDIR")" usr
	done
}

test_each_init_starts_each_service() {
	for family in systemd openrc sysvinit runit other; do
		capsule_is /sbin/init $family
		rm -rf "$DESTDIR" && mkdir "$DESTDIR"
		install_services
		for service in agent address host-keys; do
			find "$DESTDIR" -type l -name "*perceus-$service*" -o -path "*/beside/$service" | grep -q . || contains "$family" "$service"
		done
	done
}

# the script of an init.d that runs in this folder
script_here() {
	sed "s:/usr/lib/perceus/agent:$PWD/agent:; s:/usr/lib/perceus/busybox:$BUSYBOX:; s:/dev/console:$PWD/console:; s:/run/:$PWD/:" \
		"$SHARE/second/sysvinit/etc/init.d/perceus-agent" >script
	chmod 755 script
}

test_the_script_of_sysvinit_starts_one_agent_and_ends_it() {
	script_here
	printf 'echo "started with $*"\nexec sleep 60\n' >agent
	busybox sh ./script start && busybox sh ./script start
	until [ -s console ]; do sleep 0.05; done
	busybox sh ./script status
	equal "$(cat console)" "started with "
	busybox sh ./script stop
	until ! busybox sh ./script status 2>/dev/null; do sleep 0.05; done
	refused busybox sh ./script nonsense
}
