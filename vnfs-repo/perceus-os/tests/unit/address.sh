# shellcheck shell=sh disable=SC2154,SC2034,SC2317

mac=52:54:00:12:34:56

# a second system in a folder of its own, whose ip notes what it was told
start_system() {
	SYSTEM=$PWD/system
	export SYSTEM
	mkdir -p "$SYSTEM/run" "$SYSTEM/etc"
	has_card eth0 $mac device
}

# NAME MAC [device]
has_card() {
	mkdir -p "$SYSTEM/sys/class/net/$1"
	echo "$2" >"$SYSTEM/sys/class/net/$1/address"
	echo 7 >"$SYSTEM/sys/class/net/$1/ifindex"
	[ -z "${3:-}" ] || : >"$SYSTEM/sys/class/net/$1/device"
}

# the program, with the words of busybox that would change this machine replaced; notes go to ip
run_address() {
	install_services
	install_address "$@"
	{
		printf 'ip() { echo "ip $*" >>"%s/ip"; case $* in *show*) cat "%s/has" 2>/dev/null || true ;; *route*) [ ! -e "%s/refuses-routes" ] ;; esac; }\n' "$PWD" "$PWD" "$PWD"
		printf "centiseconds() { grep -c '' '%s/slept' | sed 's/\$/00/'; }\n" "$PWD"
		printf 'sleep() { echo >>"%s/slept"; }\nmount() { cp -R "%s/unmounted/." "%s/sys"; }\n' "$PWD" "$PWD" "$SYSTEM"
		printf 'load_network_drivers() { mv "%s/unloaded"/* "%s/sys/class/net/" 2>/dev/null || :; }\n' "$PWD" "$SYSTEM"
	} >>"$DESTDIR/usr/lib/perceus/managers.sh"
	: >slept
	PERCEUS_HOME=$DESTDIR/usr/lib/perceus PERCEUS_CONFIG=$DESTDIR/etc/perceus/address.conf \
		busybox sh "$DESTDIR/usr/lib/perceus/address"
}

test_the_service_is_told_which_card_and_what() {
	install_address $mac 10.10.0.100/24 10.10.0.1
	equal "$(cat "$DESTDIR/etc/perceus/address.conf")" "mac=$mac
address=10.10.0.100/24
gateway=10.10.0.1"
	equal "$(stat -c %a "$DESTDIR/etc/perceus/address.conf")" 644
}

test_a_service_that_was_told_nothing_does_nothing() {
	start_system
	run_address $mac 10.10.0.100/24 >/dev/null
	rm "$DESTDIR/etc/perceus/address.conf" ip
	equal "$(PERCEUS_HOME=$DESTDIR/usr/lib/perceus PERCEUS_CONFIG=$DESTDIR/etc/perceus/address.conf \
		busybox sh "$DESTDIR/usr/lib/perceus/address")" ""
	[ ! -e ip ]
}

test_the_address_takes_no_nonsense() {
	fails_with "no MAC" install_address 52:54 10.10.0.100/24
	fails_with "is not like" install_address $mac 10.10.0.100
	fails_with "is not like" install_address $mac 10.10.0.100/33
	fails_with "no address of a gateway" install_address $mac 10.10.0.100/24 'x;ls'
}

test_the_card_gets_address_and_route() {
	start_system
	equal "$(run_address $mac 10.10.0.100/24 10.10.0.1)" "perceus-address: eth0 has 10.10.0.100/24"
	equal "$(grep -v show ip)" "ip link set dev lo up
ip link set dev eth0 up
ip address add 10.10.0.100/24 broadcast + dev eth0
ip route replace default via 10.10.0.1 dev eth0"
}

test_a_gateway_that_cannot_be_set_is_said() {
	start_system
	: >refuses-routes
	equal "$(run_address $mac 10.10.0.100/24 10.99.0.1)" \
		"perceus-address: the gateway 10.99.0.1 is not in the network of 10.10.0.100/24
perceus-address: eth0 has 10.10.0.100/24"
}

test_an_address_that_is_there_is_left_alone() {
	start_system
	echo "2: eth0    inet 10.10.0.100/24 brd 10.10.0.255 scope global eth0" >has
	run_address $mac 10.10.0.100/24
	refused grep -q "address add" ip
}

