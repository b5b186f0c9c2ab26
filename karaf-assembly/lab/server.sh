# shellcheck shell=sh disable=SC2034,SC2154
# A boot server that is a machine of its own, with the container in /opt/perceus, as docs/getting-started.md has it.

SERVER=$BUILD/boot-server

build_server() { step "building a boot server" "$BUILD/logs/boot-server.log" "$ROOT/karaf-assembly/lab/make-server" "$SERVER"; }

# server_start METHOD [ARGUMENTS OF vm_start] switches the machine on; its container is not started. Lines on standard
# input are added to its etc/org.perceus.node.cfg
server_start() {
	SEED=$BUILD/seed/$1
	{ lab_settings "$1" && cat; } | container_configure
	shift
	tar -C "$PERCEUS_HOME" --exclude ./etc -cf - . | tar -C "$INSTANCE" -xf -
	cp "$PERCEUS_HOME/etc/org.perceus.provisioning.cfg" "$PERCEUS_HOME/etc/org.perceus.shell.cfg" "$INSTANCE/etc/"
	# emulated, optimized code comes too late to pay
	echo '-XX:TieredStopAtLevel=1' >>"$INSTANCE/etc/jvm.options"
	cp "$PERCEUS_OS"/* "$INSTANCE/perceus-os/"
	seed_plant
	vm_disk perceus:2G
	mke2fs -q -t ext4 -d "$INSTANCE" "$LAB_DIR/perceus.disk"
	rm -rf "$INSTANCE"
	cp --sparse=always --reflink=auto "$SERVER/disk" "$LAB_DIR/server.disk"
	vm_start server "$(random_mac)" --kernel "$SERVER" --memory 2048 --cpus 2 --disk server:0 --disk perceus:0 "$@"
	console_wait server 'root@[^ ]*#' "$boot_limit" || trouble "the boot server does not start"
	on_server 'ip link set eth0 name provision && ip addr add 10.10.0.1/24 dev provision && ip link set provision up'
	on_server 'cp /opt/perceus/etc/perceus.service.example /etc/systemd/system/perceus.service'
	server_socket
}

# leads the client of this machine to the container over there
server_socket() {
	on_server 'systemd-run -q socat -t 60 TCP-LISTEN:9000,bind=10.10.0.1,reuseaddr,fork UNIX-CONNECT:/opt/perceus/data/perceus.sock'
	process_start client socat -t 60 "UNIX-LISTEN:$LAB_RUN/perceus.sock,fork" TCP-CONNECT:10.10.0.1:9000
}

# on_server COMMAND [SECONDS]
on_server() { console_run server "$@"; }

server_container_start() {
	on_server 'systemctl start perceus'
	deadline=$(($(now) + boot_limit))
	until container_serves; do
		[ "$(now)" -lt "$deadline" ] || trouble "the container does not serve"
		sleep 2
	done
}

container_log() { on_server 'tail -n 30 /opt/perceus/data/log/karaf.log'; }
