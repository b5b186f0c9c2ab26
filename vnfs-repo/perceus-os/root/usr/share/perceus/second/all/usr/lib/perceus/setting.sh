# shellcheck shell=sh disable=SC2154,SC2034
# What the programs of Perceus in the second system begin with: their configuration, and how they reach the server.

CONFIG=${PERCEUS_CONFIG:-/etc/perceus/agent.conf}
RUN=${PERCEUS_RUN:-/run/perceus}
SYSTEM=${SYSTEM:-} SYSFS=${SYSTEM:-}/sys
PATH=${PATH:-}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH BUSYBOX="$HERE/busybox" LIBRARY="$HERE"

for part in console.sh http.sh drivers.sh network.sh; do
	# shellcheck source=/dev/null
	. "$HERE/$part"
done

server='' token='' PERCEUS_MAC='' PERCEUS_VLAN='' PERCEUS_IP='' PERCEUS_GATEWAY='' system=other
while IFS='=' read -r key value; do
	case $key in
	server) server=$value ;;
	token) token=$value ;;
	mac) PERCEUS_MAC=$value ;;
	vlan) PERCEUS_VLAN=$value ;;
	address) PERCEUS_IP=$value ;;
	gateway) PERCEUS_GATEWAY=$value ;;
	system) system=$value ;;
	esac
done <"$CONFIG"

# a program that watches goes on
fail() {
	say "$*"
	return 1
}

# LINES OF AN EVENT...: prints the status
post() { http_post "$server" "$token" /node/event "$(printf '%s\n' "$@")" "$WORK/answer"; }
