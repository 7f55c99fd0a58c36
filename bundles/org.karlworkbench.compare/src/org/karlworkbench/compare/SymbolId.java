package org.karlworkbench.compare;

import org.karlworkbench.layout.Kind;

/**
 * Names one symbol, or one piece of an object, of a comparison.
 *
 * @param object the object, empty where it is not known
 * @param name the symbol's name, or the section's for a piece
 * @param kind what it is
 * @param size its size in bytes, in the first kernel where it is in both
 */
public record SymbolId(String object, String name, Kind kind, long size) {}
