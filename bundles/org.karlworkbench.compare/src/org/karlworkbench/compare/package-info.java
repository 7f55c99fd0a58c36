/** Sets two kernels beside each other: {@link org.karlworkbench.compare.Comparison} is a join by identity. */
package org.karlworkbench.compare;
