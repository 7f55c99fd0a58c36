/**
 * From arrays to shapes, from shapes to SVG: what an address map shows, computed without any screen.
 *
 * <p>{@link org.karlworkbench.picture.MapModel} holds the lanes and their {@link org.karlworkbench.picture.AddressScale};
 * {@link org.karlworkbench.picture.Viewport} is the window onto it; {@link org.karlworkbench.picture.MapPainter} makes
 * {@link org.karlworkbench.picture.Shape shapes}, which a widget draws and {@link org.karlworkbench.picture.Svg} writes.
 */
package org.karlworkbench.picture;
