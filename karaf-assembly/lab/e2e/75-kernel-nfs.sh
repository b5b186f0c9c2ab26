#!/bin/sh
# The boot server is a machine of its own, whose kernel serves NFS. A node has its root from there, and keeps it when a new
# version of its capsule comes and when the container ends; what others export stays as it is.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

trees=/opt/perceus/data/vnfs/trees
file=/etc/exports.d/perceus.exports
served_to() { on_server "exportfs -s | awk '\$1 == \"$trees\" { sub(/[(].*/, \"\", \$2); print \$2 }'"; }
# exported_to WHAT NETWORKS waits a while, as the container serves before the last of its modules has come
exported_to() {
	deadline=$(($(now) + 120))
	until [ "$(served_to)" = "$2" ] || [ "$(now)" -ge "$deadline" ]; do sleep 2; done
	equal "$1" "$(served_to)" "$2"
}
others() { on_server "exportfs -s | grep -c '^/srv/'" || true; }
reason="served by the kernel's NFS server, by $file, because the system's kernel has an NFS server that runs"
says() { on_server "/opt/perceus/bin/perceus module info nfs-root | grep -c \"^says  *$1\$\""; }

e2e_lab_at 10.10.0.2/24
seed_sow nfs-root
# shellcheck source=../server.sh
. "$ROOT/karaf-assembly/lab/server.sh"
build_server
tree_archive "$LAB_DIR/new.disk"
server_start nfs-root --disk new:0 </dev/null
on_server 'ip link add other type dummy && ip addr add 10.20.0.1/24 dev other && ip link set other up'
on_server 'mkdir /srv/file /srv/hand; echo "/srv/file 10.20.0.0/24(ro,no_subtree_check)" >/etc/exports; exportfs -a'
on_server 'exportfs -o ro,no_subtree_check 10.20.0.0/24:/srv/hand'
server_container_start
mac=$(random_mac)
vm_start vm1 "$mac"
exported_to "networks that the trees are exported to" 10.10.0.0/24
equal "exports of others" "$(others)" 2
equal "how often the module says who serves, and why" "$(says "$reason")" 1
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 "$(node_of_mac "$mac")" nfs-root
equal "what it has below its overlay" "$(console_run vm1 'findmnt -n -o FSTYPE,SOURCE /run/perceus/tree | cut -c 1-46')" \
	"nfs4   10.10.0.1:$trees/"

on_server 'cp /dev/vdc /opt/perceus/new.tar && /opt/perceus/bin/perceus vnfs import --method nfs-root debian-12@2 /opt/perceus/new.tar' 600
equal "trees after a new version" "$(on_server "ls $trees | wc -l")" 2
check "the node reads on from its tree" tree_reads vm1 200
check "the node still has the version that it started with" tree_is_first vm1

on_server 'systemctl stop perceus'
check "without the container the node reads on" tree_reads vm1
on_server 'systemctl restart nfs-server'
check "after a restart of the kernel's server the node reads on" tree_reads vm1 200
equal "networks that the trees are exported to" "$(served_to)" 10.10.0.0/24

on_server 'exportfs -o ro,no_subtree_check 10.20.0.0/24:/srv/hand'
on_server 'echo "server = ganesha" >/opt/perceus/etc/org.perceus.module.nfs_server.cfg'
server_container_start
exported_to "networks that the trees are exported to, when another server shall serve" ""
check "the file of exports is gone" on_server "! test -e $file"
equal "exports of others" "$(others)" 2
