# shellcheck shell=sh
# Reading and typing on the serial console of a virtual machine.

# the console's text without carriage returns and terminal control
console_text() { tr -d '\r\000' <"$LAB_DIR/consoles/$1.log" | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g; s/\x1b[()][A-Z0-9]//g'; }

# console_wait NAME REGEX SECONDS
console_wait() {
	tenths=$(($3 * 2))
	until console_text "$1" 2>/dev/null | grep -Eq -- "$2"; do
		tenths=$((tenths - 1))
		[ "$tenths" -gt 0 ] || return 1
		sleep 0.5
	done
}

# console_run NAME COMMAND [SECONDS] types the command into the shell there and prints what it prints; its exit code is ours
console_run() {
	mark=$(od -An -N6 -tx1 /dev/urandom | tr -d ' ')
	{
		# what is typed is echoed, so the marks are typed in two parts; the kernel must not write between them
		printf '%s\n' "dmesg -n 1; echo 'begin''-$mark'; $2; echo 'end''-$mark' \$?"
		# what the machine has not read yet is lost when the connection ends
		console_wait "$1" "end-$mark [0-9]+" "${3:-60}"
	} | socat - "UNIX-CONNECT:$LAB_RUN/$1.console" >/dev/null
	console_wait "$1" "end-$mark [0-9]+" 1 || return 124
	# the kernel and what Perceus runs beside the start of the system write to the same console
	console_text "$1" | sed -n "/begin-$mark\$/,/end-$mark /p" | sed '1d;$d' | sed '/^\[ *[0-9]*\.[0-9]*\] /d; /^perceus-[a-z]*: /d'
	return "$(console_text "$1" | sed -n "s/.*end-$mark \([0-9]*\).*/\1/p" | head -n 1)"
}

# console_soon NAME EXPECTED COMMAND SECONDS waits until the command prints that, or no longer
console_soon() {
	soon_until=$(($(now) + $4))
	until [ "$(console_run "$1" "$3")" = "$2" ] || [ "$(now)" -ge "$soon_until" ]; do sleep 2; done
}
