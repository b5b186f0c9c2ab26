# shellcheck shell=sh disable=SC2154,SC2034,SC2016

mac=52:54:00:12:34:56
other=52:54:00:00:00:01

# a second system in a folder of its own
start_system() {
	SYSTEM=$PWD/system
	export SYSTEM
	mkdir -p "$SYSTEM/run" "$SYSTEM/etc/perceus"
	has_card eth0 $mac 2
	has_card eth1 $other 3
}

# NAME MAC INDEX
has_card() {
	mkdir -p "$SYSTEM/sys/class/net/$1"
	echo "$2" >"$SYSTEM/sys/class/net/$1/address"
	echo "$3" >"$SYSTEM/sys/class/net/$1/ifindex"
	: >"$SYSTEM/sys/class/net/$1/device"
}

# LINES: the program, whose ip notes what it was told, and renames and makes what it can
make() {
	printf '%s\n' "$@" >"$SYSTEM/etc/perceus/interfaces"
	install_services
	install_address $mac 10.10.0.100/24 10.10.0.1
	cat >>"$DESTDIR/usr/lib/perceus/interfaces.sh" <<-'END_OF_FILE'
		ip() {
			case $* in *show*) return ;; esac
			echo "$*" >>"$SYSTEM/ip"
			[ ! -e "$SYSTEM/refuses" ] || ! grep -qxF "$*" "$SYSTEM/refuses" || return 1
			case $* in
			*" name "*" type "*) add "$6" ;;
			"link add "*) add "$3" ;;
			*" name "*) mv "$SYSTEM/sys/class/net/$4" "$SYSTEM/sys/class/net/$6" ;;
			esac
		}
		add() {
			mkdir -p "$SYSTEM/sys/class/net/$1/bonding" "$SYSTEM/sys/class/net/$1/bridge"
			echo "balance-rr 0" >"$SYSTEM/sys/class/net/$1/bonding/mode"
			echo 0 >"$SYSTEM/sys/class/net/$1/bonding/miimon"
			echo 1500 >"$SYSTEM/sys/class/net/$1/bridge/forward_delay"
			echo 0 >"$SYSTEM/sys/class/net/$1/bridge/stp_state"
		}
		udhcpc() { echo "$PERCEUS_DEFAULT_ROUTE $*" >"$SYSTEM/udhcpc"; }
		modprobe() { echo "$*" >>"$SYSTEM/modprobe"; }
		centiseconds() { grep -c '' "$SYSTEM/slept" | sed 's/$/00/'; }
		sleep() { echo >>"$SYSTEM/slept"; }
	END_OF_FILE
	: >"$SYSTEM/slept"
	PERCEUS_HOME=$DESTDIR/usr/lib/perceus PERCEUS_CONFIG=$DESTDIR/etc/perceus/address.conf PERCEUS_RUN=$SYSTEM/run \
		busybox sh "$DESTDIR/usr/lib/perceus/address"
}

told() { cat "$SYSTEM/ip"; }

troubles() { cat "$SYSTEM/run/troubles" 2>/dev/null || true; }

test_a_card_gets_its_name_address_and_routes() {
	start_system
	equal "$(make "card storage $other" "mtu storage 9000" "up storage" "address storage 10.20.0.5/24" \
		"route storage 10.30.0.0/16 10.20.0.1" "route storage 10.40.0.0/16")" "perceus-address: eth0 has 10.10.0.100/24"
	equal "$(told)" "link set dev lo up
link set dev eth0 up
address add 10.10.0.100/24 broadcast + dev eth0
route replace default via 10.10.0.1 dev eth0
link set dev eth1 down
link set dev eth1 name storage
link set dev storage mtu 9000
link set dev storage up
address add 10.20.0.5/24 broadcast + dev storage
route replace 10.30.0.0/16 via 10.20.0.1 dev storage
route replace 10.40.0.0/16 dev storage"
	equal "$(troubles)" ""
}

