# shellcheck shell=sh
# ./perceus fuzz: each codec gets inputs that Jazzer makes, which learns from every one where it leads.

FUZZ=$ROOT/karaf-assembly/fuzz
FUZZ_SOURCES=$FUZZ/src/main/java
FUZZ_SEEDS=$FUZZ/src/main/corpus

fuzz_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus fuzz [TARGET]... [--time SECONDS | --runs N] [--jobs N]

Gives hostile inputs to each codec in turn, or to the ones named, for so many seconds (default 60) or so many inputs, and says
how many they were. With --jobs, so many targets are tried at once. What leads somewhere new is kept in
.build/fuzz/corpus/TARGET, where the next run begins. An input that makes a codec break a promise ends its target; it is kept in
.build/fuzz/findings/TARGET, and the exit code is 1.

usage: ./perceus fuzz TARGET --input FILE

Gives one input to one codec, and shows all that comes of it.

usage: ./perceus fuzz --list

Names the targets: docs/fuzzing.md says what each of them tries.
END_OF_TEXT
}

fuzz_main() {
	fuzz_targets='' fuzz_limit=-max_total_time=60 fuzz_jobs=1 fuzz_input=''
	while [ $# -gt 0 ]; do
		case $1 in
		--help | -h) fuzz_usage && exit ;;
		--list) fuzz_list && exit ;;
		--time | --runs | --jobs | --input)
			[ $# -ge 2 ] || stop "$1 needs a value"
			fuzz_option "$1" "$2"
			shift 2
			;;
		-*) stop "fuzz does not know '$1': see ./perceus fuzz --help" ;;
		*)
			fuzz_list | grep -qxF -- "$1" || stop "there is no target '$1': see ./perceus fuzz --list"
			fuzz_targets="$fuzz_targets $1"
			shift
			;;
		esac
	done
	need
	trap abandon_step EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	fuzz_build
	if [ -n "$fuzz_input" ]; then
		fuzz_again
		return
	fi
	[ -n "$fuzz_targets" ] || fuzz_targets=$(fuzz_list)
	fuzz_all "$BUILD/fuzz"
	say "$fuzz_inputs inputs in all, $fuzz_failed findings"
	[ "$fuzz_failed" -eq 0 ]
}

# fuzz_option OPTION VALUE
fuzz_option() {
	case $1 in
	--input)
		[ -f "$2" ] || stop "there is no file $2"
		fuzz_input=$2
		return
		;;
	esac
	case $2 in *[!0-9]* | '' | 0* | ???????????*) stop "$1 is a number from 1 to 9999999999, not '$2'" ;; esac
	case $1 in
	--time) fuzz_limit=-max_total_time=$2 ;;
	--runs) fuzz_limit=-runs=$2 ;;
	--jobs) fuzz_jobs=$2 ;;
	esac
}

# a class KernelLineFuzz is the target kernel-line
fuzz_list() {
	find "$FUZZ_SOURCES" -name '*Fuzz.java' | sed 's/.*\///; s/Fuzz.java$//; s/\([a-z]\)\([A-Z]\)/\1-\2/g' |
		tr '[:upper:]' '[:lower:]' | LC_ALL=C sort
}

# fuzz_class TARGET
fuzz_class() {
	find "$FUZZ_SOURCES" -iname "$(echo "$1" | tr -d -)Fuzz.java" | sed "s|^$FUZZ_SOURCES/||; s/\.java$//; s|/|.|g"
}

fuzz_build() {
	stamp=$(source_fingerprint)
	[ "$(cat "$BUILD/fuzz/stamp" 2>/dev/null)" != "$stamp" ] || return 0
	mvn=$(maven)
	step "building the codecs and what tries them" "$BUILD/logs/fuzz-build.log" \
		"$mvn" -B -q -f "$ROOT/pom.xml" -am -pl karaf-assembly/fuzz process-classes
	mkdir -p "$BUILD/fuzz"
	echo "$stamp" >"$BUILD/fuzz/stamp"
}

