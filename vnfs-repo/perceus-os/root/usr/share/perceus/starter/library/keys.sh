# shellcheck shell=sh disable=SC2154
# Keys that let accounts in by ssh. Each line of ours in an account's authorized_keys ends with a mark: what others wrote there
# stays, and a key that is given no more is gone. The owner of a folder on a disk may have put anything there, so no link is
# followed and no other name of a file is read.

give_keys() {
	known=${ROOT%/}/var/lib/perceus/ssh-accounts
	if find_table ssh-keys; then
		enable_sshd
	elif [ -f "$known" ]; then
		table=$RUN/no-keys
		: >"$table"
	else
		return 0
	fi
	for name in $({ cut -d ' ' -f 1 "$table" && cat "$known" 2>/dev/null; } | sort -u); do
		(give_keys_to "$name") || note_trouble "$name cannot log in by its keys: $(cat "$RUN/failure")"
		rm -f "$RUN/failure"
	done
	{ mkdir -p "${known%/*}" && cut -d ' ' -f 1 "$table" | sort -u >"$known"; } 2>/dev/null || true
}

# ACCOUNT
give_keys_to() {
	ours_for "$1" >"$RUN/keys"
	home=$(account passwd 6 "$1") uid=$(account passwd 3 "$1") gid=$(account passwd 4 "$1")
	case $home in
	/*) find_inside "$home" ;;
	*)
		[ ! -s "$RUN/keys" ] || fail "the capsule has no such account, or one without a home"
		return 0
		;;
	esac
	folder=$found/.ssh file=$found/.ssh/authorized_keys
	[ -s "$RUN/keys" ] || [ -e "$file" ] || return 0
	[ -d "$found" ] || make_own_folder "$found"
	[ ! -h "$folder" ] || fail "$home/.ssh is a link"
	[ -d "$folder" ] || make_own_folder "$folder"
	{ [ ! -e "$file" ] && [ ! -h "$file" ]; } || is_plain "$file" || fail "$home/.ssh/authorized_keys is a link, or no file"
	replace_keys
}

# ACCOUNT
ours_for() { awk -v name="$1" '$1 == name { sub(/^[^ ]* /, ""); print $0 " [perceus]" }' "$table"; }

replace_keys() {
	replace_whole || fail "its authorized_keys cannot be written"
	is_changed "$file"
}

replace_whole() {
	rm -rf "$file.new"
	(umask 077 && { grep -sv ' \[perceus\]$' "$file" || true; } >"$file.new" && cat "$RUN/keys" >>"$file.new") &&
		chown "$uid:$gid" "$file.new" && mv "$file.new" "$file"
}

is_plain() { [ -f "$1" ] && [ ! -h "$1" ] && [ "$(stat -c %h "$1")" = 1 ]; }
