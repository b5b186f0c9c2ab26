# shellcheck shell=sh disable=SC2154
# How the watch tells: the console and the node's log at once, the server as soon as it can be reached.

# trouble|failed SENTENCE
tell() {
	say "$2"
	printf '%s\n%s\n' "$1" "$2" >>"$WORK/untold"
	retell
}

# what the server has not heard yet, in its order; false when some is left
retell() {
	[ -s "$WORK/untold" ] || return 0
	[ $(($(age) - ${retold:--60})) -ge 10 ] || return 1
	{ read -r event && read -r sentence; } <"$WORK/untold"
	case ${unreached:-$sentence} in "$sentence") ;; *) sentence="$sentence ($unreached)" ;; esac
	status=$(HTTP_SECONDS=10 post "event=$event" "message=$(printf '%s' "$sentence" | printable)")
	case $status in
	000 | 5*)
		retold=$(age)
		note_unreached
		return 1
		;;
	esac
	retold=''
	sed -i 1,2d "$WORK/untold"
	retell
}

# why, once: the sentence goes along with what is told later
note_unreached() {
	reason=$(why_unreached)
	[ "$reason" = "${unreached:-}" ] || say "$reason"
	unreached=$reason
}

why_unreached() {
	host=$(http_host "$server")
	ping -c 1 -W 2 "$host" >"$WORK/ping" 2>&1 && echo "$server does not answer, though $host can be reached: is the container running, or a firewall between?" && return
	case $(cat "$WORK/ping") in
	*'not permitted'*) echo "a firewall of this node drops what it sends to $host: let it pass to port $(http_port "$server")" ;;
	*[Uu]nreachable*) echo "this node has no route to $host: its address is $(addresses)" ;;
	*) echo "$host does not answer to this node, whose address is $(addresses): look at its cable, its VLAN and its routes" ;;
	esac
}

addresses() {
	found=$(ip -o -4 address show scope global | sed -n 's/^[0-9]*: *\([^ ]*\) .* inet \([^ ]*\).*/\2 on \1/p' | paste -s -d ',')
	echo "${found:-none}"
}
