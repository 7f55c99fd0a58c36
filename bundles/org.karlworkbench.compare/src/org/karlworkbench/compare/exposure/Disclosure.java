package org.karlworkbench.compare.exposure;

/**
 * A branch or pointer by which something that does not move gives away where something else lies.
 *
 * @param object the object that holds it
 * @param section its section there
 * @param offset where in the section, in bytes
 * @param kind {@code branch} from code to code, else {@code pointer}
 * @param target the symbol that it names, or the target's section
 * @param targetObject the object that becomes known
 */
public record Disclosure(String object, String section, long offset, String kind, String target, String targetObject) {}