test_cards_that_change_their_names_do_not_meet() {
	start_system
	has_card eth2 52:54:00:00:00:02 4
	make "card eth1 52:54:00:00:00:02" "card eth2 $other" >/dev/null
	equal "$(cat "$SYSTEM/sys/class/net/eth1/address") $(cat "$SYSTEM/sys/class/net/eth2/address")" "52:54:00:00:00:02 $other"
	equal "$(troubles)" ""
}

test_the_name_of_the_boot_card_is_taken() {
	start_system
	make "card eth0 $other" >/dev/null
	equal "$(troubles)" "eth1 cannot be called eth0, which is the boot card: use another name"
	[ -e "$SYSTEM/sys/class/net/eth1" ]
}

test_a_bond_of_the_boot_card_has_its_address() {
	start_system
	equal "$(make "card eth1 $other" "bond bond0 active-backup $mac boot eth1" "up bond0" "holder bond0" "address bond0 10.11.0.1/24")" \
		"perceus-address: bond0 has 10.10.0.100/24"
	equal "$(told)" "link add bond0 type bond
link set dev bond0 address $mac
address flush dev eth0
link set dev eth0 down
link set dev eth0 master bond0
link set dev eth0 up
address flush dev eth1
link set dev eth1 down
link set dev eth1 master bond0
link set dev eth1 up
link set dev bond0 up
link set dev lo up
link set dev bond0 up
address add 10.10.0.100/24 broadcast + dev bond0
route replace default via 10.10.0.1 dev bond0
address add 10.11.0.1/24 broadcast + dev bond0"
	equal "$(cat "$SYSTEM/sys/class/net/bond0/bonding/mode" "$SYSTEM/sys/class/net/bond0/bonding/miimon")" "active-backup
100"
	equal "$(cat "$SYSTEM/modprobe")" "bonding max_bonds=0"
}

test_nobody_gives_the_address_to_a_card_that_is_in_a_bond() {
	start_system
	mkdir -p "$SYSTEM/etc/sysconfig/network"
	echo "interface eth9" >"$SYSTEM/etc/dhcpcd.conf"
	make "bond bond0 active-backup $mac boot" "holder bond0" >/dev/null
	[ ! -e "$SYSTEM/etc/sysconfig/network/ifcfg-eth0" ]
	contains "$(cat "$SYSTEM/etc/dhcpcd.conf")" "denyinterfaces eth0"
	contains "$(cat "$SYSTEM/etc/dhcpcd.conf")" "denyinterfaces bond0"
}

test_a_bond_that_cannot_be_made_leaves_the_address_to_the_card() {
	start_system
	echo "link add bond0 type bond" >"$SYSTEM/refuses"
	contains "$(make "bond bond0 active-backup $mac boot" "up bond0" "holder bond0")" "perceus-address: eth0 has 10.10.0.100/24"
	contains "$(troubles)" "bond0 cannot be made: the kernel $(uname -r) of the capsule may have no driver bonding"
}

test_vlans_and_bridges_stand_on_what_is_there() {
	start_system
	make "vlan boot.12 12 boot" "up boot.12" "bridge br0 - eth1" "up br0" >/dev/null
	contains "$(told)" "link add link eth0 name boot.12 type vlan id 12
link set dev boot.12 up
link add br0 type bridge
address flush dev eth1
link set dev eth1 up
link set dev eth1 master br0"
	equal "$(cat "$SYSTEM/sys/class/net/br0/bridge/forward_delay")" 0
	equal "$(cat "$SYSTEM/modprobe")" "8021q
bridge"
}

test_a_second_run_makes_nothing_again() {
	start_system
	make "bond bond0 active-backup - eth1" "vlan v 12 bond0" >/dev/null
	ln -s ../bond0 "$SYSTEM/sys/class/net/eth1/master"
	rm "$SYSTEM/ip"
	make "bond bond0 active-backup - eth1" "vlan v 12 bond0" >/dev/null
	refused grep -q "add bond0\|type vlan\|master" "$SYSTEM/ip"
	equal "$(troubles)" ""
}

