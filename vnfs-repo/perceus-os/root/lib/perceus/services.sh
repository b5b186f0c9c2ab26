# shellcheck shell=sh disable=SC2154
# Programs of ours in the second system, and what makes its init start them. All are laid out in Perceus OS as they will lie
# there: second/all is for each system, the other folders are for families of inits. The second root cannot be looked at, so
# each file has its place in every distribution of that family. "address" and "host-keys" run once, when the network cards have
# their names and nobody configures them yet, "agent" runs for ever, when all else is started.

install_services() { take_along second; }

# FOLDER: what systems take along from there, all of them and those of this family
take_along() {
	case $INIT_SYSTEM in
	systemd | openrc) trees="all $INIT_SYSTEM" ;;
	# in the order of a rcS.d that insserv numbers; startpar starts nothing that is not in the files of insserv without
	# .legacy-bootordering, and only insserv in the second system can make these anew
	sysvinit | runit) trees="all first-stage $INIT_SYSTEM" ;;
	# whoever starts the second system starts these beside its init: no folder of it is watched that we know, or only a
	# compiled database is, as s6-rc has
	*) trees="all beside" ;;
	esac
	from=$SHARE/$1
	set --
	for tree in $trees; do [ ! -d "$from/$tree" ] || set -- "$@" "$from/$tree/."; done
	[ $# -gt 0 ] || return 0
	cp -af -- "$@" "$DESTDIR/" || fail "the services of Perceus cannot be written"
}
