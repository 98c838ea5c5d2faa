package org.efficientvit.visualizers.map;

/**
 * A token by its place on the grid.
 *
 * @param row from the top, from 0
 * @param column from the left, from 0
 */
public record Token(int row, int column) {}