test_only_the_card_itself_gets_the_address() {
	start_system
	rm -r "$SYSTEM/sys/class/net/eth0"
	has_card bond0 $mac
	has_card a.100 $mac
	has_card eno1 00:00:00:00:00:09 device
	has_card eno2 00:00:00:00:00:09 device
	mkdir "$SYSTEM/sys/class/net/eno2/bonding_slave"
	echo $mac >"$SYSTEM/sys/class/net/eno2/bonding_slave/perm_hwaddr"
	contains "$(run_address $mac 10.10.0.100/24)" "eno2 has"
	equal "$(grep -c "dev [ab]" ip)" 0
}

test_a_missing_card_is_named() {
	start_system
	contains "$(run_address 52:54:00:00:00:99 10.10.0.100/24 || echo "code $?")" "no network card with the MAC 52:54:00:00:00:99, or no driver for it
code 1"
}

test_a_system_without_udev_gets_the_driver_of_the_card() {
	start_system
	mkdir unloaded
	mv "$SYSTEM/sys/class/net/eth0" unloaded/
	equal "$(run_address $mac 10.10.0.100/24)" "perceus-address: eth0 has 10.10.0.100/24"
}

test_a_system_without_sysfs_gets_it() {
	start_system
	mv "$SYSTEM/sys" unmounted
	mkdir "$SYSTEM/sys"
	equal "$(run_address $mac 10.10.0.100/24)" "perceus-address: eth0 has 10.10.0.100/24"
}

test_a_card_is_waited_for_until_udev_has_named_it() {
	start_system
	mkdir -p "$SYSTEM/run/udev/data"
	: >"$SYSTEM/run/udev/control"
	contains "$(run_address $mac 10.10.0.100/24)" "udev has not named eth0"
	: >"$SYSTEM/run/udev/data/n7"
	equal "$(run_address $mac 10.10.0.100/24)" "perceus-address: eth0 has 10.10.0.100/24"
}

test_ifup_takes_the_card_for_configured() {
	start_system
	mkdir -p "$SYSTEM/etc/network" "$SYSTEM/run/network"
	: >"$SYSTEM/etc/network/interfaces"
	echo lo=lo >"$SYSTEM/run/network/ifstate"
	run_address $mac 10.10.0.100/24 && run_address $mac 10.10.0.100/24
	equal "$(cat "$SYSTEM/run/network/ifstate")" "lo=lo
eth0=perceus"
	equal "$(cat "$SYSTEM/run/network/ifstate.eth0")" perceus
	equal "$(cat "$SYSTEM/run/ifstate")" eth0=eth0
	refused grep -q "dev lo" ip
}

test_other_managers_leave_the_card_alone() {
	start_system
	mkdir -p "$SYSTEM/etc/connman" "$SYSTEM/etc/sysconfig/network"
	printf 'interface eth1\nstatic x\n' >"$SYSTEM/etc/dhcpcd.conf"
	printf '[General]\nNetworkInterfaceBlacklist = vmnet\n' >"$SYSTEM/etc/connman/main.conf"
	run_address $mac 10.10.0.100/24 10.10.0.1 && run_address $mac 10.10.0.100/24 10.10.0.1
	equal "$(cat "$SYSTEM/etc/dhcpcd.conf")" "denyinterfaces eth0
interface eth1
static x"
	equal "$(cat "$SYSTEM/etc/connman/main.conf")" "[General]
NetworkInterfaceBlacklist = vmnet,eth0"
	contains "$(cat "$SYSTEM/etc/sysconfig/network/ifcfg-eth0")" "BOOTPROTO=static"
	contains "$(cat "$SYSTEM/etc/sysconfig/network/ifcfg-eth0")" "IPADDR=10.10.0.100
PREFIX=24"
}

test_without_an_address_others_are_kept_off_and_nothing_else() {
	start_system
	equal "$(run_address $mac)" ""
	[ ! -e ip ]
	mkdir "$SYSTEM/etc/network"
	: >"$SYSTEM/etc/network/interfaces"
	equal "$(run_address $mac)" ""
	equal "$(cat "$SYSTEM/run/network/ifstate")" eth0=perceus
	[ ! -e ip ]
}

test_a_card_of_a_manager_waits_for_others_only_when_there_are_any() {
	install_address 52:54:00:12:34:56
	contains "$(cat "$DESTDIR/etc/systemd/system/perceus-address.service.d/others.conf")" "ConditionPathExists=|/etc/dhcpcd.conf"
}

test_an_address_of_its_own_is_set_whoever_is_there() {
	install_address 52:54:00:12:34:56 10.0.0.9/24
	[ ! -e "$DESTDIR/etc/systemd/system/perceus-address.service.d" ]
}
