# Lines of passwd(5) behind those of the root: the root's file, then those that are added
# (table=users). Prints a sentence and fails when both say otherwise of an account or a number.

table == "" {
	line[++lines] = $0
	if ($1 !~ /^[+-]/ && NF > 3) {
		uid[$1] = $3
		gid[$1] = $4
		if (!($3 in name)) name[$3] = $1
	}
	next
}

$1 in uid {
	if (uid[$1] != $3 || gid[$1] != $4)
		clash("the account " $1 " is to have the numbers " $3 ":" $4 ", and the capsule has it with " uid[$1] ":" gid[$1] " in its /etc/passwd")
	next
}

$3 in name { clash("the account " $1 " is to have the number " $3 ", which is that of " name[$3] " in the capsule's /etc/passwd") }

{ line[++lines] = $0 }

function clash(why) {
	sentence = why
	exit 1
}

END {
	if (sentence != "") {
		print sentence ": change one of the two"
		exit 1
	}
	for (i = 1; i <= lines; i++) print line[i]
}
