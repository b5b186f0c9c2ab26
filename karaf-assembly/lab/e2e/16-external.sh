#!/bin/sh
# A machine with a BIOS boots where Kea gives the addresses and is told by the lines that Perceus prints for it.
exec "$(dirname "$0")/beside" external kea bios
