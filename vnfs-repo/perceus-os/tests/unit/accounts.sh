# shellcheck shell=sh disable=SC2154,SC2034,SC2317,SC2016
# Users and groups, which the starter adds to those of the root.

PERCEUS=$PWD/perceus ROOT=$PWD/root SELINUX='' LIBRARY=$SHARE/starter/library
mkdir -p "$PERCEUS/node/usr/lib/perceus" "$ROOT/etc/skel" "$ROOT/usr/lib/perceus" "$ROOT/bin"
for part in tables program accounts; do
	# shellcheck source=/dev/null
	. "$LIBRARY/$part.sh"
done
note_trouble() { echo "$*" >>troubles; }
printf 'root:x:0:0::/root:/bin/sh\ngames:x:5:60::/:/bin/false\nalice:x:1001:1001:own:/srv/alice:/bin/own' >"$ROOT/etc/passwd"
printf 'root:x:0:\nvideo:x:44:games\nalice:x:1001:\nusers:x:100:\n' >"$ROOT/etc/group"
printf 'root:!*:19000:0:99999:7:::\nalice:$y$secret:::::::\n' >"$ROOT/etc/shadow"
printf 'root:*::\nvideo:*::games\nalice:!::\n' >"$ROOT/etc/gshadow"
chmod 640 "$ROOT/etc/shadow" && chown 0:42 "$ROOT/etc/shadow"
: >"$ROOT/bin/sh" && chmod 755 "$ROOT/bin/sh"
cp -a "$ROOT/etc" before

# USERS GROUPS [HOMES]
wants() {
	for name in accounts accounts-groups accounts-homes; do
		printf '%s' "$1" >"$PERCEUS/node/usr/lib/perceus/$name"
		cp "$PERCEUS/node/usr/lib/perceus/$name" "$ROOT/usr/lib/perceus/$name"
		case $name in accounts) shift ;; *) set -- "${2:-no}" ;; esac
	done
}

lines_of() { tail -n "$2" "$ROOT/etc/$1" | paste -s -d ' '; }

BOB='bob:x:1002:100:Bob:/home/bob:/bin/sh
'

test_accounts_are_added_once() {
	wants "$BOB" 'hpc:x:2000:bob,carol
'
	merge_accounts
	merge_accounts
	equal "$(lines_of passwd 2)" "alice:x:1001:1001:own:/srv/alice:/bin/own bob:x:1002:100:Bob:/home/bob:/bin/sh"
	equal "$(lines_of group 2)" "users:x:100: hpc:x:2000:bob,carol"
	equal "$(lines_of shadow 2)" 'alice:$y$secret::::::: bob:*:::::::'
	equal "$(lines_of gshadow 2)" "alice:!:: hpc:!::bob,carol"
	equal "$(grep -c . "$ROOT/etc/passwd") $(grep -c . "$ROOT/etc/group")" "4 5"
	[ ! -e "$ROOT/home" ] && [ ! -e troubles ]
}

test_files_keep_owner_and_mode() {
	wants "$BOB" ''
	merge_accounts
	equal "$(stat -c %a:%u:%g "$ROOT/etc/shadow" "$ROOT/etc/passwd" | paste -s -d ' ')" "640:0:42 644:0:0"
	equal "$(find "$ROOT/etc" -name '*.perceus')" ""
}

test_lines_of_the_capsule_stay() {
	wants 'alice:x:1001:1001::/home/alice:/bin/sh
' ''
	merge_accounts
	for file in passwd group shadow gshadow; do cmp "before/$file" "$ROOT/etc/$file" || [ "$(cat "before/$file")" = "$(cat "$ROOT/etc/$file")" ]; done
}

test_members_are_added_to_groups_of_the_capsule() {
	wants '' 'video:x::alice,games,bob
users:x:100:bob
'
	merge_accounts
	merge_accounts
	equal "$(sed -n 2p "$ROOT/etc/group") $(tail -n 1 "$ROOT/etc/group")" "video:x:44:games,alice,bob users:x:100:bob"
	equal "$(sed -n 2p "$ROOT/etc/gshadow")" "video:*::games,alice,bob"
}

