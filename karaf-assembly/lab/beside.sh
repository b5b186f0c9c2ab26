# shellcheck shell=sh
# A DHCP server of the site, which is a host of its own on the switch and gives the addresses in the place of Perceus.

SITE_ADDRESS=10.10.0.2 SITE_FIRST=10.10.0.150 SITE_LAST=10.10.0.180

# beside_container MODE [LINE]: the container where the site's server gives the addresses (proxy, external), with a line more for its interface
beside_container() {
	e2e_configure stateless-ram </dev/null
	printf '%s\n' "dhcp = $1" ${2:+"$2"} >>"$INSTANCE/etc/org.perceus.boot.interface-provision.cfg"
	sed -i '/^pool/d' "$INSTANCE/etc/org.perceus.node.network-lab.cfg"
	site_files='tftp.*http'
	[ "${2:-}" != 'tftp = false' ] || site_files=http
	seed_plant
	container_launch
	container_wait 180 container_gives_files
}

container_gives_files() { perceus info 2>/dev/null | grep -q "^serves .*$site_files"; }

# whether an address is one that the site's server gives by itself
is_of_site() { [ "${1%.*}" = 10.10.0 ] && [ "${1##*.}" -ge "${SITE_FIRST##*.}" ] && [ "${1##*.}" -le "${SITE_LAST##*.}" ]; }

# site_server_start dnsmasq|dhcpd|kea [FILE] starts it; the lines of FILE are added to its configuration
site_server_start() {
	site_conf=$LAB_DIR/$1.conf
	[ -n "$(process_id site)" ] || host_up site provision "$SITE_ADDRESS/24"
	"$1_conf" "${2:-}" >"$site_conf"
	: >"$LAB_DIR/$1.leases"
	"$1_start" >/dev/null
	deadline=$(($(now) + 30))
	until on_host site ss -H -l -n -u sport = :67 | grep -q .; do
		if [ -z "$(process_id "$1")" ] || [ "$(now)" -ge "$deadline" ]; then trouble "$1 does not start: $(cat "$LAB_DIR/logs/$1.log")"; fi
		sleep 0.2
	done
}

site_process() {
	site_name=$1
	shift
	process_start "$site_name" nsenter --net --target "$(process_id site)" "$@"
}

dnsmasq_conf() {
	printf '%s\n' port=0 interface=site bind-interfaces log-dhcp "dhcp-range=$SITE_FIRST,$SITE_LAST,255.255.255.0,1h" \
		"dhcp-leasefile=$LAB_DIR/dnsmasq.leases"
	[ -z "$1" ] || cat "$1"
}

dnsmasq_start() { site_process dnsmasq dnsmasq --keep-in-foreground --user=root --pid-file= "--conf-file=$site_conf"; }

dhcpd_conf() {
	cat <<-END_OF_FILE
		default-lease-time 3600;
		subnet 10.10.0.0 netmask 255.255.255.0 { range $SITE_FIRST $SITE_LAST; }
	END_OF_FILE
	[ -z "$1" ] || cat "$1"
}

dhcpd_start() { site_process dhcpd dhcpd -4 -f -d -user root -group root -cf "$site_conf" -lf "$LAB_DIR/dhcpd.leases" -pf "$LAB_DIR/dhcpd.pid" site; }

kea_conf() {
	cat <<-END_OF_FILE
		{ "Dhcp4": {
			"interfaces-config": { "interfaces": [ "site" ] },
			"lease-database": { "type": "memfile", "persist": false },
			"valid-lifetime": 3600,
			"subnet4": [ { "id": 1, "subnet": "10.10.0.0/24", "pools": [ { "pool": "$SITE_FIRST - $SITE_LAST" } ] } ]
	END_OF_FILE
	[ -z "$1" ] || { echo , && cat "$1"; }
	echo '} }'
}

kea_start() { site_process kea env "KEA_PIDFILE_DIR=$LAB_DIR" "KEA_LOCKFILE_DIR=$LAB_DIR" kea-dhcp4 -c "$site_conf"; }
