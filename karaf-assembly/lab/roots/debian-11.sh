# shellcheck shell=sh
# Debian 11 as it is.

root_base() { cat "$(debian_base 11).manifest"; }

root_make() { debian_unpack 11; }
