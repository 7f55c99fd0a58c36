package org.karlworkbench.debug.trial;

import java.nio.file.Path;

/**
 * A kernel that is to be tested.
 *
 * @param kernel the kernel's file, there until the question is answered
 * @param temporary a folder for temporary files
 * @param number which question of the search this is, from 1, those of an earlier day included
 * @param undo whether there is an earlier reply that can be taken back
 */
public record Question(Path kernel, Path temporary, int number, boolean undo) {}
