#!/bin/sh
# Boots that fail, for causes that are made one after the other: "boot show" and "node status" name each in a sentence. Those
# that take long are made by "./perceus test all" alone. With words: the causes of these names.
set -eu
# shellcheck source=setup.sh
. "$(dirname "$0")/setup.sh"
for part in words before kernel init system; do
	# shellcheck source=/dev/null
	. "$LAB_SCRIPTS/causes/$part.sh"
done

quick='memory disks damaged init_missing init_mode'
slow='no_first_program lost_mount no_address no_disk no_capsule root_size little_memory no_driver nfs_server loop crash init_interpreter init_ends init_library rescue failed_unit hang reboots blocked clock account_taken'

e2e_lab
seed_sow nfs-root
e2e_container_for nfs-root </dev/null
# shellcheck disable=SC2034 # for the words
tree=$INSTANCE/data/vnfs/trees/$(trees | head -n 1)
if [ $# -eq 0 ]; then
	# shellcheck disable=SC2086
	set -- $quick ${EVERYTHING:+$slow}
fi
for cause in "$@"; do "cause_$cause"; done
say "$# causes were named"
