package org.efficientvit.visualizers.heads;

import java.util.List;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.ColourBar;

/**
 * The scale of each map of a figure.
 *
 * @param own of each map
 * @param isShared whether they are all one
 */
record HeadScales(List<Scale> own, boolean isShared) {

  /**
   * The scales of maps.
   *
   * @param startsAtZero whether colours start at 0, as shares do
   */
  static HeadScales of(List<Tensor> maps, boolean isShared, boolean startsAtZero) {
    Scale all = reached(Scale.of(maps), startsAtZero);
    return new HeadScales(
        maps.stream().map(map -> isShared ? all : reached(Scale.of(map), startsAtZero)).toList(),
        isShared);
  }

  private static Scale reached(Scale scale, boolean startsAtZero) {
    return startsAtZero ? scale.withZero() : scale;
  }

  Scale of(int index) {
    return own.get(index);
  }

  List<ColourBar.Tick> ticks() {
    return isShared
        ? ColourBar.ticks(own.get(0))
        : List.of(
            new ColourBar.Tick(0, "each map's minimum"),
            new ColourBar.Tick(1, "each map's maximum"));
  }
}
