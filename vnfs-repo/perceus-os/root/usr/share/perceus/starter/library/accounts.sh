# shellcheck shell=sh disable=SC2154
# Users and groups of the node, which are added to those of the root. Lines that are there stay as they are; two that contradict
# each other end the boot, as files would belong to somebody else.

merge_accounts() {
	find_table accounts || return 0
	users=$table
	merge passwd users
	merge group groups
	merge shadow passwords
	merge gshadow group_passwords
	# all of it, or nothing
	for file in passwd group shadow gshadow; do place_merged "$file"; done
	look_for_shells
	[ "$(cat "$users-homes")" != yes ] || make_homes
}

# FILE MERGED-BY: of /etc; only what has passwords may be missing
merge() {
	find_inside "/etc/$1"
	if [ -f "$found" ]; then
		"$2" >"$RUN/merged.$1" || fail "$(cat "$RUN/merged.$1")"
	else
		case $1 in *shadow) ;; *) fail "the capsule has no /etc/$1 for the node's accounts" ;; esac
	fi
}

# FILE
place_merged() {
	find_inside "/etc/$1"
	{ [ -f "$found" ] && ! cmp -s "$RUN/merged.$1" "$found"; } || return 0
	place=${ROOT%/}/etc/$1
	{ cp -p "$found" "$place.perceus" && cat "$RUN/merged.$1" >"$place.perceus" && mv "$place.perceus" "$place"; } ||
		fail "the node's accounts cannot be written to /etc/$1"
	is_changed "$place"
}

users() { awk -F : -f "$LIBRARY/users.awk" "$found" table=users "$users"; }
groups() { awk -F : -f "$LIBRARY/members.awk" -f "$LIBRARY/groups.awk" "$found" table=groups "$users-groups" table=users "$users"; }

# no password is right; one that is locked would keep keys from working where the server does not ask PAM
passwords() {
	awk -F : 'table == "" { known[$1]; print; next } !($1 in known) { print $1 ":*:::::::" }' "$found" table=users "$users"
}

group_passwords() {
	awk -F : -f "$LIBRARY/members.awk" -e '
		table == "" { line[++lines] = $0; at[$1] = lines; next }
		{ if ($1 in at) add_members(at[$1], $4); else line[++lines] = $1 ":!::" $4 }
		END { for (i = 1; i <= lines; i++) print line[i] }' "$found" table=groups "$users-groups"
}

look_for_shells() {
	cut -d : -f 7 "$users" | sort -u | while read -r shell; do
		find_inside "$shell"
		[ -x "$found" ] || note_trouble "accounts have the shell $shell, which the capsule does not have"
	done
}

make_homes() {
	while IFS=: read -r _ _ uid gid _ home _; do
		find_inside "$home"
		[ -e "$found" ] || make_home "$found"
	done <"$users"
}

make_home() {
	make_own_folder "$1"
	find_inside /etc/skel
	[ -d "$found" ] || return 0
	{ cp -a "$found/." "$1/" && chown -Rh "$uid:$gid" "$1" && chmod 700 "$1"; } || fail "what a new user has could not be copied to ${1#"${ROOT%/}"}"
	[ -z "$SELINUX" ] || find "$1" | while IFS= read -r path; do is_changed "$path"; done
}
