# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# A network that reaches the card by a tag.

SYSTEM=$PWD/system CARD=eth0 PERCEUS_VLAN=12
mkdir -p "$SYSTEM/sys/class/net/eth0"
echo "$PERCEUS_MAC" >"$SYSTEM/sys/class/net/eth0/address"
: >"$SYSTEM/sys/class/net/eth0/device"
: >calls

ip() {
	echo "ip $*" >>calls
	case $* in
	*show*) ;;
	"link add"*) [ ! -e refuses ] && mkdir -p "$SYSTEM/sys/class/net/boot.12" ;;
	esac
}
modprobe() { echo "modprobe $*" >>calls; }

test_the_address_is_on_the_vlan() {
	take_vlan
	set_address
	equal "$CARD" boot.12
	equal "$(grep -v show calls)" 'modprobe 8021q
ip link add link eth0 name boot.12 type vlan id 12
ip link set dev boot.12 up
ip address add 10.0.0.9/24 broadcast + dev boot.12
ip route replace default via 10.0.0.254 dev boot.12'
}

test_a_vlan_that_is_there_is_taken() {
	mkdir "$SYSTEM/sys/class/net/boot.12"
	take_vlan
	equal "$(cat calls)" 'ip link set dev boot.12 up'
}

test_a_kernel_that_knows_no_vlans_is_told() {
	: >refuses
	fails_with 'the VLAN 12 cannot be made on eth0' take_vlan
}

test_without_a_tag_the_card_has_the_address() {
	PERCEUS_VLAN=''
	take_vlan
	leave_vlan
	equal "$CARD $(cat calls)" 'eth0 '
}

test_nothing_is_left_on_the_card_for_a_system_that_names_its_cards() {
	take_vlan
	leave_vlan
	equal "$CARD" eth0
	equal "$(tail -n 1 calls)" 'ip link delete dev boot.12'
}

test_the_server_is_told_and_the_second_system_knows() {
	contains "$(hardware_report)" 'vlan=12'
	install_agent "$PERCEUS_SERVER" abcdefghijklmnopqrst "$PERCEUS_MAC"
	contains "$(cat "$DESTDIR/etc/perceus/agent.conf")" 'vlan=12'
	contains "$(write_settings)" "PERCEUS_VLAN='12'"
}
