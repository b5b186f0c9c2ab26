# shellcheck shell=sh
# read by the last stage of runit before it ends the services
/usr/lib/perceus/busybox sh /usr/lib/perceus/run-scripts shutdown || :
