# shellcheck shell=sh disable=SC2154
# The order in which UEFI firmware tries its entries (UEFI 2.10 section 3.3): an installer, a firmware update or a dead battery may
# have put the network behind a disk, and then the server is asked no more.

GLOBAL_VARIABLE=8be4df61-93ca-11d2-aa0d-00e098032b8c
# what follows is kept, and seen before and after the firmware has given the machine away
VARIABLE_ATTRIBUTES='\007\000\000\000'

# puts the network entry that this boot began by first, if it is not; what the firmware does not take is no reason to fail
network_first() {
	[ -d "$(firmware)" ] || return 0
	mount_variables || return 0
	current=$(variable BootCurrent)
	is_network_entry "$current" || return 0
	order=$(variable BootOrder)
	case "$order " in "$current "*) return 0 ;; esac
	if write_order "$current $(without "$current" "$order")" 2>/dev/null; then
		step "put entry $current, the network, first in the firmware's boot order"
	else
		say "the firmware does not take another boot order: look at its set-up"
	fi
}

firmware() { echo "${SYSFS:-/sys}/firmware/efi"; }

variable_file() { echo "$(firmware)/efivars/$1-$GLOBAL_VARIABLE"; }

mount_variables() {
	[ ! -e "$(variable_file BootCurrent)" ] || return 0
	modprobe -q efivarfs || true
	mount -t efivarfs efivarfs "$(firmware)/efivars" 2>/dev/null && [ -e "$(variable_file BootCurrent)" ]
}

# the numbers of entries that a variable has, behind its attributes, as firmware names them: 0001 000A; in its file nothing seeks
variable() {
	[ ! -r "$(variable_file "$1")" ] || tail -c +5 "$(variable_file "$1")" | head -c 1024 | od -An -v -t x2 | tr 'a-f\n' 'A-F ' | xargs
}

# the path of its device has a MAC (type 3, subtype 11, 37 octets)
is_network_entry() {
	[ -n "$1" ] && [ -r "$(variable_file "Boot$1")" ] || return 1
	case $(od -An -v -t x1 "$(variable_file "Boot$1")" | tr -d ' \n') in *030b2500*) ;; *) return 1 ;; esac
}

# ENTRY ORDER: the order without the entry
without() {
	for entry in $2; do [ "$entry" = "$1" ] || echo "$entry"; done | xargs
}

# the kernel takes a variable by one write alone
write_order() {
	octets=$VARIABLE_ATTRIBUTES
	for entry in $1; do
		octets="$octets\\x${entry#??}\\x${entry%??}"
	done
	# shellcheck disable=SC2059 # the octets are the format
	printf "$octets" >"$(variable_file BootOrder)"
}
