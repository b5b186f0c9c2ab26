# shellcheck shell=sh disable=SC2154
# Services of ours in the second system, for whatever starts the services there. Its root cannot be looked at, so each has
# its place in every distribution of that family.

# NAME: the program /usr/lib/perceus/NAME becomes the service perceus-NAME. The file "when" of the service says which kind it
# is: "early" runs once, when the network cards have their names and nobody configures them yet; "late" runs for ever, when all
# else is started.
install_service() {
	service=$SHARE/services/$1
	[ -r "$service/when" ] || fail "install_service: there is no service '$1'"
	read -r when <"$service/when"
	install_busybox
	case $INIT_SYSTEM in
	systemd | openrc | sysvinit | runit) "install_${INIT_SYSTEM}_service" "$1" ;;
	*) note_service "$1" ;;
	esac
}

# whoever starts the second system starts these beside its init: no folder of it is watched that we know, or only a compiled
# database is, as s6-rc has
note_service() { echo "$when" | write_file "usr/lib/perceus/beside/$1" 0644; }

install_systemd_service() {
	unit=perceus-$1.service
	write_file "etc/systemd/system/$unit" 0644 <"$service/systemd"
	case $when in
	early) wants=sysinit.target.wants ;;
	*) wants=multi-user.target.wants ;;
	esac
	link_file "../$unit" "etc/systemd/system/$wants/$unit"
}

install_openrc_service() {
	write_file "etc/init.d/perceus-$1" 0755 <"$service/openrc"
	case $when in
	early) runlevel=boot ;;
	*) runlevel=default ;;
	esac
	link_file "/etc/init.d/perceus-$1" "etc/runlevels/$runlevel/perceus-$1"
}

# the numbers are of a rcS.d that insserv numbers: udev is 02 and whoever configures cards comes after the local disks
install_sysvinit_service() {
	write_file "etc/init.d/perceus-$1" 0755 <"$service/sysvinit"
	# startpar starts nothing that is not in the files of insserv, which only insserv in the second system can make anew
	write_file etc/init.d/.legacy-bootordering 0644 </dev/null
	case $when in
	early) link_script "$1" S03 S ;;
	*) link_script "$1" S99 2 3 4 5 && link_script "$1" K01 0 1 6 ;;
	esac
}

# NAME ORDER RUNLEVELS...
link_script() {
	script=perceus-$1 order=$2
	shift 2
	for runlevel in "$@"; do link_file "../init.d/$script" "etc/rc$runlevel.d/$order$script"; done
}

# Void reads the files of its first stage, Debian starts the scripts of rcS.d there
install_runit_service() {
	case $when in
	early)
		write_file "etc/runit/core-services/06-perceus-$1.sh" 0644 <"$service/runit"
		install_sysvinit_service "$1"
		;;
	*)
		write_file "etc/sv/perceus-$1/run" 0755 <"$service/runit"
		# supervise is written to, and /etc may be read-only
		link_file "/run/runit/supervise.perceus-$1" "etc/sv/perceus-$1/supervise"
		link_file "/etc/sv/perceus-$1" "etc/runit/runsvdir/default/perceus-$1"
		;;
	esac
}
