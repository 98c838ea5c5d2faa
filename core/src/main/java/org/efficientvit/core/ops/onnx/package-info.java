/** Networks as ONNX models, and ONNX Runtime, which runs them. */
@NullMarked
package org.efficientvit.core.ops.onnx;

import org.jspecify.annotations.NullMarked;
