#!/bin/sh
# What 48-network is about, for machines with Alpine (OpenRC), where a service of Perceus makes the interfaces with busybox.
set -eu
NETWORK_ROOT=alpine NETWORK_MEMORY=2560 exec "$(dirname "$0")/48-network.sh"
