package org.karlworkbench.ui.exposure;

import org.karlworkbench.compare.exposure.Exposure;
import org.karlworkbench.compare.exposure.Knowledge;
import org.karlworkbench.picture.MapModel;

/**
 * What is told.
 *
 * @param question what was asked
 * @param exposure the figures
 * @param knowledge what is known after the leak; null where nothing leaks, or what leaks is not there
 * @param problem why there is no knowledge, in one line, or null
 * @param places where everything lies
 * @param states what is known of each
 * @param map the map
 */
record LeakAnswer(
        LeakQuestion question,
        Exposure exposure,
        Knowledge knowledge,
        String problem,
        LeakPlaces places,
        LeakStates states,
        MapModel map) {}
