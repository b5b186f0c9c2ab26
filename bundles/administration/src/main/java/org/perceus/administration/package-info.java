/**
 * What an administrator may do. Whoever speaks with administrators, such as the shell, calls these services and draws what
 * they answer: who may do what, which rules hold, what is decided and what is worth a remark is known here and nowhere
 * else.
 *
 * <p>Each deed is one call, with who asks for it. A dry run is the same call, of which only the last step is left out: what
 * is refused for real is refused by a dry run, in the same words. Calls return when the deed is done; those that take long
 * tell how far they are, and end early when their thread is interrupted. All are OSGi services of this bundle, which are
 * there at all times: what needs a part of Perceus that is not running is refused with a sentence.
 */
@Export
@Version("1.0.0")
package org.perceus.administration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
