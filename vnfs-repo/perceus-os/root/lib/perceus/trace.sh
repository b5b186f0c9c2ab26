# shellcheck shell=sh disable=SC2154
# How a script of the site runs, here and in the second system: what it says is shown, and the line where it ended is known.

# FILE COMMAND...: runs the script in FILE by that, and prints in what way it failed; nothing when it did not. A shell that traces
# says in which line it is, and what a background process of it still says later goes nowhere.
follow_script() {
	file=$1 mark="+perceus.$(random_below 1000000000)"
	shift
	{
		PS4="$mark \$LINENO "
		export PS4
		set +e
		"$@" </dev/null
		status=$?
		{ set +x; } 2>/dev/null
		printf '\n%s end %s\n' "$mark" "$status"
	} 2>&1 | awk -v mark="$mark" -v file="$file" -v console="${CONSOLE:-/dev/kmsg}" "$follow"
}

# Two processes may trace at once, in pieces: each mark brings one end of a line along, and two commands may be one word, which
# begins with the one and ends with the other. The text of a traced command has
# several lines until each quote has its counterpart. A line that has not the command is of another file than the script.
# shellcheck disable=SC2016 # for awk
follow='
function show(text) {
	if (text == "") return
	last = text
	print "<5>perceus: | " substr(text, 1, 900) >>console
	fflush(console)
}
function is_open(text) {
	gsub(/"\047+"/, "", text)
	return gsub(/\047/, "", text) % 2
}
function first(text) { return substr(text, 1, index(text " ", " ") - 1) }
function ends_with(text, end) { return substr(text, length(text) - length(end) + 1) == end }
function has(text, command,   words, count, i) {
	if (index(text, command) || index(text, "$")) return 1
	count = split(text, words, /[ \t;&|()]+/)
	for (i = 1; i <= count; i++)
		if (length(words[i]) > 1 && (index(command, words[i]) == 1 || ends_with(command, words[i]))) return 1
	return 0
}
function trace(number, command) {
	if (index(command, mark)) command = substr(command, 1, index(command, mark) - 1)
	if (number > 0 && has(lines[number], command)) line = number
}
BEGIN { while ((getline text <file) > 0) lines[++count] = text }
{
	rest = $0
	at = index(rest, mark " ")
	if (at == 0) {
		if (open) open = !is_open(rest)
		else if (owed > 0) owed--
		else show(rest)
		next
	}
	said = substr(rest, 1, at - 1)
	sub(/\++$/, "", said)
	if (!open) show(said)
	for (owed--; at > 0; at = index(rest, mark " ")) {
		owed++
		rest = substr(rest, at + length(mark) + 1)
		number = first(rest)
		rest = substr(rest, length(number) + 2)
		trace(number, first(rest))
	}
	if (number == "end") { status = rest; ended = 1; exit }
	open = is_open(rest)
}
END {
	if (ended && status == 0) exit
	said = "failed with status " (ended ? status : "unknown")
	if (line != "") said = said " at line " line
	if (last != "") said = said ": " last
	print said
}'
