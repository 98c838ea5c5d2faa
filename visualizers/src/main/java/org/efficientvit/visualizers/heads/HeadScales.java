package org.efficientvit.visualizers.heads;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.visualizers.colour.Scale;
import org.efficientvit.visualizers.map.ColourBar;

/**
 * The scale of each map of a figure.
 *
 * @param own of each map, row by row
 * @param sharedBy which maps have one scale
 */
record HeadScales(List<Scale> own, SharedBy sharedBy) {

  /** Which maps have one scale. */
  enum SharedBy {
    ALL,
    ROW,
    NONE
  }

  /**
   * The scales of maps.
   *
   * @param maps row by row
   * @param inRow maps of a row
   * @param startsAtZero whether colours start at 0, as shares do
   */
  static HeadScales of(List<Tensor> maps, int inRow, SharedBy sharedBy, boolean startsAtZero) {
    List<Scale> own = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      int row = i / inRow * inRow;
      Scale scale =
          Scale.of(
              switch (sharedBy) {
                case ALL -> maps;
                case ROW -> maps.subList(row, row + inRow);
                case NONE -> maps.subList(i, i + 1);
              });
      own.add(startsAtZero ? scale.withZero() : scale);
    }
    return new HeadScales(own, sharedBy);
  }

  Scale of(int index) {
    return own.get(index);
  }

  List<ColourBar.Tick> ticks() {
    if (sharedBy == SharedBy.ALL) {
      return ColourBar.ticks(own.get(0));
    }
    String of = sharedBy == SharedBy.ROW ? "row's " : "map's ";
    boolean startsAtZero = own.stream().allMatch(scale -> scale.min() == 0);
    return List.of(
        new ColourBar.Tick(0, startsAtZero ? "0" : of + "minimum"),
        new ColourBar.Tick(1, of + "maximum"));
  }

  String note() {
    return switch (sharedBy) {
      case ALL -> "One scale for all maps";
      case ROW -> "One scale for each row of maps";
      case NONE -> "Each map on its own scale";
    };
  }
}
