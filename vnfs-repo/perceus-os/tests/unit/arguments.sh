# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

good='console=ttyS0 perceus.server=http://10.10.0.1:9870 perceus.claim=abcdefghijklmnopqrst perceus.mac=52:54:00:12:34:56'

read_line() {
	printf '%s\n' "$1" >cmdline
	read_arguments cmdline
}

test_good_arguments_are_read() {
	read_line "$good perceus.ip=10.10.0.100/24 perceus.gateway=10.10.0.1 perceus.debug=1 quiet"
	equal "$PERCEUS_SERVER $PERCEUS_IP $PERCEUS_GATEWAY $PERCEUS_DEBUG" "http://10.10.0.1:9870 10.10.0.100/24 10.10.0.1 1"
}

test_optional_arguments_may_be_absent() {
	read_line "$good"
	equal "$PERCEUS_IP$PERCEUS_GATEWAY$PERCEUS_DEBUG" ""
}

test_a_vlan_is_a_number_or_in_the_name_of_what_ipxe_boots_by() {
	for pair in =: net0=: 12=12 net0-12=12 net1-4094=4094; do
		read_line "$good perceus.vlan=${pair%=*}"
		equal "$PERCEUS_VLAN" "$(echo "${pair##*=}" | tr -d :)"
	done
	for vlan in 0 4095 net0-0 net0-12a 'net0-;ls' 012; do fails_with perceus.vlan read_line "$good perceus.vlan=$vlan"; done
}

test_a_rescue_is_asked_for() {
	read_line "$good perceus.rescue=1"
	equal "$PERCEUS_RESCUE" 1
}

test_the_last_of_two_counts() {
	read_line "$good perceus.ip=10.0.0.1/8 perceus.ip=10.0.0.2/8"
	equal "$PERCEUS_IP" 10.0.0.2/8
}

test_a_mac_may_be_written_in_other_ways() {
	read_line "$good perceus.mac=52-54-00-AB-CD-EF"
	equal "$PERCEUS_MAC" 52:54:00:ab:cd:ef
}

test_names_are_not_accepted_as_server() {
	fails_with perceus.server read_line "$good perceus.server=http://boot.example:9870"
	fails_with perceus.server read_line "$good perceus.server=http://10.0.0.1:99999"
	fails_with perceus.server read_line "$good perceus.server=http://10.0.0.1:80:80"
	fails_with perceus.server read_line "perceus.claim=abcdefghijklmnopqrst"
}

test_arguments_cannot_become_shell() {
	fails_with perceus.claim read_line "$good perceus.claim=abcdefghijklmnopqrst;reboot"
	fails_with perceus.claim read_line "$good perceus.claim=\$(reboot)abcdefghijklmnopqrst"
	fails_with perceus.mac read_line "$good perceus.mac=52:54:00:12:34:5*"
	fails_with perceus.ip read_line "$good perceus.ip=10.0.0.1/24;reboot"
	fails_with perceus.ip read_line "$good perceus.ip=-h/24"
	fails_with perceus.gateway read_line "$good perceus.gateway=--help"
}

test_addresses_are_checked_by_number() {
	is_address 0.0.0.0 && is_address 255.255.255.255
	for bad in 256.0.0.1 1.2.3 1.2.3.4.5 1..2.3 01.2.3.4 1.2.3.4. ' 1.2.3.4' '' 1.2.3.-4; do refused is_address "$bad"; done
	is_network 10.0.0.0/0 && is_network 10.0.0.0/32
	for bad in 10.0.0.0/33 10.0.0.0 10.0.0.0/ 10.0.0.0/8/8 /8; do refused is_network "$bad"; done
}

test_a_line_break_is_never_part_of_a_value() {
	refused is_token "abcdefghijklmnopqrst
abc"
	refused is_hash "$(printf '%064d' 0)
"
	refused is_mac "52:54:00:12:34:56
"
}
