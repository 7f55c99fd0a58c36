/** The laboratory: what the randomness of a kit and a recipe is worth, by a model and by draws that check it. */
package org.karlworkbench.compare.lab;
