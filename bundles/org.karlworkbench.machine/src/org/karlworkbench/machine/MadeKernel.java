package org.karlworkbench.machine;

import java.nio.file.Path;

/**
 * A kernel that is ready to be put at {@code /bsd}.
 *
 * @param file where it is, outside the machine
 * @param sha256 its digest
 * @param entry its ledger entry, with the places beside it; null for a kernel that was not linked here
 */
public record MadeKernel(Path file, String sha256, Path entry) {}
