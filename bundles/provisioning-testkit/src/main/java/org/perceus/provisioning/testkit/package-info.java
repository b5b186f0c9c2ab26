/**
 * What a provisioning module is tested with, for JUnit 4.
 *
 * <p>{@link org.perceus.provisioning.testkit.MethodContract} and
 * {@link org.perceus.provisioning.testkit.ConfigurationContract} hold a module to the contract of the SPI: a module's
 * test class extends one of them. {@link org.perceus.provisioning.testkit.TestNode},
 * {@link org.perceus.provisioning.testkit.TestBuild} and {@link org.perceus.provisioning.testkit.ScriptShell} are for
 * tests of what the module is about. {@link org.perceus.provisioning.testkit.Lab} boots a virtual machine with it.
 */
package org.perceus.provisioning.testkit;
