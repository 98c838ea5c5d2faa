package org.efficientvit.core.objects.scene;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * What a scene is of, before anything is painted.
 *
 * @param studio chance and light
 * @param horizon where the ground ends, in sides from the top; below the picture without ground
 * @param actors the objects, the main one first
 */
record Stage(Setting setting, Studio studio, double horizon, List<Actor> actors) {

  private static final double USUAL = 0.6;
  private static final int ATTEMPTS = 6;

  Stage {
    actors = List.copyOf(actors);
  }

  /**
   * A scene.
   *
   * @param company share of the scenes in which the object is not alone, 0 to 1
   */
  static Stage of(ObjectKind kind, Studio studio, double company) {
    Setting setting =
        studio.chance(USUAL)
            ? studio.pick(Setting.usual(kind))
            : studio.pick(List.of(Setting.values()));
    List<Actor> actors = new ArrayList<>();
    boolean alone = !studio.chance(company);
    double size = alone ? size(studio) : studio.between(0.45, 0.65);
    Actor main = Actor.of(kind, studio, setting, spot(studio, setting, size));
    actors.add(main);
    double ground = main.foot().getMaxY();
    double horizon = setting.hasHorizon() ? Math.max(0.15, ground - studio.between(0.06, 0.45)) : 2;
    if (!alone) {
      for (int others = studio.between(1, 2); others > 0; others--) {
        addOther(actors, studio, setting, horizon);
      }
    }
    return new Stage(setting, studio, horizon, actors);
  }

  /** Mostly between a half and four fifths. */
  private static double size(Studio studio) {
    return studio.chance(0.75) ? studio.between(0.52, 0.82) : studio.between(0.38, 0.92);
  }

  /** Somewhere about the middle, whole but for a little in a few pictures. */
  private static Actor.Spot spot(Studio studio, Setting setting, double size) {
    double room = Math.max(0, (1 - size) / 2) * 0.75 + (studio.chance(0.12) ? 0.08 : 0);
    double x = 0.5 + studio.between(-room, room);
    double y = 0.5 + studio.between(-room, room);
    return new Actor.Spot(
        x, setting.support() == Setting.Support.GROUND ? Math.min(0.97, y + size / 2) : y, size);
  }

  /** A smaller object beside the main one, if there is room. */
  private static void addOther(List<Actor> actors, Studio studio, Setting setting, double horizon) {
    Actor main = actors.get(0);
    ObjectKind[] kinds = ObjectKind.values();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ObjectKind kind = kinds[studio.between(0, kinds.length - 1)];
      double size =
          Math.max(main.bounds().getWidth(), main.bounds().getHeight()) * studio.between(0.32, 0.5);
      double y =
          setting.hasHorizon()
              ? horizon + (main.foot().getMaxY() - horizon) * studio.between(0.35, 1.0)
              : studio.between(size / 2, 1 - size / 2);
      double x = studio.between(size * 0.4, 1 - size * 0.4);
      double top = setting.support() == Setting.Support.GROUND ? y - size : y - size / 2;
      if (hasRoom(actors, new Rectangle2D.Double(x - size / 3, top, size / 1.5, size))) {
        Actor other = Actor.of(kind, studio, setting, new Actor.Spot(x, y, size));
        if (hasRoom(actors, other.bounds())) {
          actors.add(other);
          return;
        }
      }
    }
  }

  private static boolean hasRoom(List<Actor> actors, Rectangle2D place) {
    return place.getMinY() > -0.02
        && actors.stream().allMatch(actor -> hasRoom(actor.bounds(), place));
  }

  /** Whether the second hides, or is hidden by, little of the first. */
  private static boolean hasRoom(Rectangle2D first, Rectangle2D second) {
    Rectangle2D both = first.createIntersection(second);
    return both.isEmpty()
        || both.getWidth() * both.getHeight() < 0.12 * second.getWidth() * second.getHeight();
  }
}
