package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * What a bird looks like apart from its pose.
 *
 * @param back colour
 * @param belly colour
 * @param head colour
 * @param wing colour of the short feathers
 * @param tips colour of the long feathers' ends
 * @param horn colour of the beak
 * @param legs colour
 * @param beak length
 * @param crest whether it has one
 * @param masked whether it has a stripe through its eye
 * @param speckled whether its belly has dark marks
 */
record Plumage(
    Color back,
    Color belly,
    Color head,
    Color wing,
    Color tips,
    Color horn,
    Color legs,
    double beak,
    boolean crest,
    boolean masked,
    boolean speckled) {

  static Plumage any(Studio studio) {
    Color back;
    Color belly;
    switch (studio.between(0, 4)) {
      case 0 -> {
        back = studio.colour(0.06, 0.1, 0.3, 0.5, 0.4, 0.6);
        belly = studio.colour(0.02, 0.09, 0.4, 0.9, 0.75, 0.95);
      }
      case 1 -> {
        back = studio.colour(0.53, 0.64, 0.5, 0.85, 0.5, 0.8);
        belly = studio.colour(0.08, 0.15, 0.3, 0.8, 0.88, 0.98);
      }
      case 2 -> {
        back = studio.colour(0.2, 0.4, 0.5, 0.8, 0.45, 0.75);
        belly = studio.colour(0.13, 0.18, 0.4, 0.85, 0.85, 0.95);
      }
      case 3 -> {
        back = studio.colour(0.55, 0.7, 0.05, 0.2, 0.25, 0.6);
        belly = studio.colour(0.08, 0.14, 0.02, 0.12, 0.85, 0.98);
      }
      default -> {
        back = studio.colour(-0.03, 0.14, 0.7, 0.92, 0.7, 0.92);
        belly = Colours.lighter(back, studio.between(0.1, 0.5));
      }
    }
    Color wing =
        Colours.mix(back, studio.colour(0, 1, 0.3, 0.7, 0.3, 0.7), studio.between(0.0, 0.35));
    Color head =
        studio.chance(0.5) ? back : Colours.mix(back, studio.colour(0, 1, 0.5, 0.9, 0.2, 0.9), 0.6);
    Color horn =
        studio.chance(0.6)
            ? studio.colour(0.07, 0.14, 0.7, 0.95, 0.8, 0.98)
            : studio.colour(0.05, 0.7, 0, 0.2, 0.22, 0.4);
    return new Plumage(
        back,
        belly,
        head,
        wing,
        Colours.darker(wing, studio.between(0.45, 0.75)),
        horn,
        studio.colour(0.03, 0.1, 0.3, 0.8, 0.4, 0.8),
        studio.chance(0.25) ? studio.between(0.16, 0.24) : studio.between(0.09, 0.14),
        studio.chance(0.2),
        studio.chance(0.3),
        studio.chance(0.3));
  }
}
