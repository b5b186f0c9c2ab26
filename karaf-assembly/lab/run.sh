# shellcheck shell=sh
# ./perceus run: the container in the foreground, with its shell.

run_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus run [--instance DIR]

Builds what is missing and runs the container with its shell on this terminal; Ctrl-D ends it. Without a
terminal, as in the background with </dev/null, it runs without a shell until it gets a signal. Its configuration and data are
in DIR (default .build/run): put interfaces and networks into DIR/etc, see docs/getting-started.md.
END_OF_TEXT
}

run_main() {
	instance=$BUILD/run
	while [ $# -gt 0 ]; do
		case $1 in
		--instance)
			[ $# -ge 2 ] || stop "--instance needs a folder"
			instance=$2
			shift
			;;
		--help | -h) run_usage && exit ;;
		*) stop "run does not know '$1': see ./perceus run --help" ;;
		esac
		shift
	done
	# shellcheck disable=SC2046
	need $(recipe_packages)
	trap abandon_step EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	build_distribution
	build_perceus_os
	trap - EXIT INT TERM HUP
	mkdir -p "$instance"
	instance=$(cd "$instance" && pwd)
	if [ ! -d "$instance/etc" ]; then
		cp -R "$PERCEUS_HOME/etc" "$instance/etc"
		echo "perceusOs = $PERCEUS_OS" >"$instance/etc/org.perceus.provisioning.cfg"
		say "configuration in ${instance#"$ROOT/"}/etc"
	fi
	running_set "$instance/data/perceus.sock"
	export KARAF_BASE="$instance"
	# a shell that has no terminal prints its prompt again and again
	if [ -t 0 ]; then
		exec "$PERCEUS_HOME/bin/karaf" console
	else
		exec "$PERCEUS_HOME/bin/karaf" server
	fi
}
