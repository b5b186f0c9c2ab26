/** A site in memory, a screen that remembers, and a Karaf shell without a container, for the tests of this bundle. */
package org.perceus.shell.testing;
