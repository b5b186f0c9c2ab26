# shellcheck shell=sh disable=SC2154,SC2034,SC2016,SC2317

date() {
	case $* in
	'-u +%s') echo 1764400000 ;;
	'-u -s '*) echo "$3" >new ;;
	*) command date "$@" ;;
	esac
}

# SECONDS: the server's clock, beside ours
server_at() { LC_ALL=C command date -u -d "@$((1764400000 + $1))" '+%a, %d %b %Y %H:%M:%S GMT' >answer.date; }

test_a_server_without_a_time_leaves_the_clock_alone() {
	mend_clock answer
	for nonsense in '' yesterday '$(reboot)' 'Sun, 99 Nov 2026 07:20:44 GMT'; do
		echo "$nonsense" >answer.date
		mend_clock answer
	done
	[ ! -e new ]
}

test_a_clock_that_is_far_off_is_set() {
	server_at 86399 && mend_clock answer
	[ ! -e new ]
	server_at 90000 && mend_clock answer
	equal "$(cat new)" @1764490000
	contains "$(cat "$CONSOLE")" "check the machine's battery"
	server_at -90000 && mend_clock answer
	equal "$(cat new)" @1764310000
}

test_no_clock_is_before_the_build_of_the_system() {
	SYSTEM=$PWD/system
	mkdir -p system/etc && touch -d @1764900000 system/etc/perceus-release
	mend_clock answer
	equal "$(cat new)" @1764900000
}

test_the_time_comes_with_each_answer() {
	start_server
	equal "$(http_post "$PERCEUS_SERVER" token /node/event x answer)" 204
	case $(cat answer.date) in *' GMT'*) ;; *) exit 1 ;; esac
	equal "$(http_ask "$PERCEUS_SERVER" token / answer)" 404
	case $(cat answer.date) in *' GMT'*) ;; *) exit 1 ;; esac
}
