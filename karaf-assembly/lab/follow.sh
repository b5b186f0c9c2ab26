# shellcheck shell=sh
# Following boots while machines are switched on.

# follow_new_boots N SECONDS shows the next N boots as they go, in the background; returns when it watches
follow_new_boots() {
	PERCEUS_SOCKET=$LAB_RUN/perceus.sock setsid "$PERCEUS_HOME/bin/perceus" boot show --wait-for-new "$1" --timeout "$2" </dev/null &
	follower=$!
	process_note follower "$follower"
	sleep 3
}

# waits until the boots have ended; fails when one did not end ready
follow_end() { wait "$follower"; }
