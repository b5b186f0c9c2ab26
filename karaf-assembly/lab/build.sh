# shellcheck shell=sh
# Builds what comes from the sources, when they changed since the last time.

DISTRIBUTION=$ROOT/karaf-assembly/distribution/target
PERCEUS_HOME=$BUILD/home
PERCEUS_OS=$BUILD/perceus-os
CAPSULE=$BUILD/debian-12.tar

# what the distribution is made of
source_fingerprint() {
	(
		cd "$ROOT" || exit
		find pom.xml .mvn bundles provisioning-modules features karaf-assembly \
			\( -name target -o -path karaf-assembly/lab \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum
	)
}

# prints the Maven to use; the wrapper downloads its own the first time
maven() {
	if "$ROOT/mvnw" -q --version >/dev/null 2>&1; then
		echo "$ROOT/mvnw"
	elif command -v mvn >/dev/null; then
		echo mvn
	else
		stop "mvnw could not download Maven, and there is no mvn: check the way to Maven Central, or install the package maven"
	fi
}

build_distribution() {
	stamp=$(source_fingerprint)
	archive=$(distribution_archive)
	if [ -n "$archive" ] && [ "$(cat "$BUILD/stamp" 2>/dev/null)" = "$stamp" ]; then
		say "the container is built already"
	else
		mvn=$(maven)
		step "building the container by Maven" "$BUILD/logs/maven.log" "$mvn" -B -q -f "$ROOT/pom.xml" -DskipTests package
		archive=$(distribution_archive)
		[ -n "$archive" ] || stop "Maven left no distribution in $DISTRIBUTION"
		rm -f "$BUILD/stamp"
	fi
	unpack_distribution
}

distribution_archive() {
	for file in "$DISTRIBUTION"/perceus-*.tar.gz; do
		[ ! -f "$file" ] || echo "$file"
	done | tail -n 1
}

unpack_distribution() {
	if [ ! -f "$BUILD/stamp" ] || [ ! -x "$PERCEUS_HOME/bin/perceus" ]; then
		rm -rf "$PERCEUS_HOME" "$PERCEUS_HOME.new"
		mkdir -p "$PERCEUS_HOME.new"
		tar -xzf "$archive" -C "$PERCEUS_HOME.new" --strip-components 1
		mv "$PERCEUS_HOME.new" "$PERCEUS_HOME"
		echo "$stamp" >"$BUILD/stamp"
	fi
}

# both recipes see themselves whether anything is to do

# build_perceus_os [full|cloud]: that for virtual machines has a place of its own
build_perceus_os() {
	[ "${1:-full}" = full ] || PERCEUS_OS=$PERCEUS_OS-$1
	step "building Perceus OS" "$BUILD/logs/perceus-os.log" "$ROOT/vnfs-repo/perceus-os/build" --kernel "${1:-full}" --output "$PERCEUS_OS"
}

build_capsule() { build_debian 12 "$CAPSULE"; }

# build_debian RELEASE ARCHIVE
build_debian() {
	step "building the root of a Debian $1 capsule" "$BUILD/logs/debian-$1.log" \
		"$ROOT/vnfs-repo/capsules/debian/build" --release "$1" --autologin --output "$2"
}

# build_root NAME makes $CAPSULE, a root of lab/roots; where that cannot be done, the test is passed over
build_root() {
	CAPSULE=$BUILD/roots/$1.tar
	say "building the root $1 (the log is .build/logs/root-$1.log)"
	mkdir -p "$BUILD/logs"
	root_code=0
	"$LAB_SCRIPTS/roots/build" "$1" "$CAPSULE" >"$BUILD/logs/root-$1.log" 2>&1 </dev/null || root_code=$?
	[ "$root_code" -ne 77 ] || skip "$(tail -n 1 "$BUILD/logs/root-$1.log")"
	[ "$root_code" -eq 0 ] || { tail -n 30 "$BUILD/logs/root-$1.log" >&2 && stop "the root $1 could not be built"; }
}

# what the recipes need of Debian
recipe_packages() {
	"$ROOT/vnfs-repo/perceus-os/build" --needs
	"$ROOT/vnfs-repo/capsules/debian/build" --needs
}
