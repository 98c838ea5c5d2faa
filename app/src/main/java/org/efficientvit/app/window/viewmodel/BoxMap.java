package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.detect.CellGrid;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;

/**
 * A map of the inside of a detector, as it concerns one box.
 *
 * @param index of the head or of the channel
 * @param title {@code Head 0}, {@code Channel 12}
 * @param reading its figure in words
 * @param map (H, W)
 * @param cells where its cells lie on the picture
 * @param scale of the map's colours
 */
public record BoxMap(
    int index, String title, String reading, Tensor map, CellGrid cells, Scale scale) {

  public BoxMap {
    requireNonNull(title, "title is null");
    requireNonNull(reading, "reading is null");
    requireNonNull(map, "map is null");
    requireNonNull(cells, "cells is null");
    requireNonNull(scale, "scale is null");
  }
}
