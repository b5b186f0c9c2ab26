# Members of groups, in the fourth field of group(5) and gshadow(5) alike: line[WHERE] gets those of WANTED that it lacks.

function add_members(where, wanted,    all, part, count, members, i) {
	count = split(wanted, all, ",")
	split(line[where], part, ":")
	members = part[4]
	for (i = 1; i <= count; i++)
		if (index("," members ",", "," all[i] ",") == 0) members = members (members == "" ? "" : ",") all[i]
	line[where] = part[1] ":" part[2] ":" part[3] ":" members
}
