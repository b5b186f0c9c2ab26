# shellcheck shell=sh disable=SC2154
# Logging in to machines of the lab.

# log_in ACCOUNT NODE COMMAND: from the server, by the key in $LAB_DIR alone; a node has the host key that it had before
log_in() {
	in_lab timeout 60 ssh -F none -i "$LAB_DIR/key" -o BatchMode=yes -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new \
		-o "UserKnownHostsFile=$LAB_DIR/known" "$1@$(node_field "$2" address)" "$3" </dev/null 2>"$LAB_DIR/logs/ssh.log"
}
