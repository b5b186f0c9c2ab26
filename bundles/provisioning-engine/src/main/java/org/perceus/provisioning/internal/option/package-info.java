/** The DHCP options that the site gives its nodes, as administrators write them. */
package org.perceus.provisioning.internal.option;
