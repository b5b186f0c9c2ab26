# shellcheck shell=sh disable=SC2154
# Second systems that start and do not come up.

lost_mount() {
	unit srv.mount local-fs.target <<-'END_OF_FILE'
		[Unit]
		DefaultDependencies=no
		Before=local-fs.target
		[Mount]
		What=/dev/disk/by-uuid/3f1c2b6e-8a6d-4a57-9d0a-0d7c1f6f9e11
		Where=/srv
		Type=ext4
		[Install]
		RequiredBy=local-fs.target
	END_OF_FILE
	mkdir -p etc/systemd/system/local-fs.target.requires
	ln -sf /etc/systemd/system/srv.mount etc/systemd/system/local-fs.target.requires/srv.mount
	# what waits for a disk waits a minute and a half
	mkdir -p etc/systemd/system.conf.d
	printf '[Manager]\nDefaultDeviceTimeoutSec=10\n' >etc/systemd/system.conf.d/timeout.conf
}

lost_mount_gone() {
	unit_gone srv.mount
	rm -rf etc/systemd/system/local-fs.target.requires/srv.mount etc/systemd/system.conf.d/timeout.conf
}

cause_lost_mount() {
	in_tree lost_mount
	machine lost-mount method=nfs-root
	happens lost-mount 'emergency|sulogin|Control-D|press Enter|root account is locked'
	named lost-mount 'emergency.*srv|srv\.mount'
	in_tree lost_mount_gone
}

cause_rescue() {
	in_tree ln -sf /lib/systemd/system/rescue.target etc/systemd/system/default.target
	machine rescue method=nfs-root
	happens rescue 'rescue|sulogin|root account is locked|press Enter'
	named rescue 'rescue'
	in_tree rm etc/systemd/system/default.target
}

failing_unit() {
	unit local-disks.service local-fs.target <<-'END_OF_FILE'
		[Unit]
		DefaultDependencies=no
		Before=local-fs.target
		OnFailure=emergency.target
		OnFailureJobMode=replace-irreversibly
		[Service]
		Type=oneshot
		ExecStart=/bin/false
	END_OF_FILE
}

cause_failed_unit() {
	in_tree failing_unit
	machine failed-unit method=nfs-root
	happens failed-unit 'emergency|sulogin|root account is locked|press Enter'
	named failed-unit 'local-disks'
	in_tree unit_gone local-disks.service
}

hanging_unit() {
	unit for-ever.service sysinit.target <<-'END_OF_FILE'
		[Unit]
		DefaultDependencies=no
		Before=sysinit.target
		[Service]
		Type=oneshot
		ExecStart=/bin/sleep infinity
		TimeoutStartSec=infinity
	END_OF_FILE
}

cause_hang() {
	in_tree hanging_unit
	machine hang method=nfs-root
	named hang 'for-ever'
	in_tree unit_gone for-ever.service
}

rebooting_unit() {
	unit again.service sysinit.target <<-'END_OF_FILE'
		[Unit]
		DefaultDependencies=no
		[Service]
		ExecStart=/bin/systemctl reboot --force --force
	END_OF_FILE
}

cause_reboots() {
	in_tree rebooting_unit
	machine reboots method=nfs-root
	named reboots 'began again .* without ready|restarted itself'
	in_tree unit_gone again.service
}

# what manages the cards is there and enabled, and is never started
conditional_network() {
	mkdir -p etc/systemd/system/systemd-networkd.service.d
	printf '[Unit]\nConditionPathExists=/nowhere\n' >etc/systemd/system/systemd-networkd.service.d/nowhere.conf
}

cause_no_address() {
	capsule idle conditional_network
	machine no-address 'method=stateless-ram capsule=idle'
	named no-address 'nobody gave the boot card .* its address'
}

# when the cards have their addresses, as networkd takes away routes that it finds
blocking_unit() {
	unit wall.service multi-user.target <<-'END_OF_FILE'
		[Unit]
		After=systemd-networkd.service
		Before=perceus-agent.service
		[Service]
		Type=oneshot
		RemainAfterExit=yes
		ExecStart=/bin/sh -c 'sleep 5; ip route add prohibit 10.10.0.1/32'
	END_OF_FILE
}

cause_blocked() {
	capsule blocked blocking_unit
	machine blocked 'method=stateless-ram capsule=blocked'
	named blocked 'firewall|cannot be reached|not reached|unreach'
}

cause_clock() {
	machine clock method=stateless-ram --clock 2001-01-01
	named clock 'clock'
}
