package org.efficientvit.core.ops.onnx;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Shape;

/**
 * A value of a graph: what one node writes and others read.
 *
 * @param name unique within the graph
 * @param shape for one image; with B images the first extent is B times as large
 */
record GraphValue(String name, Shape shape) {

  GraphValue {
    requireNonNull(name, "name is null");
    requireNonNull(shape, "shape is null");
  }
}
