# shellcheck shell=sh disable=SC2154
# Files of the node that belong to users whom only the system that starts knows by name.

own_node_files() {
	list=${ROOT%/}/usr/lib/perceus/owners
	[ -f "$list" ] || return 0
	while read -r owner path; do
		own_named "$owner" "$path"
	done <"$list"
}

# OWNER PATH: links on the way are those of the root, so the change is made in there
own_named() {
	ids=$(ids_of "$1")
	case $ids in
	*[!0-9:]* | :* | *: | '') fail "the file $2 is to belong to $1, whom the system's /etc/passwd and /etc/group do not know: add the account to the capsule, or write its numbers" ;;
	esac
	# a change of the owner takes the bits away that make a program run as its owner
	# shellcheck disable=SC2016 # for the shell in there
	"$BUSYBOX" chroot "$ROOT" /usr/lib/perceus/busybox sh -c '
		busybox=/usr/lib/perceus/busybox
		[ -e "$2" ] || [ -h "$2" ] || exit 0
		mode=$($busybox stat -c %a "$2") && $busybox chown -h "$1" "$2" || exit 1
		[ -h "$2" ] || $busybox chmod "$mode" "$2"' sh "$ids" "$2" ||
		fail "the file $2 cannot belong to $1"
}

# USER[:GROUP] as numbers; without a group that of the user
ids_of() {
	user=${1%%:*}
	case $user in
	*[!0-9]*) uid=$(account passwd 3 "$user") ;;
	*) uid=$user ;;
	esac
	case $1 in
	*:*) group=${1#*:} ;;
	*) group=$(account passwd 4 "$user") ;;
	esac
	case $group in
	*[!0-9]*) group=$(account group 3 "$group") ;;
	esac
	echo "$uid:$group"
}

# FILE FIELD NAME
account() {
	awk -F : -v name="$3" -v field="$2" '$1 == name { print $field; exit }' "${ROOT%/}/etc/$1" 2>/dev/null || true
}
