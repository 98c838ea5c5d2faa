package org.efficientvit.visualizers;

import java.awt.Graphics2D;

/**
 * A drawing that is the same on the screen and in a file, and the numbers it shows.
 *
 * <p>Figures are values: they hold what they show, draw nothing until they are asked to, and may be
 * drawn by any thread.
 */
public interface Figure {

  /** So narrow, figures of rows, bars and points still have room for what they say, in points. */
  double NARROW = 600;

  /**
   * The stem of its files, made of letters, digits, dots and dashes: {@code blocks2.3-attention}.
   */
  String name();

  /** What stands above it. */
  String title();

  /** Its own width, in points (1/72 inch). */
  double width();

  /** Its own height, in points (1/72 inch). */
  double height();

  /**
   * The narrowest that it can be drawn with everything in its place, in points; below that, a view
   * shows a part of it.
   */
  default double leastWidth() {
    return Math.min(width(), NARROW);
  }

  /**
   * The lowest that it can be drawn with everything in its place, in points; below that, a view
   * shows a part of it.
   */
  default double leastHeight() {
    return height();
  }

  /**
   * Draws it from the origin, background included.
   *
   * <p>Type keeps its size in points whatever the width and height: the rest takes the room that is
   * left.
   *
   * @param width to fill, in points
   * @param height to fill, in points
   */
  void draw(Graphics2D g, double width, double height, Theme theme);

  /** The numbers that it shows. */
  DataTable data();
}
