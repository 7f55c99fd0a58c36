/** Exposure: what else becomes known when something leaks. */
package org.karlworkbench.compare.exposure;
