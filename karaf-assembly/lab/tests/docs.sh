#!/bin/sh
# The pages lead to each other.
set -eu

cd "$(dirname "$0")/../../.."

wrong() {
	echo "WRONG: $*"
	exit 1
}

for page in docs/*.md; do
	grep -qF "]($page)" README.md || wrong "README.md does not name $page"
done
for page in README.md docs/*.md; do
	grep -o '](\([^)]*\))' "$page" | sed 's/^](//; s/)$//; s/#.*//; /^[a-z]*:/d; /^$/d' | while read -r link; do
		[ -e "$(dirname "$page")/$link" ] || wrong "$page leads to $link, which is not there"
	done
done
echo "ok: every page is found, and no link leads nowhere"
