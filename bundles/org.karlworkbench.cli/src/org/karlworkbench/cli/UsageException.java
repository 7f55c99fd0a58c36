package org.karlworkbench.cli;

/** Words on the command line that make no sense together: exit status 2. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;

    UsageException(String message, String cure) {
        super(message);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}
