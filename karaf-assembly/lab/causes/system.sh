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

cause_lost_mount() {
	capsule lost-mount nfs-root lost_mount
	machine lost-mount 'method=nfs-root capsule=lost-mount'
	happens lost-mount 'emergency|sulogin|Control-D|press Enter|root account is locked'
	named lost-mount 'emergency.*srv|srv\.mount'
}

cause_rescue() {
	capsule rescue nfs-root ln -sf /lib/systemd/system/rescue.target etc/systemd/system/default.target
	machine rescue 'method=nfs-root capsule=rescue'
	happens rescue 'rescue|sulogin|root account is locked|press Enter'
	named rescue 'rescue'
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
	capsule failed-unit nfs-root failing_unit
	machine failed-unit 'method=nfs-root capsule=failed-unit'
	happens failed-unit 'emergency|sulogin|root account is locked|press Enter'
	named failed-unit 'local-disks'
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
	capsule hang nfs-root hanging_unit
	machine hang 'method=nfs-root capsule=hang'
	named hang 'for-ever'
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
	capsule reboots nfs-root rebooting_unit
	machine reboots 'method=nfs-root capsule=reboots'
	named reboots 'began again .* without ready|restarted itself'
}

# what manages the cards is there and enabled, and is never started
conditional_network() {
	mkdir -p etc/systemd/system/systemd-networkd.service.d
	printf '[Unit]\nConditionPathExists=/nowhere\n' >etc/systemd/system/systemd-networkd.service.d/nowhere.conf
}

cause_no_address() {
	capsule idle stateless-ram conditional_network
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
	capsule blocked stateless-ram blocking_unit
	machine blocked 'method=stateless-ram capsule=blocked'
	named blocked 'firewall|cannot be reached|not reached|unreach'
}

cause_clock() {
	machine clock method=stateless-ram --clock 2001-01-01
	named clock 'clock'
}
