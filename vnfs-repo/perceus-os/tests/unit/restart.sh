# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# How the agent restarts its node, with a server that answers and an init that notes what it is told.

mkdir -p system/proc/sys/kernel home
SYSTEM=$PWD/system CONFIG=$PWD/home/agent.conf
HERE=$PWD/home
SECOND=$SHARE/second/all/usr/lib/perceus
for part in "$SECOND"/*; do ln -s "$part" home/; done
# shellcheck source=/dev/null
. "$SECOND/restart.sh"
server='' token=tokentokentokentoken system=systemd
mount() { :; }
umount() { rm -rf "${1:?}"; }
systemctl() { echo "systemctl $*" >>told; }
reboot() { echo "reboot" >>told; }
kexec() { echo "$*" >>loaded && ls "$perceus_os" >files && cat "$perceus_os/initramfs" >initramfs; }

# three artifacts and the answer that names them
offer_perceus_os() {
	start_server
	server=$PERCEUS_SERVER
	mkdir -p tools/bin
	echo program >tools/bin/kexec.program
	(cd tools && find . | /usr/bin/cpio -o -H newc 2>/dev/null) | gzip -n >tools.gz
	echo kernel >kernel
	echo os >os
	answer 200 "#!perceus kexec
tools $(publish tools.gz)
kernel $(publish kernel)
initramfs $(publish os)
arguments a=1 b=\"c d\"
#!perceus end
"
}

publish() {
	hash=$(sha256sum <"$1")
	cp "$1" "artifact/${hash%% *}"
	echo "${hash%% *} $(stat -c %s "$1")"
}

# as the server answers a sign of life
word_of() { printf '#!perceus restart %s\n' "$1" >word && follow_word word; }

test_perceus_os_is_loaded_and_entered_when_all_is_stopped() {
	offer_perceus_os
	word_of kexec
	equal "$(cat told)" "systemctl kexec"
	contains "$(cat loaded)" "--command-line=a=1 b=\"c d\""
	equal "$(tr '\n' ' ' <files | sed 's/[a-z]*\.\(date\|status\) //g')" "bin initramfs kernel tools "
	equal "$(cat initramfs)" os
	equal "$(cat "$RUN/restart")" "by kexec"
	contains "$(cat requests/000)" "how=kexec"
	# the memory is not needed any more
	[ ! -e "$RUN/perceus-os" ]
}

test_what_was_kept_is_handed_on() {
	offer_perceus_os
	echo "MemAvailable: 1000000 kB" >"$SYSTEM/proc/meminfo"
	mkdir -p home/next/kept
	echo root >home/next/kept/abc
	word_of kexec
	tail -c +5 initramfs | /usr/bin/cpio -t 2>/dev/null | grep -qx kept/abc
}

test_the_key_of_the_node_is_handed_on() {
	offer_perceus_os
	echo key >home/node.key
	word_of kexec
	tail -c +5 initramfs >handed && /usr/bin/cpio -t <handed 2>/dev/null | grep -qx kept/node.key
	echo 'archive /x' >direct
	perceus_os=$PWD/direct-os
	mkdir "$perceus_os"
	: >"$perceus_os/initramfs"
	hand_on_key direct
	/usr/bin/cpio -t <"$perceus_os/initramfs" 2>/dev/null | grep -qx .perceus/os/kept/node.key
	/usr/bin/cpio -tv <"$perceus_os/initramfs" 2>/dev/null | grep -q '^-rw-------.*node.key'
}

test_a_direct_start_has_the_root_before_perceus_os() {
	offer_perceus_os
	rm -r answers/*
	echo 'the root' >root
	printf knows >knows
	answer 200 "#!perceus kexec-direct
tools $(publish tools.gz)
kernel $(publish kernel)
archive /artifact/$(publish knows | cut -d ' ' -f 1)
root $(publish root)
initramfs $(publish os)
arguments rdinit=/.perceus/direct a=1
#!perceus end
"
	word_of kexec
	equal "$(cat told)" "systemctl kexec"
	contains "$(cat loaded)" "--command-line=rdinit=/.perceus/direct a=1"
	equal "$(tr '\000' '-' <initramfs)" 'knows---the root
---os'
}

test_what_is_for_the_node_alone_is_fetched_by_the_claim_of_the_boot() {
	http_ask() { echo "$2 $3" >>asked && cp "artifact/${3##*/}" "$4" && echo 200; }
	mkdir artifact perceus-os
	perceus_os=perceus-os
	printf x >x
	named=$(publish x)
	printf '#!perceus kexec-direct\nclaim claimclaimclaimclaim\nroot %s\n' "$named" >direct
	fetch_named direct root
	printf '#!perceus kexec\nkernel %s\n' "$named" >plain
	fetch_named plain kernel
	equal "$(cut -d ' ' -f 1 asked | paste -s -d ' ')" "claimclaimclaimclaim tokentokentokentoken"
}

