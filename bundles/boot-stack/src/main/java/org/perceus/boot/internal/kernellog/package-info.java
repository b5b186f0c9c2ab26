/**
 * Hears what kernels say by netconsole: the last words of one that dies before anything else of its system can speak.
 */
package org.perceus.boot.internal.kernellog;
