package org.efficientvit.core.weights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of number that a file keeps. Only {@linkplain #isFloating() floating} kinds become
 * 32-bit floats here; the others are listed.
 */
public enum DType {
  FLOAT64("F64", 8, true),
  FLOAT32("F32", 4, true),
  FLOAT16("F16", 2, true),
  BFLOAT16("BF16", 2, true),
  INT64("I64", 8, false),
  INT32("I32", 4, false),
  INT16("I16", 2, false),
  INT8("I8", 1, false),
  UINT64("U64", 8, false),
  UINT32("U32", 4, false),
  UINT16("U16", 2, false),
  UINT8("U8", 1, false),
  BOOL("BOOL", 1, false);

  private final String code;
  private final int bytes;
  private final boolean floating;

  DType(String code, int bytes, boolean floating) {
    this.code = code;
    this.bytes = bytes;
    this.floating = floating;
  }

  /** The safetensors code, such as {@code F32}. */
  public String code() {
    return code;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether this is a floating-point kind, whose values are read. */
  public boolean isFloating() {
    return floating;
  }

  /** The kind that a safetensors code stands for, if it is one of these. */
  static Optional<DType> ofCode(String code) {
    return Arrays.stream(values()).filter(dtype -> dtype.code.equals(code)).findFirst();
  }

  /** The name that PyTorch gives it: {@code float32}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
