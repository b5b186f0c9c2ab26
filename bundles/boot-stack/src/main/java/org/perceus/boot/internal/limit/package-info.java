/** Bounds that hold for everybody and for each sender, and what is said when one is reached. */
package org.perceus.boot.internal.limit;
