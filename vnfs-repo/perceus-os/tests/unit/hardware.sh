# shellcheck shell=sh disable=SC2154,SC2034,SC2317
# What the server is told about the machine.

SYSFS=$PWD/sys

# NUMBER SOCKET CORE
cpu() {
	mkdir -p "$SYSFS/devices/system/cpu/cpu$1/topology"
	echo "$2" >"$SYSFS/devices/system/cpu/cpu$1/topology/physical_package_id"
	echo "$3" >"$SYSFS/devices/system/cpu/cpu$1/topology/core_id"
}

test_sockets_cores_and_threads_are_counted() {
	cpu 0 0 0 && cpu 1 0 1 && cpu 2 1 0 && cpu 3 1 1
	cpu 4 0 0 && cpu 5 0 1 && cpu 6 1 0 && cpu 7 1 1
	mkdir -p "$SYSFS/devices/system/cpu/cpufreq"
	equal "$(report_topology)" "topology=2 2 2"
}

test_one_processor_is_one() {
	cpu 0 0 0
	equal "$(report_topology)" "topology=1 1 1"
}

test_a_machine_whose_cores_differ_does_not_tell() {
	cpu 0 0 0 && cpu 1 0 0 && cpu 2 0 1
	equal "$(report_topology)" ""
}

test_a_kernel_that_does_not_tell_is_no_failure() {
	equal "$(report_topology)" ""
}
