package org.efficientvit.core.objects.scene;

import java.awt.Color;
import org.efficientvit.core.objects.drawing.Colours;
import org.efficientvit.core.objects.drawing.Studio;

/** What the ground is made of under the sky. */
final class OutdoorSurfaces {

  private OutdoorSurfaces() {}

  /** Something to stand on. */
  static Surface ground(Studio studio) {
    return switch (studio.between(0, 9)) {
      case 0, 1, 2, 3 -> grass(studio);
      case 4, 5 -> sand(studio);
      case 6, 7 -> soil(studio);
      case 8 -> asphalt(studio);
      default -> snow(studio);
    };
  }

  /** A lawn or a meadow with lighter and drier patches. */
  static Surface grass(Studio studio) {
    Color colour = studio.colour(0.2, 0.34, 0.35, 0.7, 0.3, 0.7);
    int light = Rgb.of(Colours.lighter(colour, 0.25));
    int dark = Rgb.of(Colours.darker(colour, studio.between(0.3, 0.55)));
    int dry = Rgb.of(studio.colour(0.12, 0.18, 0.3, 0.55, 0.5, 0.75));
    float shift = (float) studio.between(0.0, 10.0);
    float dryness = (float) studio.between(0.0, 0.6);
    return (u, v, grain) -> {
      float near = Math.max(0, 1 - grain / 0.05f);
      float blades = Noise.GRAIN.at(u * 0.45f, v * 0.13f + shift) * near;
      float tufts = Noise.FRACTAL.at(u * 0.5f + shift, v * 0.25f);
      int rgb = Rgb.mix(dark, light, 0.5f + 0.45f * blades + 0.35f * tufts);
      return Rgb.mix(rgb, dry, dryness * (Noise.SOFT.at(u * 0.2f, v * 0.1f + shift) + 0.2f));
    };
  }

  /** Sand with ripples. */
  static Surface sand(Studio studio) {
    int base = Rgb.of(studio.colour(0.08, 0.13, 0.2, 0.45, 0.65, 0.92));
    float ripples = (float) studio.between(0.0, 0.09);
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float cloud = Noise.FRACTAL.at(u * 0.3f + shift, v * 0.15f);
      float near = Math.max(0, 1 - grain / 0.03f);
      // A triangle wave bent by the noise.
      float phase = v * 9 + 2.5f * cloud + u;
      float wave = Math.abs(phase - Noise.floor(phase) - 0.5f) * 4 - 1;
      float grains = Noise.GRAIN.at(u * 0.9f, v * 0.9f + shift);
      return Rgb.times(base, 1 + 0.06f * cloud + near * (ripples * wave + 0.07f * grains));
    };
  }

  /** Earth, leaves and small stones. */
  static Surface soil(Studio studio) {
    Color colour = studio.colour(0.05, 0.11, 0.25, 0.5, 0.3, 0.6);
    int dark = Rgb.of(Colours.darker(colour, 0.35));
    int light = Rgb.of(Colours.lighter(colour, 0.25));
    int stone = Rgb.of(studio.colour(0.05, 0.15, 0.02, 0.4, 0.5, 0.8));
    float shift = (float) studio.between(0.0, 10.0);
    float stones = (float) studio.between(0.35, 0.75);
    return (u, v, grain) -> {
      float near = Math.max(0, 1 - grain / 0.04f);
      float clods = Noise.FRACTAL.at(u * 0.9f + shift, v * 0.6f);
      float pebble = Noise.FRACTAL.at(u * 1.7f, v * 1.3f + shift);
      int rgb = Rgb.mix(dark, light, 0.5f + 0.6f * clods);
      return pebble > stones ? Rgb.mix(rgb, stone, near) : rgb;
    };
  }

  /** A road. */
  static Surface asphalt(Studio studio) {
    int base = Rgb.of(studio.colour(0.5, 0.7, 0.0, 0.1, 0.3, 0.6));
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float near = Math.max(0, 1 - grain / 0.03f);
      float patches = Noise.FRACTAL.at(u * 0.2f + shift, v * 0.12f);
      float grains = Noise.GRAIN.at(u * 0.8f, v * 0.6f + shift);
      return Rgb.times(base, 1 + 0.09f * patches + 0.14f * near * grains);
    };
  }

  /** Snow with blue hollows. */
  static Surface snow(Studio studio) {
    int light = Rgb.of(studio.colour(0.5, 0.65, 0.0, 0.04, 0.9, 1.0));
    int hollow = Rgb.of(studio.colour(0.56, 0.64, 0.1, 0.25, 0.7, 0.85));
    float shift = (float) studio.between(0.0, 10.0);
    return (u, v, grain) -> {
      float drifts = Noise.FRACTAL.at(u * 0.25f + shift, v * 0.15f);
      return Rgb.mix(light, hollow, 0.35f + 0.7f * drifts);
    };
  }

  /** Waves that mirror the sky. */
  static Surface water(Studio studio, int sky) {
    int deep = Rgb.of(studio.colour(0.46, 0.62, 0.35, 0.75, 0.25, 0.6));
    int foam = Rgb.mix(sky, 0xFFFFFFFF, 0.4f);
    float shift = (float) studio.between(0.0, 10.0);
    float calm = (float) studio.between(0.5, 1.1);
    return (u, v, grain) -> {
      float swell = Noise.FRACTAL.at(u * 0.1f + shift, v * 0.3f * calm);
      float ripple = Noise.FRACTAL.at(u * 0.3f, v * 1.1f * calm + shift);
      float far = Math.min(1, grain / 0.05f);
      float share = 0.25f + 0.35f * far + 0.3f * swell + 0.3f * ripple * (1 - 0.6f * far);
      int rgb = Rgb.mix(deep, sky, share);
      return ripple + swell > 1.15f ? Rgb.mix(rgb, foam, 0.6f) : rgb;
    };
  }
}