test_a_direct_start_of_which_nothing_is_known_leads_by_the_firmware() {
	offer_perceus_os
	rm -r answers/*
	echo root >root
	answer 200 "#!perceus kexec-direct
tools $(publish tools.gz)
kernel $(publish kernel)
archive /artifact/0123
root $(publish root)
initramfs $(publish os)
#!perceus end
"
	word_of kexec
	equal "$(cat told)" "systemctl reboot"
	contains "$(cat "$RUN/restart")" "what Perceus OS must know of the boot could not be fetched, status 404"
}

test_the_firmware_restarts_what_is_told_so() {
	start_server
	server=$PERCEUS_SERVER
	answer 200 '#!perceus firmware'
	word_of firmware
	equal "$(cat told)" "systemctl reboot"
	[ ! -e "$RUN/restart" ]
}

test_the_server_may_want_the_firmware_instead() {
	start_server
	server=$PERCEUS_SERVER
	answer 200 '#!perceus firmware its next boot is for disk'
	word_of kexec
	equal "$(cat told)" "systemctl reboot"
	equal "$(cat "$RUN/restart")" "by its firmware and not by kexec: its next boot is for disk"
}

test_an_init_without_a_way_into_kernels_reboots() {
	offer_perceus_os
	system=openrc
	word_of kexec
	equal "$(cat told)" reboot
	equal "$(cat "$RUN/restart")" "by its firmware and not by kexec: its init, openrc, has no way into another kernel"
	[ ! -e loaded ]
}

test_a_kernel_that_must_not_load_others_reboots() {
	offer_perceus_os
	echo 1 >"$SYSTEM/proc/sys/kernel/kexec_load_disabled"
	word_of kexec
	equal "$(cat told)" "systemctl reboot"
	contains "$(cat "$RUN/restart")" "kexec is switched off in its kernel"
}

test_a_kernel_that_does_not_load_reboots() {
	offer_perceus_os
	kexec() { echo "no such syscall" >&2 && return 1; }
	word_of kexec
	equal "$(cat told)" "systemctl reboot"
	contains "$(cat "$RUN/restart")" "kexec could not load the kernel: no such syscall"
}

test_a_file_that_arrives_broken_leads_by_the_firmware() {
	offer_perceus_os
	hash=$(sha256sum <kernel)
	echo other >"artifact/${hash%% *}"
	word_of kexec
	equal "$(cat told)" "systemctl reboot"
	contains "$(cat "$RUN/restart")" "the kernel of Perceus OS could not be fetched, status 200"
	[ ! -e loaded ]
}

test_an_answer_that_was_cut_off_leads_by_the_firmware() {
	start_server
	server=$PERCEUS_SERVER
	answer 200 '#!perceus kexec
tools abc 1'
	word_of kexec
	contains "$(cat "$RUN/restart")" "the server's answer was cut off"
}

test_an_init_that_does_not_take_kexec_reboots() {
	offer_perceus_os
	systemctl() { echo "systemctl $*" >>told && [ "$1" != kexec ]; }
	word_of kexec
	equal "$(tail -n 1 told)" "systemctl reboot"
	equal "$(cat "$RUN/restart")" "by its firmware and not by kexec: its init did not take it"
}

test_a_lost_answer_is_asked_for_again() {
	start_server
	server=$PERCEUS_SERVER
	answer 503 busy
	answer 200 '#!perceus firmware'
	word_of firmware
	equal "$(cat told)" "systemctl reboot"
	equal "$(wc -l <"$RUN/naps")" 1
}

test_what_the_server_takes_back_is_not_done() {
	start_server
	server=$PERCEUS_SERVER
	answer 403 'its boot is over'
	word_of kexec
	[ ! -e told ]
	contains "$(cat "$CONSOLE")" "the server takes the restart back: its boot is over"
}

test_words_that_are_not_known_are_passed_over() {
	for text in '' '#!perceus' '#!perceus restart' '#!perceus restart banana' 'restart kexec' '#!perceus restart kexec; reboot'; do
		echo "$text" >word
		follow_word word
	done
	[ ! -e told ]
}
