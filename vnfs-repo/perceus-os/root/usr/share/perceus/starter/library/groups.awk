# Lines of group(5) behind those of the root, and members in them: the root's file, groups that are added (table=groups), and
# users whose groups have to be there (table=users). Prints a sentence and fails when something does not fit.

table == "" {
	line[++lines] = $0
	if ($1 !~ /^[+-]/ && NF > 2) {
		at[$1] = lines
		gid[$1] = $3
		if (!($3 in name)) name[$3] = $1
	}
	next
}

table == "users" {
	if (!($4 in name))
		clash("the account " $1 " is to be in the group " $4 ", which neither the capsule nor accounts-groups has: add it there")
	next
}

$1 in gid {
	if ($3 != "" && gid[$1] != $3)
		clash("the group " $1 " is to have the number " $3 ", and the capsule has it with " gid[$1] ": change one of the two")
	add_members(at[$1], $4)
	next
}

$3 == "" { clash("the group " $1 " of accounts-groups has no number, and the capsule does not have it: give it one") }

$3 in name { clash("the group " $1 " is to have the number " $3 ", which is that of " name[$3] " in the capsule: change one of the two") }

{
	line[++lines] = $0
	name[$3] = $1
}

function clash(why) {
	sentence = why
	exit 1
}

END {
	if (sentence != "") {
		print sentence
		exit 1
	}
	for (i = 1; i <= lines; i++) print line[i]
}
