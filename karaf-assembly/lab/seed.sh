# shellcheck shell=sh
# Importing a capsule and making the image of it takes a while. It is done once for each method, in an instance whose
# capsules are kept as a seed: the instances of demonstrations and tests begin with a copy of it.

seed_fingerprint() { { cat "$BUILD/stamp" "$CAPSULE.manifest" && dropped_fingerprint; } | sha256sum; }

# seed_sow METHOD; the lab is up
seed_sow() {
	SEED=$BUILD/seed/$1
	if [ "$(cat "$SEED/of" 2>/dev/null)" = "$(seed_fingerprint)" ]; then
		say "the capsule debian-12@1 is imported already"
		return 0
	fi
	rm -rf "$SEED"
	mkdir -p "$SEED"
	container_configure </dev/null
	rm -f "$INSTANCE"/etc/org.perceus.boot.interface-*.cfg
	container_launch
	container_wait 180 has_method "$1"
	capsule_import "$1" debian-12@1 "$CAPSULE"
	container_stop
	mv "$INSTANCE/data/vnfs" "$INSTANCE/data/module" "$SEED/"
	rm -rf "$INSTANCE"
	seed_fingerprint >"$SEED/of"
}

# capsule_import METHOD ID ARCHIVE
capsule_import() {
	step "perceus vnfs import $2 ${3#"$ROOT/"}" "$BUILD/logs/vnfs-import.log" \
		env "PERCEUS_SOCKET=$LAB_RUN/perceus.sock" "$PERCEUS_HOME/bin/perceus" vnfs import --method "$1" "$2" "$3"
}

# gives the instance the capsule and its image
seed_plant() {
	mkdir -p "$INSTANCE/data"
	cp -R --preserve=all --reflink=auto "$SEED/vnfs" "$SEED/module" "$INSTANCE/data/"
}

has_method() { perceus module list 2>/dev/null | grep -q "^$1 "; }
