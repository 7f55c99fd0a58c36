/** What people paste: panics, traces of ddb, reports of fuzzers; the places in a kernel that they name. */
package org.karlworkbench.debug.trace;