# fuzz_jazzer CLASS ARGUMENT… becomes Jazzer, with temporary files in fuzz_files. The heap is small, so that what a codec keeps of its inputs fills it.
fuzz_jazzer() {
	fuzz_class=$1
	shift
	rm -rf "$fuzz_files"
	mkdir -p "$fuzz_files"
	# with the hooks into regular expressions, a tenth of the inputs can be tried
	exec setsid java -Xmx256m -XX:+UseSerialGC "-Djava.io.tmpdir=$fuzz_files" -cp "$FUZZ/target/classes:$(cat "$FUZZ/target/class-path")" \
		com.code_intelligence.jazzer.Jazzer "--target_class=$fuzz_class" \
		'--instrumentation_includes=org.perceus.**:org.xbill.DNS.**' '--custom_hook_includes=org.perceus.none.**' \
		--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks:com.code_intelligence.jazzer.sanitizers.RegexInjection \
		-rss_limit_mb=1500 -print_final_stats=1 "$@"
}

fuzz_again() {
	case $fuzz_targets in ' '*' '* | '') stop "--input needs one target: see ./perceus fuzz --help" ;; esac
	mkdir -p "$BUILD/fuzz/again"
	fuzz_files=$BUILD/fuzz/again/files
	(fuzz_jazzer "$(fuzz_class "${fuzz_targets# }")" -timeout=10 "--reproducer_path=$BUILD/fuzz/again" "-artifact_prefix=$BUILD/fuzz/again/" "$fuzz_input") ||
		stop "it broke a promise of ${fuzz_targets# }: see above"
	say "${fuzz_targets# } kept its promises"
}

# fuzz_all FOLDER tries all wanted targets, as many at once as may run
fuzz_all() {
	fuzz_folder=$1 fuzz_running='' fuzz_inputs=0 fuzz_passed=0 fuzz_failed=0
	for fuzz_target in $fuzz_targets; do
		fuzz_await $((fuzz_jobs - 1))
		fuzz_start "$fuzz_target"
	done
	fuzz_await 0
}

# fuzz_running has a word TARGET:PID:TIME for each that runs
fuzz_start() {
	mkdir -p "$fuzz_folder/corpus/$1" "$fuzz_folder/findings/$1" "$BUILD/logs" "$FUZZ_SEEDS/$1"
	fuzz_files=$fuzz_folder/files/$1
	fuzz_jazzer "$(fuzz_class "$1")" "$fuzz_limit" -timeout=10 "--reproducer_path=$fuzz_folder/findings/$1" "-artifact_prefix=$fuzz_folder/findings/$1/" \
		"$fuzz_folder/corpus/$1" "$FUZZ_SEEDS/$1" >"$BUILD/logs/fuzz-$1.log" 2>&1 </dev/null &
	fuzz_running="$fuzz_running $1:$!:$(now)"
	working="${working:-} $!"
}

# fuzz_await N waits until no more than N run
fuzz_await() {
	while fuzz_look && [ "$(echo "$fuzz_running" | wc -w)" -gt "$1" ]; do sleep 1; done
}

fuzz_look() {
	still_running='' still_working='' minute=$(($(now) / 60))
	for fuzz_one in $fuzz_running; do
		fuzz_name=${fuzz_one%%:*} fuzz_time=$(($(now) - ${fuzz_one##*:}))
		fuzz_process=${fuzz_one#*:} fuzz_process=${fuzz_process%:*}
		if is_alive "$fuzz_process"; then
			[ "$minute" -eq "${fuzz_minute:-$minute}" ] || say "$fuzz_name ... $(fuzz_progress "$fuzz_name")"
			still_running="$still_running $fuzz_one" still_working="$still_working $fuzz_process"
		else
			fuzz_code=0
			wait "$fuzz_process" || fuzz_code=$?
			fuzz_ended "$fuzz_name"
		fi
	done
	fuzz_running=$still_running working=$still_working fuzz_minute=$minute
}

# what libFuzzer counts: edges of the code, features (edges by how often they were taken), and inputs that are worth keeping
fuzz_progress() {
	sed -n 's/^#\([0-9]*\).* cov: \([0-9]*\) ft: \([0-9]*\) corp: \([0-9]*\).*/\1 inputs, \2 edges, \3 features, \4 kept/p' \
		"$BUILD/logs/fuzz-$1.log" | tail -n 1
}

fuzz_ended() {
	fuzz_log=$BUILD/logs/fuzz-$1.log
	count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$fuzz_log")
	fuzz_inputs=$((fuzz_inputs + ${count:-0}))
	if [ "$fuzz_code" -eq 0 ] && [ -n "$count" ]; then
		fuzz_passed=$((fuzz_passed + 1))
		echo "ok      $1: $(fuzz_progress "$1"), $fuzz_time s"
		return
	fi
	fuzz_failed=$((fuzz_failed + 1))
	fuzz_input=$(fuzz_finding "$fuzz_log")
	if [ -n "$fuzz_input" ]; then
		fuzz_found "$1" "$fuzz_log" "$fuzz_input"
	else
		tail -n 20 "$fuzz_log" | sed 's/^/    /'
		echo "FAILED  $1 could not be tried: the end of ${fuzz_log#"$ROOT/"} is above"
	fi
}

# fuzz_finding LOG prints the file with the input by which a promise was broken
fuzz_finding() { sed -n 's/.*Test unit written to //p' "$1" | tail -n 1; }

# fuzz_found TARGET LOG FILE
fuzz_found() {
	reason=$(sed -n 's/^== Java Exception: //p; s/^==[0-9]*== ERROR: //p' "$2" | head -n 1 | cut -c 1-300)
	echo "FINDING $1: $reason: see ./perceus fuzz $1 --input ${3#"$ROOT/"}"
}

# what "./perceus test" does: all targets in one process, from the seeds alone, whose first byte is the number of their target
fuzz_tests() {
	fuzz_build
	fuzz_folder=$BUILD/fuzz/test fuzz_log=$BUILD/fuzz/test/log fuzz_files=$BUILD/fuzz/test/files
	rm -rf "$fuzz_folder"
	mkdir -p "$fuzz_folder/corpus" "$fuzz_folder/findings"
	fuzz_targets=$(fuzz_list) fuzz_classes='' number=0
	for target in $fuzz_targets; do
		fuzz_classes="$fuzz_classes${fuzz_classes:+ }$(fuzz_class "$target")"
		for seed in "$FUZZ_SEEDS/$target"/*; do
			{ fuzz_octet "$number" && cat "$seed"; } >"$fuzz_folder/corpus/$target-${seed##*/}"
		done
		number=$((number + 1))
	done
	# the limit of an input is a long one: a machine with much else to do is no finding
	if (fuzz_jazzer org.perceus.fuzz.EachTarget "--target_args=$fuzz_classes" -max_total_time=25 -timeout=120 \
		"--reproducer_path=$fuzz_folder" "-artifact_prefix=$fuzz_folder/findings/" "$fuzz_folder/corpus") >"$fuzz_log" 2>&1; then
		sed -n 's/^stat::number_of_executed_units: */inputs: /p' "$fuzz_log"
		echo "$number passed, 0 failed"
		return
	fi
	tail -n 40 "$fuzz_log"
	fuzz_input=$(fuzz_finding "$fuzz_log")
	[ -z "$fuzz_input" ] || fuzz_found_by_number "$fuzz_input"
	echo "0 passed, 1 failed"
	return 1
}

# fuzz_octet NUMBER prints one byte
fuzz_octet() {
	octet=$(printf '%03o' "$1")
	# shellcheck disable=SC2059
	printf "\\$octet"
}

# fuzz_found_by_number FILE
fuzz_found_by_number() {
	place=$(($(od -A n -t u1 -N 1 "$1") % number + 1))
	target=$(echo "$fuzz_targets" | sed -n "${place}p")
	tail -c +2 "$1" >"$fuzz_folder/$target-input"
	fuzz_found "$target" "$fuzz_log" "$fuzz_folder/$target-input"
	# the log may be all that is left of a machine that tests
	echo "FINDING $target: the input by gzip and base64: $(gzip -9 <"$fuzz_folder/$target-input" | base64 -w 0 | cut -c 1-3900)"
}
