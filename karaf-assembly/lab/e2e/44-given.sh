#!/bin/sh
# A machine is given all that the small modules give, and says so on its console; a file server that is away holds nothing up.
# shellcheck disable=SC2016 # commands are for the shell of the node
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
# shellcheck source=../homes.sh
. "$LAB_SCRIPTS/homes.sh"

# is WHAT EXPECTED COMMAND
is() { equal "$1" "$(console_run given "$3")" "$2"; }

e2e_lab
homes_serve home 10.10.0.2
echo "the same everywhere" >"$LAB_DIR/home/greeting"
e2e_container </dev/null

mac=$(random_mac)
perceus node add --name given "$mac"
perceus node add --name other "$(random_mac)"
perceus node set 'sysctl=vm.swappiness=7; net.ipv4.tcp_rmem=4096 87380 5000000' hosts=all time-zone=Asia/Kolkata given
perceus node set drivers=loop drivers-off=button 'drivers-options=loop max_loop=3' given
perceus node set services=debug-shell services-off=getty@tty1 services-masked=systemd-ask-password-wall.path given
# what a capsule needs that has no nfs-common
nfs() { echo "$1:/$2 $3 nfs vers=4.2,addr=$1"; }
perceus node set "mounts=$(nfs 10.10.0.2 home /home); $(nfs 10.10.0.9 away /srv/my-data); tmpfs /scratch tmpfs size=9m" given
if perceus node set 'mounts=10.10.0.2:/home /usr' given 2>/dev/null; then trouble "a mount over /usr was taken"; fi

vm_start given "$mac"
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove given given

is "a parameter of its kernel" 7 'cat /proc/sys/vm/swappiness'
is "one of several words" "4096 87380 5000000" 'echo $(cat /proc/sys/net/ipv4/tcp_rmem)'
is "a driver with a parameter" 3 'cat /sys/module/loop/parameters/max_loop'
is "a driver that is kept off" 0 'udevadm trigger --settle; modprobe -b button; grep -c "^button " /proc/modules'
is "a driver that is kept off can be loaded by hand" 1 'modprobe button; grep -c "^button " /proc/modules'
is "a service that is on" active 'systemctl is-active debug-shell'
is "a service that is off" inactive 'systemctl is-active getty@tty1'
is "it can be started by hand" active 'systemctl start getty@tty1; systemctl is-active getty@tty1'
is "a service that is masked" "masked inactive" 'echo $(systemctl is-enabled systemd-ask-password-wall.path; systemctl is-active systemd-ask-password-wall.path)'
is "the time zone" "IST Asia/Kolkata" 'echo $(date +%Z; cat /etc/timezone)'
is "the address of another node" "$(node_field other address)" 'getent hosts other.lab | cut -d " " -f 1'
is "its own address" "$(node_field given address)" 'getent ahostsv4 given | sed -n "s/ .*//p;q"'
is "a file of the home server" "the same everywhere" 'cat /home/greeting'
is "what it writes there" 'nfs4' 'echo mine >/home/mine; findmnt -n -o FSTYPE /home | tail -n 1'
equal "what the server has of it" "$(cat "$LAB_DIR/home/mine")" mine
is "a mount in RAM" "tmpfs 9M" 'echo $(findmnt -n -o FSTYPE,SIZE /scratch)'

# the server that is away
equal "what its status says" "$(node_field given reason)" 'Linux '"$(capsule_kernel)"', failed units: srv-my\x2ddata.mount'
check "nothing else has failed" test "$(failed_services given | grep -c .)" = 1
homes_serve away 10.10.0.9
echo "back again" >"$LAB_DIR/away/news"
equal "what a server has that was away" "$(console_run given 'cat /srv/my-data/news' 120)" "back again"
