package org.karlworkbench.compare;

/**
 * What one leaked pointer would tell of others: pairs of symbols whose distance is the same in two kernels (KARL.md
 * section H4, M6).
 *
 * @param functionFunction pairs of functions
 * @param functionVariable a function with a variable
 * @param variableVariable pairs of variables
 */
public record PairsInvariant(KeptPairs functionFunction, KeptPairs functionVariable, KeptPairs variableVariable) {}
