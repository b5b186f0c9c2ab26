/**
 * What provisioning modules are compiled against, and all that they may use of Perceus.
 *
 * <p>A module is a bundle with one service: a {@link org.perceus.provisioning.spi.ProvisioningMethod} decides how a
 * capsule reaches a node, a {@link org.perceus.provisioning.spi.ConfigurationModule} customises the node before it
 * starts. Modules implement the consumer types; everything else is given to them by the engine.
 *
 * <h2>What a module is</h2>
 * A public class with a public constructor, marked as a DS {@code @Component} and as a
 * {@link org.perceus.provisioning.spi.PerceusModule}, in a bundle that imports this package in the range that bnd writes
 * for it, exports nothing and carries no copy of it. The engine finds the service; a module never looks for the engine.
 *
 * <h2>Threads</h2>
 * The engine calls a module from threads of its own, several at a time: {@code render}, {@code remark} and the
 * {@code build}s of different capsules may all run at once, so a module has no state that a call changes, or guards it. The
 * thread's context class loader is the module's. A thread whose call has taken too long is interrupted, and what it
 * returns later is dropped.
 *
 * <h2>Lifetime</h2>
 * Nothing is called before the component was activated or after it was deactivated: a module that leaves gets no new
 * calls, and those that are under way may finish first, for some minutes. Arguments belong to their call; a module keeps
 * neither them nor what they gave it, starts nothing in {@code render}, and ends in {@code deactivate} what it started in
 * {@code activate}, since whatever still refers to its classes keeps all of them in memory.
 *
 * <h2>Failures</h2>
 * {@link org.perceus.provisioning.spi.ProvisioningException} is how a module refuses, and its sentence is shown to
 * administrators. Any other exception or error counts as a failure of the module. In both cases the node waits and asks
 * again; it never gets a part of a script. {@code null} is neither taken nor given anywhere.
 *
 * <h2>Versions</h2>
 * In a minor version, types that the engine implements get methods, and types that modules implement get default methods;
 * a module that was built with an older one runs on. What would break it comes with a new major version.
 */
@Export
@Version("1.2.0")
package org.perceus.provisioning.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
