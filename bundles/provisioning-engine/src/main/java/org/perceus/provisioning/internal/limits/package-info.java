/** What the system of this server has room for, beside how many nodes may want it at once. */
package org.perceus.provisioning.internal.limits;
