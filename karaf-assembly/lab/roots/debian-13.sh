# shellcheck shell=sh
# Debian 13 as it is.

root_base() { cat "$(debian_base 13).manifest"; }

root_make() { debian_unpack 13; }
