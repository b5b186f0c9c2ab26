# shellcheck shell=sh disable=SC2154
# Whether the kernel will be able to start a program of the root, which is not / yet.

# PATH: ends the boot with what is missing
check_init() {
	PROGRAM=$1
	find_inside "$1"
	[ -f "$found" ] || fail "the system has no $PROGRAM to start as its first program$(link_note "$1"): import the capsule again with one, such as Debian's package systemd-sysv"
	[ -x "$found" ] || fail "$PROGRAM cannot be executed: give it mode 755 in the capsule"
	read_head "$found"
	case $head in
	'127 69 76 70 '*) check_binary "$found" ;;
	'35 33 '*) check_script "$found" ;;
	*) fail "$PROGRAM is neither a program nor a script: its first bytes are $(od -An -N 4 -t x1 "$found" | xargs)" ;;
	esac
}

link_note() { [ ! -h "$ROOT$1" ] || echo " (it is a link to $(readlink "$ROOT$1"), which is missing)"; }

# PATH: where in $ROOT it leads, into $found; a link there does not lead out
find_inside() {
	rest=${1#/}/ found=${ROOT%/} links=0
	while [ -n "$rest" ]; do
		part=${rest%%/*} rest=${rest#*/}
		case $part in
		'' | .) continue ;;
		..) [ "$found" = "${ROOT%/}" ] || found=${found%/*} ;;
		*)
			if [ -h "$found/$part" ] && [ "$links" -lt 40 ]; then
				links=$((links + 1)) target=$(readlink "$found/$part")
				rest=$target/$rest
				case $target in /*) found=${ROOT%/} ;; esac
			else
				found=$found/$part
			fi
			;;
		esac
	done
}

# FILE: its first bytes, as numbers, into $head
read_head() {
	# shellcheck disable=SC2046 # words
	set -- $(od -An -v -N 1024 -t u1 "$1")
	head="$* "
}

# OFFSET SIZE: what stands there in the head, the lowest byte first, into $number
read_number() {
	offset=$1 bits=$(($2 * 8)) shift=0 number=0
	# shellcheck disable=SC2086 # words
	set -- $head
	[ "$offset" -lt "$#" ] || return 0
	shift "$offset"
	while [ "$shift" -lt "$bits" ]; do
		number=$((number | ${1:-0} << shift)) shift=$((shift + 8))
		[ $# -eq 0 ] || shift
	done
}

check_script() {
	read -r line <"$1" || true
	# shellcheck disable=SC2086 # the words of the line
	set -- ${line#??}
	find_inside "${1:-/}"
	{ [ -f "$found" ] && [ -x "$found" ]; } || fail "$PROGRAM is a script for '${1:-}', which the system does not have"
}

# the loader of shared libraries is the one thing without which the kernel does not start a program
check_binary() {
	read_number 18 2
	machine=$number
	case $(uname -m) in
	x86_64) fits='62 3' ;;
	aarch64) fits=183 ;;
	*) fits=$machine ;;
	esac
	case " $fits " in
	*" $machine "*) ;;
	*) fail "$PROGRAM is a program for another kind of machine (ELF machine $machine, this is a $(uname -m))" ;;
	esac
	loader=$(loader_of "$1")
	[ -n "$loader" ] || return 0
	find_inside "$loader"
	[ -x "$found" ] || fail "$PROGRAM needs $loader, which the system does not have: the capsule lacks its C library"
	needed=$(chroot "$ROOT" "$loader" --list "$PROGRAM" 2>&1) || true
	case $needed in
	*'not found'* | *[Ee]'rror '*) ;;
	*) return 0 ;;
	esac
	missing=$(echo "$needed" | missing_libraries)
	[ -z "$missing" ] || fail "$PROGRAM needs the libraries $missing, which the system does not have"
}

# of what the loaders of glibc and musl print
missing_libraries() {
	sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p
		s/.*error while loading shared libraries: \([^:]*\):.*/\1/p
		s/^Error loading shared library \([^:]*\):.*/\1/p
		s/.*: version .\([A-Z][A-Za-z0-9_.]*\). not found.*/\1/p' | sort -u | paste -s -d ' '
}

# FILE, whose head was read: the path in its segment PT_INTERP, by the header of ELF (System V ABI)
loader_of() {
	read_number 4 1
	case $number in
	1) start=28 entry=42 where=4 length=16 word=4 ;;
	*) start=32 entry=54 where=8 length=32 word=8 ;;
	esac
	read_number $((entry + 2)) 2
	count=$number
	read_number "$entry" 2
	entry=$number
	read_number "$start" "$word"
	start=$number
	[ "$count" -lt 100 ] || return 0
	while [ "$count" -gt 0 ]; do
		read_number "$start" 4
		[ "$number" -ne 3 ] || break
		start=$((start + entry)) count=$((count - 1))
	done
	[ "$count" -gt 0 ] || return 0
	read_number $((start + where)) "$word"
	place=$number
	read_number $((start + length)) "$word"
	tail -c "+$((place + 1))" "$1" | head -c "$number" | tr -d '\000'
}
