#!/bin/sh
# A machine with OpenRC is given the same as one with systemd: see 44-given.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
# shellcheck source=../homes.sh
. "$LAB_SCRIPTS/homes.sh"

# is WHAT EXPECTED COMMAND
is() { equal "$1" "$(console_run given "$3")" "$2"; }

# soon WHAT EXPECTED COMMAND: what is done beside the start may come a little later
soon() {
	console_soon given "$2" "$3" 120
	is "$@"
}

e2e_lab
build_root alpine
homes_serve home 10.10.0.2
echo "the same everywhere" >"$LAB_DIR/home/greeting"
process_start logs socat -u UDP4-RECV:5514,bind=10.10.0.1 STDOUT
{ lab_settings && echo "setting.capsule = alpine"; } | container_configure
container_start
capsule_import stateless-ram alpine@1 "$CAPSULE"

mac=$(random_mac)
perceus node add --name given "$mac"
perceus node set 'sysctl=vm.swappiness=7; kernel.panic=11' drivers=loop 'drivers-options=loop max_loop=3' given
perceus node set services=crond services-off=dmesg services-masked=hwclock syslog=10.10.0.1:5514 given
# nfs-ganesha gives newer kernels nothing to read by NFS 4.2
perceus node set 'mounts=10.10.0.2:/home /home nfs vers=4.1,addr=10.10.0.2; 10.10.0.9:/away /srv/away nfs vers=4.1,addr=10.10.0.9' given

vm_start given "$mac" --memory 2560
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove given given

is "parameters of its kernel" "7 11" 'echo $(cat /proc/sys/vm/swappiness /proc/sys/kernel/panic)'
is "a driver with a parameter" 3 'cat /sys/module/loop/parameters/max_loop'
is "a service that is on" 0 'rc-service crond status >/dev/null; echo $?'
is "a service that is off" 3 'rc-service dmesg status >/dev/null; echo $?'
is "a service that is masked" 1 'rc-service hwclock status >/dev/null 2>&1; echo $?'
is "services that have crashed" "" 'rc-status --crashed || true'
soon "a file of the home server" "the same everywhere" 'cat /home/greeting'
console_run given 'logger "a word for the server"'
check "the server has the log of the node" grep -q 'a word for the server' "$LAB_DIR/logs/logs.log"

soon "what is said of the server that is away" 1 'grep -c "10.10.0.9:/away is not mounted at /srv/away" /run/perceus/troubles'
homes_serve away 10.10.0.9
echo "back again" >"$LAB_DIR/away/news"
soon "what a server has that was away" "back again" 'cat /srv/away/news'