test_a_card_that_is_not_there_is_told_and_the_rest_is_done() {
	start_system
	contains "$(make "card eth7 52:54:00:00:00:07" "up eth1")" "there is no network card eth7 (52:54:00:00:00:07), or no driver for it"
	equal "$(troubles)" "there is no network card eth7 (52:54:00:00:00:07), or no driver for it"
	contains "$(told)" "link set dev eth1 up"
}

test_a_lease_is_asked_for_beside_the_rest() {
	start_system
	make "card eth1 -" "up eth1" "lease eth1 default" >/dev/null
	until [ -s "$SYSTEM/udhcpc" ]; do sleep 0.05; done
	equal "$(cat "$SYSTEM/udhcpc")" "default -b -t 3 -T 2 -A 10 -i eth1 -s $DESTDIR/usr/lib/perceus/lease"
}

test_ifup_takes_all_of_them_for_configured() {
	start_system
	mkdir -p "$SYSTEM/etc/network"
	: >"$SYSTEM/etc/network/interfaces"
	make "card storage $other" "vlan v 12 storage" >/dev/null
	equal "$(cat "$SYSTEM/run/network/ifstate")" "eth0=perceus
storage=perceus
v=perceus"
}

test_a_card_of_a_manager_gets_its_name() {
	start_system
	echo "card storage $other" >"$SYSTEM/etc/perceus/interfaces"
	make "card storage $other" >/dev/null
	[ -e "$SYSTEM/sys/class/net/storage" ]
	install_address $mac
	contains "$(cat "$DESTDIR/etc/systemd/system/perceus-address.service.d/others.conf")" "[Unit]
ConditionPathExists=|/etc/network/interfaces"
	contains "$(cat "$DESTDIR/etc/systemd/system/perceus-address.service.d/others.conf")" "ConditionPathExists=|/etc/perceus/interfaces"
}

test_a_root_on_disk_forgets_those_of_former_boots() {
	ROOT=$PWD/root
	mkdir -p "$ROOT/etc/systemd/network" "$ROOT/etc/NetworkManager/system-connections" "$ROOT/etc/perceus"
	(
		cd "$ROOT/etc" || exit
		: >systemd/network/00-perceus.network
		: >systemd/network/00-perceus-bond0.netdev
		: >systemd/network/10-perceus.network
		: >NetworkManager/system-connections/perceus-bond0.nmconnection
		: >NetworkManager/system-connections/site.nmconnection
		: >perceus/interfaces
	)
	# shellcheck source=/dev/null
	. "$SHARE/starter/library/interfaces.sh"
	forget_interfaces
	equal "$(cd "$ROOT/etc" && find . -type f | LC_ALL=C sort | paste -s -d ' ')" \
		"./NetworkManager/system-connections/site.nmconnection ./systemd/network/00-perceus.network ./systemd/network/10-perceus.network"
}

# EVENT: what udhcpc calls, with an ip that notes
lease() {
	{
		sed -n 1p "$SHARE/second/all/usr/lib/perceus/lease"
		printf 'ip() { echo "$*" >>"%s/ip"; }\n' "$PWD"
		sed 1d "$SHARE/second/all/usr/lib/perceus/lease"
	} >lease
	env interface=eth1 ip=10.20.0.9 mask=16 router="10.20.0.1 10.20.0.2" PERCEUS_RUN="$PWD/run" "$@" busybox sh lease "$event"
}

test_a_lease_gives_an_address_and_a_route_where_that_is_wanted() {
	event=bound
	lease A=1
	refused grep -q route ip
	contains "$(cat ip)" "address add 10.20.0.9/16 broadcast + dev eth1"
	lease PERCEUS_DEFAULT_ROUTE=default
	equal "$(grep route ip)" "route replace default via 10.20.0.1 dev eth1"
}

test_a_server_that_says_nothing_is_told_once() {
	event=leasefail
	lease A=1 && lease A=1
	equal "$(cat run/troubles)" "no DHCP server has answered on eth1 yet"
}
