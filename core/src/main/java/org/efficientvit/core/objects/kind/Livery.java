package org.efficientvit.core.objects.kind;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The colours of an aeroplane.
 *
 * @param hull of most of it
 * @param accent of the tail and the stripes
 * @param second of a second stripe
 * @param wing of wings and stabilisers, seen from above
 */
record Livery(Color hull, Color accent, Color second, Color wing) {

  static final Color STEEL = new Color(176, 182, 192);
  static final Color GLASS = new Color(44, 62, 84);
  static final Color DARK = new Color(40, 42, 48);

  /**
   * Colours that go together: white and a strong one.
   *
   * @param painted how often the hull is coloured instead of white, 0 to 1
   */
  static Livery of(Studio studio, double painted) {
    Color white = studio.colour(0.5, 0.65, 0, 0.06, 0.88, 0.99);
    Color colour = studio.colour(0, 1, 0.6, 0.95, 0.4, 0.88);
    boolean coloured = studio.chance(painted);
    Color hull = coloured ? colour : white;
    Color accent = coloured ? studio.chance(0.7) ? white : DARK : colour;
    Color second =
        studio.chance(0.5)
            ? Colours.lighter(accent, 0.45)
            : studio.colour(0, 1, 0.5, 0.9, 0.5, 0.9);
    return new Livery(hull, accent, second, Colours.mix(hull, STEEL, studio.between(0.35, 0.8)));
  }
}
