#!/bin/sh
# A machine with a BIOS that nobody announced becomes a node with the capsule in its RAM.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

can_pivot='unshare -m sh -c "mount --make-rprivate / && mount -t tmpfs new /mnt && mkdir /mnt/old && pivot_root /mnt /mnt/old"'

e2e_lab
e2e_container </dev/null
equal "nodes before" "$(registry_of_nodes)" '[]'
mac=$(random_mac)
vm_start vm1 "$mac"
wait_state "$mac" ready "$boot_limit"
node=$(node_of_mac "$mac")
equal "its name is the first of the pattern" "$node" n0000
equal "its address is the first of the pool" "$(node_field "$node" address)" 10.10.0.100
check "the node is what the registry says" prove vm1 "$node"
check "programs on the node can exchange its root" console_run vm1 "$can_pivot"
check "iPXE did not wait for an IPv6 router" test "$(perceus info --counters --json | jq '.counters["ndp.provision.answers"] // 0')" -ge 1
check "the agent of the node runs" console_run vm1 'systemctl is-active perceus-agent'
equal "units that failed on the node" "$(console_run vm1 'systemctl --failed --plain --no-legend | wc -l')" 0
equal "who reads the agent's token" "$(console_run vm1 'stat -c "%a %U" /etc/perceus/agent.conf')" "600 root"
largest=$(find "$INSTANCE/data/vnfs/artifacts" -type f -printf '%s %f\n' | sort -n | tail -n 1 | cut -d ' ' -f 2)
equal "what a user of the node gets of a capsule whose hash he knows" 403 \
	"$(console_run vm1 "/usr/lib/perceus/busybox wget -O /dev/null http://10.10.0.1:9870/artifact/$largest 2>&1 | grep -o 403")"
asks="/usr/lib/perceus/busybox wget -q -O - http://10.10.0.1:9870/boot/mac/$mac/ipxe"
equal "claims that a user of the node gets for its MAC" 0 "$(console_run vm1 "$asks | grep -c perceus.claim || true")"
equal "what is told of that" "$(stranger_sentence "$mac")" "it asks for a boot without having asked this server for an address"
check "a user of the node sends what asks for an address" console_run vm1 'bash -c "head -c 300 /dev/zero >/dev/udp/10.10.0.1/67"'
check "that is dropped" test "$(perceus info --counters --json | jq '.counters["dhcp.provision.of-users"] // 0')" -eq 1
equal "what it is after that" "$(node_field "$node" state)" ready
time_line=$(perceus boot show --json "$mac" | jq -r '.[0].events | map(.state) | unique | join(" ")')
for state in booting provisioning starting ready; do
	check "the time-line has '$state'" test "${time_line#*"$state"}" != "$time_line"
done
slurm=$(perceus node export --slurm "$node")
check "Slurm is told what the machine has ($slurm)" \
	expr "$slurm" : "NodeName=n0000 NodeAddr=10.10.0.100 CPUs=[1-9][0-9]* Sockets=[1-9][0-9]* CoresPerSocket=[1-9][0-9]* ThreadsPerCore=[12] RealMemory=[1-9][0-9]*\$"
cpus=${slurm#*CPUs=}
equal "processors that Slurm is told, and those that the node has" "${cpus%% *}" "$(console_run vm1 nproc)"
memory=${slurm#*RealMemory=}
check "Slurm is told of no more memory than the node has" \
	test "$((memory * 1024))" -le "$(console_run vm1 'grep MemTotal /proc/meminfo | tr -s " " | cut -d " " -f 2')"
