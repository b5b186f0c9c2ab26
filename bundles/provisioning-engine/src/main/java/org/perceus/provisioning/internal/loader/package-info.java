/** Configurations for the boot loaders of others, by which they end in iPXE. */
package org.perceus.provisioning.internal.loader;
