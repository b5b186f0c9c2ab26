# shellcheck shell=sh
# read by the first stage of runit, which must go on whatever happens
/usr/lib/perceus/busybox sh /usr/lib/perceus/run-scripts start || :
