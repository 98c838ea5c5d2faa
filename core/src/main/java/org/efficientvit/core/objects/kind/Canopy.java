package org.efficientvit.core.objects.kind;

import java.awt.Shape;
import org.efficientvit.core.objects.drawing.Shapes2D;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * The dome of an umbrella in space, as seen from one side; the middle of its rim is at (0, 0). A
 * place on it is a share of the way down from the tip, 0 to 1, and an azimuth: 0 right, 90 in
 * front.
 *
 * @param ribs how many
 * @param first azimuth of the first rib in degrees
 * @param rise height of the tip over the rim
 * @param arch how far the ribs bend, in degrees
 * @param view from how far above one looks at it, in radians; negative from below
 */
record Canopy(int ribs, double first, double rise, double arch, double view) {

  private static final double REACH = 50;
  private static final int STEPS = 10;

  double azimuth(double rib) {
    return first + rib * 360 / ribs;
  }

  double x(double share, double azimuth) {
    return radius(share, azimuth) * Math.cos(Math.toRadians(azimuth));
  }

  double y(double share, double azimuth) {
    double bend = Math.toRadians(arch);
    double up = rise * (Math.cos(share * bend) - Math.cos(bend)) / (1 - Math.cos(bend));
    double near = radius(share, azimuth) * Math.sin(Math.toRadians(azimuth));
    return -up * Math.cos(view) + near * Math.sin(view);
  }

  /** The cloth is taut between the ribs, so that it comes closer to the shaft there. */
  private double radius(double share, double azimuth) {
    double step = 360.0 / ribs;
    double turn = ((azimuth - first) % step + step) % step / step;
    double sag = 1 - 0.28 / ribs * 4 * turn * (1 - turn) * share;
    return REACH * sag * Math.sin(share * Math.toRadians(arch)) / Math.sin(Math.toRadians(arch));
  }

  /** Whether one sees the outside of the cloth there. */
  boolean outside(double azimuth) {
    double bend = Math.toRadians(arch * 0.75);
    double near = rise / REACH * Math.sin(bend) * Math.sin(Math.toRadians(azimuth));
    return near * Math.cos(view) + Math.cos(bend) * Math.sin(view) > 0;
  }

  /** How directly the light falls on the cloth there, -1 to 1. */
  double light(double azimuth, Studio studio) {
    double side = Math.cos(Math.toRadians(azimuth)) * studio.lightX();
    double front = Math.sin(Math.toRadians(azimuth)) * 0.25;
    return Math.max(-1, Math.min(1, side - 0.3 * studio.lightY() + front - 0.2));
  }

  /** The cloth between a rib and the next, between two shares of the way down. */
  Shape panel(int rib, double upper, double lower) {
    double[] xy = new double[8 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      put(xy, i, upper + (lower - upper) * t, azimuth(rib));
      double scallop = 1 - 0.07 * Math.sin(Math.PI * t);
      put(xy, STEPS + 1 + i, lower * scallop, azimuth(rib + t));
      put(xy, 2 * (STEPS + 1) + i, lower + (upper - lower) * t, azimuth(rib + 1));
      put(xy, 3 * (STEPS + 1) + i, upper * scallop, azimuth(rib + 1 - t));
    }
    return Shapes2D.polygon(xy);
  }

  /** The line of a rib. */
  Shape rib(int rib) {
    double[] xy = new double[2 * (STEPS + 1)];
    for (int i = 0; i <= STEPS; i++) {
      put(xy, i, (double) i / STEPS, azimuth(rib));
    }
    return Shapes2D.polyline(xy);
  }

  private void put(double[] xy, int place, double share, double azimuth) {
    xy[2 * place] = x(share, azimuth);
    xy[2 * place + 1] = y(share, azimuth);
  }
}
