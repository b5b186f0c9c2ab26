#!/bin/sh
# A machine with a BIOS boots where dnsmasq gives the addresses and names PXELINUX for what to boot.
exec "$(dirname "$0")/chain" pxelinux
