# shellcheck shell=sh
# A file server of a site in the lab, for what nodes mount beside their roots.

# homes_serve NAME ADDRESS: another address of this machine, where NFS 4 hands out the folder $LAB_DIR/NAME as /NAME. It is not on
# the switch, as the container would take it for its own, and is answered for there all the same.
homes_serve() {
	in_lab ip address add "$2/32" dev lo
	homes=$LAB_DIR/$1-server
	mkdir -p "$LAB_DIR/$1" "$homes/state"
	homes_settings "$1" "$2" >"$homes/ganesha.conf"
	# a bus name is for the system's own nfs-ganesha
	process_start "$1-server" env "DBUS_SYSTEM_BUS_ADDRESS=unix:path=$homes/no-bus" "$(command -v ganesha.nfsd || echo /usr/bin/ganesha.nfsd)" \
		-F -f "$homes/ganesha.conf" -L "$homes/log" -p "$homes/pid"
	deadline=$(($(now) + 60))
	until in_lab timeout 2 socat -u /dev/null "TCP:$2:2049,connect-timeout=1" 2>/dev/null; do
		[ "$(now)" -lt "$deadline" ] || trouble "NFS is not served on $2: $(tail -n 5 "$homes/log")"
		sleep 0.5
	done
}

homes_settings() {
	cat <<-END_OF_FILE
		NFS_CORE_PARAM { Protocols = 4; Bind_addr = $2; Enable_NLM = false; Enable_RQUOTA = false; Enable_UDP = false; }
		NFSv4 { Minor_Versions = 1, 2; Graceless = true; Only_Numeric_Owners = true; RecoveryBackend = fs; RecoveryRoot = "$homes/state"; }
		NFS_KRB5 { Active_krb5 = false; }
		EXPORT {
		  Export_Id = 1; Path = "$LAB_DIR/$1"; Pseudo = /$1; Protocols = 4; Transports = TCP; SecType = sys;
		  Squash = No_Root_Squash; Access_Type = RW;
		  FSAL { Name = VFS; }
		}
	END_OF_FILE
}
