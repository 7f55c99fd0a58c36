package org.karlworkbench.kit.script;

/**
 * A piece of a linker script.
 *
 * @param kind what it is
 * @param text its characters, quotes taken off
 * @param line the line it begins in, from 1
 * @param offset the place it begins at
 */
record ScriptToken(Kind kind, String text, int line, int offset) {
    /** Kinds of pieces. */
    enum Kind {
        /** Characters without white space, signs and quotes. */
        WORD,
        /** Text in quotes. */
        QUOTED,
        /** One of <code>( ) { } ; ,</code>. */
        SIGN
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }
}
