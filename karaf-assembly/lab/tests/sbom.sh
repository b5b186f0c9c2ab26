#!/bin/sh
# The bill of materials has each jar and each package once, under the names by which faults of them are published.
set -eu

cd "$(dirname "$0")/.."
# shellcheck source=../sbom.sh
. ./sbom.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

jar() {
	mkdir -p "$work/home/${1%/*}"
	echo "$1" >"$work/home/$1"
}

wrong() {
	echo "WRONG: $*"
	exit 1
}

jar system/org/perceus/node-registry/2.0.0/node-registry-2.0.0.jar
jar system/com/google/code/gson/gson/2.13.1/gson-2.13.1.jar
jar lib/boot/osgi.core-8.0.0.jar
jar lib/doctor/doctor.jar
printf 'name=perceus-os\nfile kernel abc 1\npackage tar 1.34+dfsg-1.2+deb12u1\npackage libc6 1:2.36-9\n' >"$work/manifest"
sbom_of "$work/home" "$work/manifest" >"$work/bill"

[ "$(jq -r '"\(.bomFormat) \(.specVersion) \(.metadata.component.version)"' "$work/bill")" = 'CycloneDX 1.5 2.0.0' ] || wrong "$(cat "$work/bill")"
jq -r '.components[] | .purl // "\(.name) \(.version)"' "$work/bill" >"$work/names"
cat >"$work/right" <<'END_OF_TEXT'
pkg:deb/debian/libc6@1%3A2.36-9?arch=amd64
pkg:deb/debian/tar@1.34%2Bdfsg-1.2%2Bdeb12u1?arch=amd64
doctor 
osgi.core 8.0.0
pkg:maven/com.google.code.gson/gson@2.13.1
pkg:maven/org.perceus/node-registry@2.0.0
END_OF_TEXT
diff "$work/right" "$work/names" || wrong "the names are others"
hash=$(sha256sum "$work/home/lib/doctor/doctor.jar")
[ "$(jq -r '.components[] | select(.name == "doctor").hashes[0].content' "$work/bill")" = "${hash%% *}" ] || wrong "a hash is another"
sbom_of "$work/home" "$work/manifest" | cmp - "$work/bill" || wrong "the same files give another bill"
echo "ok: the bill of materials has what is shipped"
