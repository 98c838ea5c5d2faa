package org.efficientvit.core.objects.scene;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** The backgrounds of the settings. */
final class Backdrops {

  private Backdrops() {}

  static Backdrop of(Stage stage) {
    Studio studio = stage.studio();
    float horizon = (float) stage.horizon();
    return switch (stage.setting()) {
      case ROOM ->
          cornered(
              standing(
                  IndoorSurfaces.forWalls(studio),
                  new Ground(IndoorSurfaces.forTables(studio), horizon, studio.between(1.0, 1.8))),
              horizon,
              studio.between(0.1, 0.5));
      case LANDSCAPE -> {
        Sky sky = Sky.of(studio, horizon);
        Ground ground =
            new Ground(OutdoorSurfaces.ground(studio), horizon, studio.between(1.5, 3.0));
        yield standing(Ridges.before(sky, studio, horizon), ground);
      }
      case WATER -> {
        Sky sky = Sky.of(studio, horizon);
        Surface water = OutdoorSurfaces.water(studio, sky.low());
        Surface behind = studio.chance(0.5) ? Ridges.before(sky, studio, horizon) : sky;
        yield standing(behind, new Ground(water, horizon, studio.between(1.5, 3.0)));
      }
      case SKY -> flat(Sky.of(studio, (float) studio.between(0.8, 1.3)), 0, 1);
      case SURFACE ->
          flat(
              studio.chance(0.75)
                  ? IndoorSurfaces.forTables(studio)
                  : OutdoorSurfaces.ground(studio),
              studio.between(-0.8, 0.8),
              studio.between(0.7, 1.3));
      case WALL -> flat(IndoorSurfaces.forWalls(studio), 0, studio.between(0.7, 1.3));
      case SOFT -> flat(soft(studio), studio.between(-3.0, 3.0), 1);
      case PAPER -> paper(studio, horizon);
    };
  }

  /** A surface that fills the picture, turned by an angle. */
  private static Backdrop flat(Surface surface, double angle, double scale) {
    float cos = (float) (StrictMath.cos(angle) * scale);
    float sin = (float) (StrictMath.sin(angle) * scale);
    return (pixels, size) -> {
      float step = 1f / size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float u = (x + 0.5f) * step;
          float v = (y + 0.5f) * step;
          pixels[y * size + x] = surface.at(cos * u - sin * v, sin * u + cos * v, step);
        }
      }
    };
  }

  /** What is upright above the horizon, and the ground below it. */
  private static Backdrop standing(Surface upright, Ground ground) {
    return (pixels, size) -> {
      float step = 1f / size;
      int first = Math.max(0, Math.min(size, Math.round(ground.horizon() * size)));
      for (int y = 0; y < first; y++) {
        for (int x = 0; x < size; x++) {
          pixels[y * size + x] = upright.at((x + 0.5f) * step, (y + 0.5f) * step, step);
        }
      }
      for (int y = first; y < size; y++) {
        ground.paintRow(pixels, y, size);
      }
    };
  }

  /** Darkens where a wall meets a floor, since little light gets there. */
  private static Backdrop cornered(Backdrop room, float horizon, double darkness) {
    return (pixels, size) -> {
      room.paint(pixels, size);
      int reach = size / 10;
      int corner = Math.round(horizon * size);
      for (int y = Math.max(0, corner - reach); y < Math.min(size, corner + reach); y++) {
        float away = Math.abs(y + 0.5f - corner) / reach;
        float tone = 1 - (float) darkness * (1 - away) * (1 - away);
        for (int i = y * size; i < (y + 1) * size; i++) {
          pixels[i] = Rgb.times(pixels[i], tone);
        }
      }
    };
  }

  /** Two or three colours that run into one another. */
  private static Surface soft(Studio studio) {
    Color colour = studio.colour(0, 1, 0.1, 0.7, 0.3, 0.95);
    int first = Rgb.of(colour);
    int second =
        Rgb.of(
            studio.chance(0.5)
                ? Colours.darker(colour, studio.between(0.3, 0.7))
                : studio.colour(0, 1, 0.1, 0.6, 0.3, 0.95));
    int third = Rgb.of(studio.colour(0, 1, 0.1, 0.6, 0.3, 0.95));
    float shift = (float) studio.between(0.0, 10.0);
    float scale = (float) studio.between(0.15, 0.5);
    float cloudy = (float) studio.between(0.2, 0.9);
    return (u, v, grain) -> {
      float blend = Noise.SOFT.at(u * scale + shift, v * scale);
      float spots = Noise.SOFT.at(u * scale, v * scale + shift);
      int rgb = Rgb.mix(first, second, 0.5f + 0.4f * v + cloudy * 0.6f * blend);
      return Rgb.mix(rgb, third, cloudy * 0.7f * spots);
    };
  }

  /** A sheet that bends up behind the object without an edge. */
  private static Backdrop paper(Studio studio, float horizon) {
    int base = Rgb.of(studio.colour(0, 1, 0.0, 0.5, 0.45, 0.97));
    float fall = (float) studio.between(0.1, 0.45);
    float shift = (float) studio.between(0.0, 10.0);
    return (pixels, size) -> {
      for (int y = 0; y < size; y++) {
        float v = (y + 0.5f) / size;
        float bend = Math.max(0, Math.min(1, (v - horizon + 0.12f) / 0.3f));
        float up = bend * bend * (3 - 2 * bend);
        float tone = 1 - fall * (1 - up) * (0.5f + 0.5f * (1 - v)) + 0.06f * up;
        for (int x = 0; x < size; x++) {
          float uneven = 0.02f * Noise.FRACTAL.at((x + 0.5f) / size * 0.7f + shift, v * 0.7f);
          pixels[y * size + x] = Rgb.times(base, tone + uneven);
        }
      }
    };
  }
}
