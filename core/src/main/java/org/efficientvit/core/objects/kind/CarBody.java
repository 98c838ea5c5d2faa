package org.efficientvit.core.objects.kind;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.efficientvit.core.objects.drawing.Outlines;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The build of a car of length 2, its front to the right; heights are negative.
 *
 * @param tail height of the boot or the load bed
 * @param belt height where the windows begin
 * @param roof height of the roof
 * @param nose height of the bonnet's end
 * @param rearBase where the rear window begins
 * @param rearTop where the roof begins
 * @param frontTop where the roof ends
 * @param frontBase where the bonnet begins
 * @param windows how many on a side
 */
record CarBody(
    double tail,
    double belt,
    double roof,
    double nose,
    double rearBase,
    double rearTop,
    double frontTop,
    double frontBase,
    int windows) {

  static CarBody any(Studio studio) {
    double belt = -studio.between(0.41, 0.46);
    double roof = belt - studio.between(0.25, 0.3);
    double nose = belt + studio.between(0.06, 0.11);
    double front = studio.between(1.4, 1.5);
    double top = front - studio.between(0.26, 0.36);
    return switch (studio.between(0, 5)) {
      case 0, 1 ->
          new CarBody(
              belt - 0.01, belt, roof, nose, 0.3 + studio.between(0.0, 0.1), 0.62, top, front, 2);
      case 2 ->
          new CarBody(
              belt, belt, roof - 0.03, nose, 0.06, studio.between(0.28, 0.42), top, front, 2);
      case 3 ->
          new CarBody(
              belt, belt, roof - 0.04, nose, 0.03, studio.between(0.1, 0.18), top, front, 3);
      case 4 ->
          new CarBody(
              belt - 0.04,
              belt - 0.04,
              roof - studio.between(0.22, 0.3),
              nose - 0.03,
              0.0,
              0.03,
              1.42,
              1.74,
              studio.between(1, 3));
      default ->
          new CarBody(
              belt + 0.03,
              belt,
              roof - 0.06,
              nose,
              0.72,
              0.8,
              top + 0.06,
              front,
              studio.between(1, 2));
    };
  }

  /** Where the outline is above its lower edge. */
  Path2D outline(double sill) {
    boolean bed = tail > belt;
    return Outlines.softened(
        0.07,
        0.02,
        sill,
        0,
        (sill + tail) / 2,
        rearBase < 0.1 ? 0.0 : 0.015,
        tail,
        rearBase - (bed ? 0 : 0.02),
        tail,
        rearTop,
        roof,
        frontTop,
        roof,
        frontBase,
        belt + 0.005,
        1.9,
        nose - 0.02,
        1.99,
        nose + 0.06,
        2,
        (sill + nose) / 2,
        1.98,
        sill);
  }

  /** Where the posts between the windows stand on the belt line, rear to front. */
  double[] posts() {
    double rear = Math.max(rearBase + 0.08, 0.1);
    if (windows == 1 && roof < -0.85) {
      rear = 1.12;
    }
    double from = rear;
    double front = frontBase - 0.07;
    double[] posts = new double[windows + 1];
    Arrays.setAll(posts, i -> from + (front - from) * i / windows);
    return posts;
  }

  /** Where a line from the belt meets the roof: upright in the middle, slanting at the ends. */
  double atRoof(double x) {
    double[] posts = posts();
    if (x >= posts[posts.length - 1] - 1e-9) {
      return frontTop - 0.04;
    }
    if (x <= posts[0] + 1e-9) {
      return Math.max(posts[0], rearTop + 0.05);
    }
    return x;
  }

  /** How far along the bonnet, 0 at the windscreen and 1 at the car's front end. */
  double hood(double share) {
    return frontBase + (2 - frontBase) * share;
  }
}
