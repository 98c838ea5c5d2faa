package org.efficientvit.core.objects.scene;

import java.util.List;
import org.efficientvit.core.objects.ObjectKind;

/** Where a scene is. */
enum Setting {
  /** On a table or a floor before a wall. */
  ROOM(Support.GROUND, 4),
  /** On the ground under the sky, before hills or trees. */
  LANDSCAPE(Support.GROUND, 5),
  /** On the water under the sky. */
  WATER(Support.GROUND, 5),
  /** In the air. */
  SKY(Support.NOTHING, 16),
  /** Lying on a surface that is seen from above. */
  SURFACE(Support.BACK, 35),
  /** Before a wall. */
  WALL(Support.BACK, 9),
  /** Before a background of soft colours. */
  SOFT(Support.NOTHING, 13),
  /** On seamless paper, as in a photographer's studio. */
  PAPER(Support.GROUND, 6);

  /** What holds an object, and therefore takes its shadow. */
  enum Support {
    GROUND,
    BACK,
    NOTHING
  }

  private final Support support;
  private final int tilt;

  Setting(Support support, int tilt) {
    this.support = support;
    this.tilt = tilt;
  }

  Support support() {
    return support;
  }

  /** How far objects lean at most, in degrees. */
  int tilt() {
    return tilt;
  }

  /** Whether there is a line where the ground ends. */
  boolean hasHorizon() {
    return support == Support.GROUND;
  }

  /** Whether nobody would notice: there are no mirrored numerals. */
  static boolean canBeMirrored(ObjectKind kind) {
    return kind != ObjectKind.CLOCK;
  }

  /** Where a kind of object is usually seen. */
  static List<Setting> usual(ObjectKind kind) {
    return switch (kind) {
      case HOUSE, TREE, CAR, BICYCLE -> List.of(LANDSCAPE);
      case MUSHROOM, FLOWER, CAT, UMBRELLA -> List.of(LANDSCAPE, ROOM);
      case SAILBOAT -> List.of(WATER);
      case FISH -> List.of(SOFT, SURFACE, WATER);
      case BIRD -> List.of(LANDSCAPE, SKY);
      case AEROPLANE -> List.of(SKY);
      case CUP -> List.of(ROOM);
      case CLOCK -> List.of(WALL, ROOM);
      case GUITAR -> List.of(ROOM, WALL, SURFACE);
      case KEY -> List.of(SURFACE);
    };
  }
}
