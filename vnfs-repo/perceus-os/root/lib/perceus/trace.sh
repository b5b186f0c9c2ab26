# shellcheck shell=sh disable=SC2154
# How a script of the site runs, here and in the second system: what it says is shown, and the line where it ended is known.

# COMMAND...: runs a script, and prints in what way it failed; nothing when it did not. A shell that traces says in which line it is,
# and what a background process of it still says later goes nowhere.
follow_script() {
	mark="perceus.$(random_below 1000000000)"
	{
		PS4="+$mark \$LINENO "
		export PS4
		set +e
		"$@" </dev/null
		status=$?
		{ set +x; } 2>/dev/null
		printf '\n+%s end %s\n' "$mark" "$status"
	} 2>&1 | awk -v mark="$mark" -v console="${CONSOLE:-/dev/kmsg}" "$follow"
}

# the text of a traced command can have several lines: all of them have ended when each quote has its counterpart
# shellcheck disable=SC2016 # for awk
follow='
function show(text) {
	if (text == "") return
	last = text
	print "<5>perceus: | " substr(text, 1, 900) >>console
	fflush(console)
}
function quotes(text) {
	gsub(/"\047+"/, "", text)
	return gsub(/\047/, "", text)
}
{
	at = index($0, "+" mark " ")
	if (at == 0) {
		if (open) { if (quotes($0) % 2) open = 0 } else show($0)
		next
	}
	said = substr($0, 1, at - 1)
	sub(/\++$/, "", said)
	if (!open) show(said)
	rest = substr($0, at + length(mark) + 2)
	word = substr(rest, 1, index(rest " ", " ") - 1)
	rest = substr(rest, length(word) + 2)
	if (word == "end") { status = rest; ended = 1; exit }
	if (word > 0) line = word
	open = quotes(rest) % 2
}
END {
	if (ended && status == 0) exit
	said = "failed with status " (ended ? status : "unknown")
	if (line != "") said = said " at line " line
	if (last != "") said = said ": " last
	print said
}'
