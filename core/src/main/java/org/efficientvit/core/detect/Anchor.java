package org.efficientvit.core.detect;

import org.efficientvit.core.evaluate.Box;

/**
 * A box that a detector starts from.
 *
 * @param level of the pyramid, from 0, the finest
 * @param row of its cell
 * @param column of its cell
 * @param kind which of the cell's, from 0: ratios outermost, scales innermost
 * @param box in pixels of the picture that the network sees
 */
public record Anchor(int level, int row, int column, int kind, Box box) {}
