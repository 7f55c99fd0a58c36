package org.karlworkbench.ui.motion;

/** An editor that can show in slow motion how one kernel became another. */
public interface Playing {
    /** Begins; what is under way already ends at once. */
    void play();
}