# SENTENCE USERS GROUPS
clashes() {
	sentence=$1
	shift
	wants "$@"
	fails_with "$sentence" merge_accounts
}

test_what_contradicts_the_capsule_ends_the_boot() {
	clashes "the account alice is to have the numbers 1009:1001, and the capsule has it with 1001:1001" 'alice:x:1009:1001::/:/bin/sh
' ''
	clashes "the account alice is to have the numbers 1001:100, and" 'alice:x:1001:100::/:/bin/sh
' ''
	clashes "the account bob is to have the number 1001, which is that of alice" 'bob:x:1001:100::/:/bin/sh
' ''
	clashes "the account bob is to be in the group 77, which neither the capsule nor accounts-groups has" 'bob:x:1002:77::/:/bin/sh
' ''
	clashes "the group video is to have the number 45, and the capsule has it with 44" '' 'video:x:45:
'
	clashes "the group bob is to have the number 44, which is that of video" '' 'bob:x:44:
'
	clashes "the group render of accounts-groups has no number" '' 'render:x::bob
'
	for file in passwd group shadow gshadow; do cmp "before/$file" "$ROOT/etc/$file"; done
}

test_lines_for_nis_are_no_accounts() {
	printf '\n+::::::\n' >>"$ROOT/etc/passwd"
	wants "$BOB" ''
	merge_accounts
	equal "$(lines_of passwd 2)" "+:::::: bob:x:1002:100:Bob:/home/bob:/bin/sh"
}

test_a_capsule_without_passwords_gets_none() {
	rm "$ROOT/etc/shadow" "$ROOT/etc/gshadow"
	wants "$BOB" ''
	merge_accounts
	[ ! -e "$ROOT/etc/shadow" ] && [ ! -e "$ROOT/etc/gshadow" ]
	rm "$ROOT/etc/passwd"
	fails_with "has no /etc/passwd" merge_accounts
}

test_a_link_is_replaced_and_what_it_leads_to_stays() {
	mkdir "$ROOT/tree" && mv "$ROOT/etc/passwd" "$ROOT/tree/passwd" && ln -s /tree/passwd "$ROOT/etc/passwd"
	wants "$BOB" ''
	merge_accounts
	[ ! -h "$ROOT/etc/passwd" ]
	equal "$(grep -c . "$ROOT/etc/passwd") $(grep -c . "$ROOT/tree/passwd")" "4 3"
}

test_homes_are_made_when_they_shall() {
	echo hello >"$ROOT/etc/skel/.profile" && ln -s /etc/passwd "$ROOT/etc/skel/link"
	wants "$BOB" '' yes
	merge_accounts
	equal "$(stat -c %a:%u:%g "$ROOT/home/bob" "$ROOT/home/bob/.profile" "$ROOT/home/bob/link" | paste -s -d ' ')" \
		"700:1002:100 644:1002:100 777:1002:100"
	equal "$(stat -c %u "$ROOT/etc/passwd")" 0
	echo mine >"$ROOT/home/bob/.profile"
	merge_accounts
	equal "$(cat "$ROOT/home/bob/.profile")" mine
}

test_a_shell_that_is_not_there_is_told() {
	wants 'bob:x:1002:100::/home/bob:/bin/zsh
' ''
	merge_accounts
	equal "$(cat troubles)" "accounts have the shell /bin/zsh, which the capsule does not have"
}

test_what_was_changed_gets_its_label() {
	SELINUX=enforcing
	wants "$BOB" '' yes
	merge_accounts
	equal "$(paste -s -d ' ' "$RUN/written")" "/etc/passwd /etc/shadow /home/bob /home/bob"
}

test_ten_thousand_accounts_are_added() {
	users=$(awk 'BEGIN { for (i = 0; i < 10000; i++) print "u" i ":x:" 10000 + i ":100::/home/u" i ":/bin/sh" }')
	wants "$users
" ''
	merge_accounts
	equal "$(grep -c . "$ROOT/etc/passwd") $(grep -c . "$ROOT/etc/shadow")" "10003 10002"
}

test_a_node_without_accounts_is_left_alone() {
	merge_accounts
	for file in passwd group shadow gshadow; do cmp "before/$file" "$ROOT/etc/$file"; done
}
