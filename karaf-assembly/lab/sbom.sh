# shellcheck shell=sh disable=SC2153
# ./perceus sbom: what is shipped, as a bill of materials (CycloneDX 1.5): the jars of the container and of the programs beside it, and the
# packages of Debian that Perceus OS is made of. The same sources give the same bill.

sbom_usage() {
	cat <<'END_OF_TEXT'
usage: ./perceus sbom [--output FILE]

Prints what the distribution and Perceus OS are made of, with versions and hashes, as JSON of CycloneDX 1.5. Both are built first
when they are not.
END_OF_TEXT
}

sbom_main() {
	output=''
	while [ $# -gt 0 ]; do
		case $1 in
		--help | -h) sbom_usage && exit ;;
		--output)
			[ $# -ge 2 ] || stop "--output needs a file"
			output=$2
			shift 2
			;;
		*) stop "sbom does not know '$1': see ./perceus sbom --help" ;;
		esac
	done
	# shellcheck disable=SC2046
	need jq $(recipe_packages)
	build_distribution >&2
	build_perceus_os >&2
	if [ -z "$output" ]; then
		sbom_of "$PERCEUS_HOME" "$PERCEUS_OS/manifest"
	else
		sbom_of "$PERCEUS_HOME" "$PERCEUS_OS/manifest" >"$output.new"
		mv "$output.new" "$output"
		say "$(jq '.components | length' "$output") components in $output"
	fi
}

# sbom_of HOME MANIFEST
sbom_of() {
	{
		sbom_jars "$1"
		sbom_packages "$2"
	} | LC_ALL=C sort | jq -R -s --arg version "$(cd "$1/system/org/perceus/node-registry" && echo *)" '
		def component: split("\t") | {type: "library", name: .[2], version: .[3]}
			+ (if .[1] == "" then {} else {group: .[1]} end)
			+ (if .[4] == "" then {} else {hashes: [{alg: "SHA-256", content: .[4]}]} end)
			+ (if .[0] == "maven" then {purl: "pkg:maven/\(.[1])/\(.[2])@\(.[3])"}
				elif .[0] == "deb" then {purl: "pkg:deb/debian/\(.[2])@\(.[3] | @uri)?arch=amd64"} else {} end);
		{bomFormat: "CycloneDX", specVersion: "1.5", version: 1,
			metadata: {component: {type: "application", name: "perceus", version: $version}},
			components: (split("\n") | map(select(. != "") | component))}'
}

# lines KIND, group, name, version and hash, with tabs between; the repository of Karaf is laid out as those of Maven are
sbom_jars() {
	find "$1" -type f -name '*.jar' | while read -r jar; do
		below=${jar#"$1"/}
		case $below in
		system/*/*/*/*) sbom_maven "${below#system/}" "$(sha256sum "$jar")" ;;
		*) sbom_file "${below##*/}" "$(sha256sum "$jar")" ;;
		esac
	done
}

# sbom_maven GROUP/NAME/VERSION/FILE HASH
sbom_maven() {
	folder=${1%/*}
	version=${folder##*/} folder=${folder%/*}
	printf 'maven\t%s\t%s\t%s\t%s\n' "$(echo "${folder%/*}" | tr / .)" "${folder##*/}" "$version" "${2%% *}"
}

# sbom_file NAME[-VERSION].jar HASH
sbom_file() {
	name=${1%.jar}
	version=$(expr "$name" : '.*-\([0-9][0-9A-Za-z._-]*\)$' || true)
	printf 'file\t\t%s\t%s\t%s\n' "${name%-"$version"}" "$version" "${2%% *}"
}

sbom_packages() { sed -n 's/^package \([^ ]*\) \([^ ]*\)$/deb\t\t\1\t\2\t/p' "$1"; }
