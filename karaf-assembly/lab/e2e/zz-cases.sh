#!/bin/sh
set -eu
. "$(dirname "$0")/setup.sh"
e2e_lab
host_up c0 provision 10.10.0.99/24
e2e_container </dev/null
for c in ${CASES:-/work/shared/cases/boot/case*.py}; do
  echo "=== $(basename $c)"
  DEV=c0 SRV=10.10.0.1 HTTP=9870 timeout 120 nsenter --net --target "$(process_id c0)" python3 $c 2>&1 | cut -c1-250 || true
done
perceus info | head -20
perceus stranger list | head -40
