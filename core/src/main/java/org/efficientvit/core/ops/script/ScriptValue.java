package org.efficientvit.core.ops.script;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.tensor.Shape;

/**
 * A value of a script: what one statement gives and others read.
 *
 * @param name of the variable
 * @param shape for one image as the network sees it; with B images the first extent is B times as
 *     large, and feature maps (B, C, H, W) lie as (B, H, W, C)
 * @param isWide whether its numbers have 32 bits; bfloat16 if not
 */
record ScriptValue(String name, Shape shape, boolean isWide) {

  ScriptValue {
    requireNonNull(name, "name is null");
    requireNonNull(shape, "shape is null");
  }
}
