package org.efficientvit.visualizers.colour;

/**
 * A colour by its lightness and two opponent hues, in which equal distances look about equal (Björn
 * Ottosson, "A perceptual color space for image processing", 2020).
 *
 * @param lightness from 0, black, to 1, white
 * @param a green to red
 * @param b blue to yellow
 */
public record Oklab(double lightness, double a, double b) {

  /** The colour of 0xRRGGBB; alpha is left out. */
  public static Oklab of(int rgb) {
    double red = linear(rgb >> 16 & 0xFF);
    double green = linear(rgb >> 8 & 0xFF);
    double blue = linear(rgb & 0xFF);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new Oklab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /** A colour on the straight line to another. */
  public Oklab towards(Oklab other, double fraction) {
    return new Oklab(
        lightness + fraction * (other.lightness - lightness),
        a + fraction * (other.a - a),
        b + fraction * (other.b - b));
  }

  /** How different two colours look; about 0.02 can just be told apart side by side. */
  public double distance(Oklab other) {
    return Math.hypot(Math.hypot(lightness - other.lightness, a - other.a), b - other.b);
  }

  /** The nearest 0xFFRRGGBB. */
  public int argb() {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    int red = level(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int green = level(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int blue = level(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(int level) {
    double v = level / 255.0;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static int level(double linear) {
    double v = Math.min(1, Math.max(0, linear));
    double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }
}
