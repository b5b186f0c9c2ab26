# shellcheck shell=sh
# The container in the lab, as an instance of its own: $INSTANCE holds its etc and data.

# container_configure makes the instance; lines on standard input are added to etc/org.perceus.node.cfg
container_configure() {
	mkdir -p "$INSTANCE"
	cp -R "$PERCEUS_HOME/etc" "$INSTANCE/etc"
	serve_switch provision
	cat >"$INSTANCE/etc/org.perceus.node.network-lab.cfg" <<-END_OF_FILE
		name = lab
		subnet = 10.10.0.0/24
		pool = 10.10.0.100-10.10.0.199
		domain = lab
	END_OF_FILE
	echo "perceusOs = $PERCEUS_OS" >"$INSTANCE/etc/org.perceus.provisioning.cfg"
	# the path of a socket has to be short
	echo "socket = $LAB_RUN/perceus.sock" >"$INSTANCE/etc/org.perceus.shell.cfg"
	cat >>"$INSTANCE/etc/org.perceus.node.cfg"
	dropped_plant
}

serve_switch() { echo "device = $1" >"$INSTANCE/etc/org.perceus.boot.interface-$1.cfg"; }

# the settings of all nodes that the lab's nodes need
lab_settings() {
	echo "setting.capsule = debian-12"
	echo "setting.method = ${1:-stateless-ram}"
}

# starts the container and waits until it serves
container_start() {
	container_launch
	container_wait 180 container_serves
}

container_launch() {
	rm -f "$LAB_RUN/perceus.sock"
	process_start container env "KARAF_BASE=$INSTANCE" "$PERCEUS_HOME/bin/karaf" server
}

# container_wait SECONDS CONDITION…
container_wait() {
	seconds=$1 deadline=$(($(now) + $1))
	shift
	until [ -S "$LAB_RUN/perceus.sock" ] && "$@"; do
		[ -n "$(process_id container)" ] || container_trouble "the container has ended"
		[ "$(now)" -lt "$deadline" ] || container_trouble "the container is not ready for work after $seconds s"
		sleep 0.2
	done
}

container_serves() { perceus info 2>/dev/null | grep -q '^serves .*dhcp.*tftp.*http'; }

container_trouble() {
	container_log >&2
	stop "$1; the end of its log is above"
}

container_log() {
	tail -n 10 "$LAB_DIR/logs/container.log" 2>/dev/null || true
	tail -n 30 "$INSTANCE/data/log/karaf.log" 2>/dev/null || true
}

container_stop() { process_end container TERM 30; }

container_kill9() { process_end container KILL; }

# the command-line client
perceus() { PERCEUS_SOCKET=$LAB_RUN/perceus.sock "$PERCEUS_HOME/bin/perceus" "$@"; }
