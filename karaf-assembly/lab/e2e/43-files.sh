#!/bin/sh
# A machine gets the site's own files: of all scopes, a template, any bytes, a large file, modes, owners and a command. A broken
# template keeps it waiting with file and line, and mending it lets it go on. Templates and the module slurm know what its
# machine has, in its first boot already.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"

# put PATH: standard input becomes that file of the site, whole at once
put() {
	mkdir -p "$(dirname "$site/$1")"
	cat >"$LAB_DIR/put"
	chmod 644 "$LAB_DIR/put"
	mv "$LAB_DIR/put" "$site/$1"
}

# on_node WHAT EXPECTED COMMAND
on_node() { equal "$1" "$(console_run vm1 "$3")" "$2"; }

e2e_lab
site=$INSTANCE/site/files
e2e_container </dev/null
mac=$(random_mac)
perceus node add --name n0001 --group rack1 "$mac"
perceus node add --name other --address 10.10.0.150 02:00:00:00:00:99
# shellcheck disable=SC2016 # for nobody
perceus node set x-place='row 7; $(touch /pwned)' n0001

echo all | put all/etc/site/scope
echo group | put group/rack1/etc/site/scope
echo node | put node/n0001/etc/site/of-node
echo other | put node/other/etc/site/of-other
echo capsule | put capsule/debian-12/etc/site/of-capsule
head -c 5000 /dev/urandom | put all/opt/site/binary
head -c 300000 /dev/urandom | put all/opt/site/large
echo '#!/bin/sh' | put all/usr/local/bin/site-tool
mkdir -p "$site/all/srv/empty"
ln -s /etc/site/scope "$site/all/etc/site/link"
put all/etc/hosts.tmpl <<'END_OF_FILE'
127.0.0.1 localhost
{{#nodes}}
{{#address}}
{{address}} {{name}}{{#self}} myself{{/self}}
{{/address}}
{{/nodes}}
END_OF_FILE
put all/etc/site/place.tmpl <<'END_OF_FILE'
{{name}} in {{group}} at {{settings.x-place}} with {{capsule.name}}
{{settings.x-missing}}
END_OF_FILE
put all/etc/site/machines.tmpl <<'END_OF_FILE'
{{#nodes}}
{{#hardware}}
{{name}} slots={{cpus}}
{{/hardware}}
{{/nodes}}
END_OF_FILE
put ../slurm.conf <<'END_OF_FILE'
ClusterName=cluster
SlurmctldHost=head
PartitionName=all Nodes=ALL Default=YES State=UP
END_OF_FILE
perceus group set slurm=rack1,default rack1
put all.manifest <<'END_OF_FILE'
# what belongs to whom
/etc/site/scope	mode=600
/opt/site/binary	mode=640 owner=games:adm
/usr/local/bin/*	mode=755 owner=12:34
/etc/hosts	run=cp /etc/hosts "/etc/site/hosts at start"
END_OF_FILE
put group/rack1.manifest <<'END_OF_FILE'
/etc/site/scope mode=444 owner=games
END_OF_FILE

vm_start vm1 "$mac"
wait_state "$mac" waiting "$boot_limit"
reason="module files says: site/files/all/etc/site/place.tmpl line 2: n0001 has no value 'settings.x-missing'"
starts_with() { case $1 in "$2"*) ;; *) return 1 ;; esac }
check "the node says which line it waits for" starts_with "$(node_field n0001 reason)" "$reason"
check "the console says it, too" console_wait vm1 'waiting: .*place.tmpl line 2' 60
if perceus node file check n0001 >"$LAB_DIR/check"; then trouble "the check of the files found nothing"; fi
check "the check says it, too" grep -qF "$reason" "$LAB_DIR/check"

put all/etc/site/place.tmpl <<'END_OF_FILE'
{{name}} in {{group}} at {{settings.x-place}} with {{capsule.name}}
END_OF_FILE
wait_state "$mac" ready "$boot_limit"
check "the node is what the registry says" prove vm1 n0001
perceus node file check n0001
perceus node file list n0001
perceus node script list n0001

on_node "the file of the narrowest scope" "group 444 games:games" "cat /etc/site/scope | tr '\n' ' '; stat -c '%a %U:%G' /etc/site/scope"
on_node "files of capsule and node" "capsule node" "cat /etc/site/of-capsule /etc/site/of-node | paste -s -d ' '"
on_node "no file of another node" no "test -e /etc/site/of-other && echo yes || echo no"
on_node "a template with a hostile value" "n0001 in rack1 at row 7; \$(touch /pwned) with debian-12" "cat /etc/site/place"
on_node "nothing of it was run" no "test -e /pwned && echo yes || echo no"
on_node "the list of nodes" "10.10.0.150 other" "grep other /etc/hosts"
on_node "the node in its own list" "$(node_field n0001 address) n0001 myself" "grep myself /etc/hosts"
on_node "the command after a change" "10.10.0.150 other" "grep other '/etc/site/hosts at start'"
on_node "a binary file" "$(sha256sum <"$site/all/opt/site/binary")" "sha256sum </opt/site/binary"
on_node "its mode and owner" "640 games:adm" "stat -c '%a %U:%G' /opt/site/binary"
on_node "a large file" "$(sha256sum <"$site/all/opt/site/large")" "sha256sum </opt/site/large"
on_node "an owner by number" "755 12:34" "stat -c '%a %u:%g' /usr/local/bin/site-tool"
on_node "a link" "/etc/site/scope" "readlink /etc/site/link"
on_node "an empty folder" "drwxr-xr-x 0" "stat -c %A /srv/empty | tr '\n' ' '; ls /srv/empty | wc -l"
equal "what the server shows of a file" "$(perceus node file show n0001 /etc/site/place)" "$(console_run vm1 'cat /etc/site/place')"
on_node "what the machine has, in a template" "n0001 slots=$(console_run vm1 nproc)" "cat /etc/site/machines"
on_node "slurm.conf of the site, and its nodes" "ClusterName=cluster $(perceus node export --slurm n0001)" \
	"grep -e ClusterName -e '^NodeName' /etc/slurm/slurm.conf | paste -s -d ' '"
on_node "a node that has not reported" "# other has not said what it has: boot it once" "grep other /etc/slurm/slurm.conf"
perceus boot show --json n0001 | jq -r '.[0].events[].step' >"$LAB_DIR/steps"
check "the time-line says how many there are" grep -qF "write slurm.conf, where nodes have no line: 1, the first of them other" "$LAB_DIR/steps"
