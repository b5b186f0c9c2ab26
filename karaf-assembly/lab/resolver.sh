# shellcheck shell=sh
# A resolver of a site in the lab, which the container asks for names that are not of nodes.

# resolver_serve ADDRESS NAME ADDRESS-OF-NAME: another address of this machine, where one name is known and no other. Like that of
# a file server it is not on the switch.
resolver_serve() {
	in_lab ip address add "$1/32" dev lo
	process_start resolver dnsmasq --keep-in-foreground --user=root --conf-file=/dev/null --pid-file= --no-resolv --no-hosts \
		--bind-interfaces --listen-address="$1" --address="/$2/$3" \
		--txt-record="large.$2$(printf ',%0250d' 1 2 3 4 5 6 7 8)"
	deadline=$(($(now) + 30))
	until [ -n "$(in_lab dig +short +tries=1 +time=1 @"$1" "$2")" ]; do
		[ "$(now)" -lt "$deadline" ] || trouble "the resolver does not answer: $(tail -n 5 "$LAB_DIR/logs/resolver.log")"
	done
}
