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

test_a_clock_that_is_right_is_not_spoken_of() {
	for seconds in 0 60 -60; do
		server_at $seconds
		equal "$(clock_trouble answer)" ""
	done
}

test_a_clock_that_is_wrong_is_named_with_the_difference() {
	server_at 61 && equal "$(clock_trouble answer)" "the clock is 61 seconds behind the server's"
	server_at -600 && equal "$(clock_trouble answer)" "the clock is 10 minutes ahead of the server's"
	server_at 9000 && equal "$(clock_trouble answer)" "the clock is 2 hours behind the server's"
	server_at -31622400 && equal "$(clock_trouble answer)" "the clock is 366 days ahead of the server's"
}

test_a_server_without_a_time_says_nothing_about_the_clock() {
	equal "$(clock_trouble answer)" ""
	for nonsense in '' yesterday '$(reboot)' 'Sun, 99 Nov 2026 07:20:44 GMT'; do
		echo "$nonsense" >answer.date
		equal "$(clock_trouble answer)" ""
	done
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
