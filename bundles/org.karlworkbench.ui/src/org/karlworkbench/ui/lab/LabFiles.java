package org.karlworkbench.ui.lab;

/** The files with the results of laboratory runs. */
public final class LabFiles {
    /** The ending of their names. */
    public static final String ENDING = ".lab";

    private LabFiles() {}
}
