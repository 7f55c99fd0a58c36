/** What is worth knowing about a kit that can be linked: what its relinks do not move, and what links and debuggers trip over. */
package org.karlworkbench.kit.worth;
