/** How far machines have proved who they are: by a MAC alone, or by a key that their node is tied to. */
package org.perceus.provisioning.internal.proof;
