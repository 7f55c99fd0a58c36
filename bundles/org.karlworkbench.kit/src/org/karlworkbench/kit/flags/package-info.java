/** What is known of linkers' command line flags: how they take their argument, and what each may do. */
package org.karlworkbench.kit.flags;
