# shellcheck shell=sh
# ./perceus sdk: what modules are written with, put where Maven finds it; and the test that it is enough.

sdk_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus sdk

Installs the SPI, the test kit and the archetype of provisioning modules into the local repository of Maven, so that modules
can be written and built anywhere on this machine: see docs/writing-modules.md.
END_OF_TEXT
}

sdk_main() {
	case ${1:-} in
	'') ;;
	--help | -h) sdk_usage && exit ;;
	*) stop "sdk does not know '$1': see ./perceus sdk --help" ;;
	esac
	need
	sdk_install
	say "installed version $(perceus_version) of provisioning-spi, provisioning-testkit and provisioning-module-archetype"
}

sdk_install() {
	mvn=$(maven)
	step "installing the SPI, the test kit and the archetype" "$BUILD/logs/sdk.log" \
		"$mvn" -B -q -f "$ROOT/pom.xml" -DskipTests -am -pl bundles/provisioning-testkit,provisioning-modules/archetype install
}

perceus_version() { sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$ROOT/pom.xml" | head -n 1; }

# sdk_generate KIND NAME CLASS writes a module into the current folder
sdk_generate() {
	"$(maven)" -B -q org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate -DarchetypeCatalog=local \
		-DarchetypeGroupId=org.perceus -DarchetypeArtifactId=provisioning-module-archetype \
		"-DarchetypeVersion=$(perceus_version)" -DgroupId=org.example.nodes "-DartifactId=$2" "-Dkind=$1" "-DclassName=$3"
}

# sdk_refuses PROPERTY KIND NAME CLASS
sdk_refuses() {
	rm -rf "$BUILD/refused"
	mkdir -p "$BUILD/refused"
	if refusal=$(cd "$BUILD/refused" && sdk_generate "$2" "$3" "$4" 2>&1); then
		echo "a module with kind=$2 artifactId=$3 className=$4 was written" >&2
		return 1
	fi
	printf '%s\n' "$refusal" | grep -q ": $1 is '" || { printf '%s\n' "$refusal" >&2 && return 1; }
}

# a copy of the SPI in which modules would lack a method must not build
sdk_stays_compatible() {
	changed=$BUILD/changed-spi
	rm -rf "$changed"
	mkdir -p "$changed/bundles"
	cp -R "$ROOT/pom.xml" "$ROOT/.mvn" "$changed/"
	cp -R "$ROOT/bundles/pom.xml" "$ROOT/bundles/provisioning-spi" "$changed/bundles/"
	rm -rf "$changed/bundles/provisioning-spi/target"
	sed -i 's/^    MethodScript render(.*/&\n\n    \/** What no module has. *\/\n    void more();/' \
		"$changed/bundles/provisioning-spi/src/main/java/org/perceus/provisioning/spi/ProvisioningMethod.java"
	if "$(maven)" -B -q -DskipTests -f "$changed/bundles/provisioning-spi/pom.xml" verify >"$changed/log" 2>&1; then
		echo "an SPI that breaks modules was built" >&2
		return 1
	fi
	grep -q 'ADDED *METHOD *more()' "$changed/log" || { cat "$changed/log" >&2 && return 1; }
}

# modules from the archetype and the examples, each built outside of the reactor, from what was installed
sdk_tests() {
	sdk_stays_compatible
	sdk_install
	written=$BUILD/written
	rm -rf "$written"
	mkdir -p "$written"
	cd "$written" || return
	sdk_refuses kind Configuration greeting Greeting
	sdk_refuses artifactId configuration greeting- Greeting
	sdk_refuses artifactId configuration Greeting Greeting
	sdk_refuses className configuration greeting org.example.Greeting
	sdk_generate configuration greeting Greeting
	sdk_generate method all-in-ram AllInRam
	cp -R "$ROOT/provisioning-modules/examples/." "$written/"
	rm -rf "$written"/*/target
	for module in "$written"/*/; do
		"$(maven)" -B -ntp -f "$module/pom.xml" verify
	done
	find "$written" -path '*-reports/TEST-*.xml' -exec grep -h '^<testsuite ' {} + >"$BUILD/java-suites"
	echo "$(($(sum_of tests) - $(sum_of skipped) + 1)) passed, 0 failed"
}
