# shellcheck shell=sh
# Modules that a lab's container finds in its drop-in folder: $DROPPED has a jar in each line.

DROPPED=

# drop JAR
drop() {
	[ -f "$1" ] || stop "there is no jar '$1'"
	DROPPED="$DROPPED$(realpath "$1")
"
}

# looks into them, which takes a JDK
dropped_check() {
	printf '%s' "$DROPPED" | while read -r jar; do
		[ -n "$(module_name "$jar")" ] || stop "'$jar' is no provisioning module: its manifest has no capability perceus.module"
	done
}

# drop_example METHOD builds and drops the example of that name, if it is one
drop_example() {
	example=$ROOT/provisioning-modules/examples/$1
	[ -f "$example/pom.xml" ] || return 0
	example_stamp=$(example_fingerprint "$example")
	if [ "$(cat "$example/target/stamp" 2>/dev/null)" = "$example_stamp" ]; then
		say "the example $1 is built already"
	else
		rm -rf "$example/target"
		sdk_install
		mvn=$(maven)
		step "building the example $1" "$BUILD/logs/example-$1.log" "$mvn" -B -q -f "$example/pom.xml" -DskipTests package
		echo "$example_stamp" >"$example/target/stamp"
	fi
	for jar in "$example"/target/"$1"-*.jar; do drop "$jar"; done
}

# what an example is made of
example_fingerprint() {
	find "$ROOT/bundles/provisioning-spi" "$ROOT/bundles/provisioning-testkit" "$1" \
		-name target -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum
}

# puts them into the instance
dropped_plant() {
	mkdir -p "$INSTANCE/modules"
	printf '%s' "$DROPPED" | while read -r jar; do cp "$jar" "$INSTANCE/modules/"; done
}

# what the seeds of dropped methods depend on
dropped_fingerprint() { printf '%s' "$DROPPED" | while read -r jar; do cat "$jar"; done; }

# a setting that makes nodes use the configuration modules among them
dropped_settings() {
	names=$(dropped_of ConfigurationModule | sed 's/^/,/' | tr -d '\n')
	[ -z "$names" ] || echo "setting.modules = hostname,hosts,network,files,scripts$names"
}

# dropped_of TYPE: the names of those that implement an interface of the SPI
dropped_of() {
	printf '%s' "$DROPPED" | while read -r jar; do
		! module_manifest "$jar" | grep -q "spi\.$1\"" || module_name "$jar"
	done
}

# the name in the manifest of a jar; nothing when it is no module
module_name() { module_manifest "$1" | sed -n 's/^Provide-Capability:.*perceus\.module;\(.*;\)\{0,1\}perceus\.module="\{0,1\}\([a-z0-9-]*\).*/\2/p'; }

# the manifest of a jar, with each header in one line
module_manifest() {
	unpacked=$(mktemp -d)
	(cd "$unpacked" && jar -xf "$1" META-INF/MANIFEST.MF 2>/dev/null) || true
	[ ! -f "$unpacked/META-INF/MANIFEST.MF" ] || tr -d '\r' <"$unpacked/META-INF/MANIFEST.MF" | awk '
		/^ / { line = line substr($0, 2); next }
		{ if (line != "") print line; line = $0 }
		END { print line }'
	rm -rf "$unpacked"
}
