# shellcheck shell=sh disable=SC2154
# Whether the kernel will be able to start a program of the root, which is not / yet.

# PATH: ends the boot with what is missing
check_init() {
	PROGRAM=$1
	find_inside "$1"
	[ -f "$found" ] || fail "the system has no $PROGRAM to start as its first program$(link_note "$1"): import the capsule again with one, such as Debian's package systemd-sysv"
	[ -x "$found" ] || fail "$PROGRAM cannot be executed: give it mode 755 in the capsule"
	case $(bytes_at "$found" 0 4 c) in
	'177 E L F') check_binary "$found" ;;
	'# !'*) check_script "$found" ;;
	*) fail "$PROGRAM is neither a program nor a script: its first bytes are $(bytes_at "$found" 0 4 x1)" ;;
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

# FILE OFFSET COUNT TYPE: as od shows them
bytes_at() { od -An -j "$2" -N "$3" -t "$4" -v "$1" 2>/dev/null | tr -s ' \n' ' ' | sed 's/^ //; s/ $//'; }

# FILE OFFSET BYTES: an unsigned number, the lowest byte first
number_at() { bytes_at "$1" "$2" "$3" "u$3"; }

check_script() {
	read -r line <"$1" || true
	# shellcheck disable=SC2086 # the words of the line
	set -- ${line#??}
	find_inside "${1:-/}"
	{ [ -f "$found" ] && [ -x "$found" ]; } || fail "$PROGRAM is a script for '${1:-}', which the system does not have"
}

# the loader of shared libraries is the one thing without which the kernel does not start a program
check_binary() {
	machine=$(number_at "$1" 18 2)
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
	missing=$(chroot "$ROOT" "$loader" --list "$PROGRAM" 2>&1 | missing_libraries)
	[ -z "$missing" ] || fail "$PROGRAM needs the libraries $missing, which the system does not have"
}

# of what the loaders of glibc and musl print
missing_libraries() {
	sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p
		s/.*error while loading shared libraries: \([^:]*\):.*/\1/p
		s/^Error loading shared library \([^:]*\):.*/\1/p
		s/.*: version .\([A-Z][A-Za-z0-9_.]*\). not found.*/\1/p' | sort -u | paste -s -d ' '
}

# FILE: the path in its segment PT_INTERP, by the header of ELF (System V ABI)
loader_of() {
	case $(number_at "$1" 4 1) in
	1) start=$(number_at "$1" 28 4) size=$(number_at "$1" 42 2) count=$(number_at "$1" 44 2) where=4 length=16 word=4 ;;
	*) start=$(number_at "$1" 32 8) size=$(number_at "$1" 54 2) count=$(number_at "$1" 56 2) where=8 length=32 word=8 ;;
	esac
	[ "${count:-0}" -lt 100 ] || return 0
	while [ "${count:-0}" -gt 0 ]; do
		[ "$(number_at "$1" "$start" 4)" != 3 ] || {
			tail -c "+$(($(number_at "$1" $((start + where)) $word) + 1))" "$1" |
				head -c "$(number_at "$1" $((start + length)) $word)" | tr -d '\000'
			return
		}
		start=$((start + size)) count=$((count - 1))
	done
}
