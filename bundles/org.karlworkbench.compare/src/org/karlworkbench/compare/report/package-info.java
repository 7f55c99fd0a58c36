/** Writes a comparison down for people who do not have the tool: {@link org.karlworkbench.compare.report.ComparisonReport}. */
package org.karlworkbench.compare.report;
