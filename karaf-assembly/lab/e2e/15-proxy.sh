#!/bin/sh
# A UEFI machine boots by ProxyDHCP beside dnsmasq, which knows nothing of Perceus.
exec "$(dirname "$0")/beside" proxy dnsmasq uefi
