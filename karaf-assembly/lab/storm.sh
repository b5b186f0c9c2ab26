# shellcheck shell=sh disable=SC2034,SC2154
# Many simulated nodes at once: a network that is large enough, and what the kernel needs for it.

STORM_SERVER=10.16.0.1
STORM_NETWORK=10.16.0.0/12
STORM_ADDRESSES=10.24.0.0/13

# the switch, and beside it the plug of the nodes, which passes so many Gbit/s when that is said
storm_switch() {
	switch_up provision "$STORM_SERVER/12"
	in_lab ip link add nodes-port type veth peer name nodes-plug
	in_lab ip link set nodes-port master provision up
	in_lab ip link set nodes-plug arp off up
	[ -z "${1:-}" ] || in_lab tc qdisc add dev nodes-port root tbf rate "$1gbit" burst 1m limit 16m
}

# storm_container METHOD starts a container for all these nodes; standard input is added to etc/org.perceus.node.cfg
storm_container() {
	storm_configure "$1"
	seed_plant
	container_start
}

# storm_configure METHOD: what such a container is told
storm_configure() {
	SEED=$BUILD/seed/$1
	{ lab_settings "$1" && echo 'namePattern = n######' && cat; } | container_configure
	cat >"$INSTANCE/etc/org.perceus.node.network-lab.cfg" <<-END_OF_FILE
		name = lab
		subnet = $STORM_NETWORK
		pool = 10.24.0.0-10.31.255.254
		domain = lab
	END_OF_FILE
}

# storm_register N gives the registry the first N nodes
storm_register() {
	perceus simulate --list --nodes "$1" >"$LAB_DIR/nodes.csv"
	perceus node import "$LAB_DIR/nodes.csv" >"$LAB_DIR/logs/import.log" || stop "the nodes cannot be registered: $(tail -n 1 "$LAB_DIR/logs/import.log")"
}

# storm OPTION… simulates nodes on the switch
storm() {
	in_lab "$PERCEUS_HOME/bin/perceus" simulate --device nodes-plug --network "$STORM_NETWORK" --addresses "$STORM_ADDRESSES" "$@"
}
