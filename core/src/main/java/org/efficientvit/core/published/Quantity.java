package org.efficientvit.core.published;

import java.util.Arrays;
import java.util.Optional;
import org.efficientvit.core.published.PublishedModel.Column;
import org.jspecify.annotations.Nullable;

/** What a claim compares two networks by. */
public enum Quantity {
  /** Top-1 on ImageNet, the difference in points. */
  TOP1("top1", "top-1, points", Column.TOP1),
  /** Images/s on a V100, the ratio. */
  V100("v100", "V100 speed", Column.V100),
  /** Images/s of PyTorch on one thread of a Xeon, the ratio. */
  XEON("xeon", "CPU speed", Column.XEON),
  /** Images/s of ONNX Runtime on one thread of a Xeon, the ratio. */
  ONNX("onnx", "ONNX speed", Column.ONNX),
  /** Multiply-accumulates, the ratio. */
  MACS("macs", "MACs", Column.MMACS),
  /** Average precision on COCO with a RetinaNet, the difference in points. */
  AP("ap", "COCO AP, points", null),
  /** Per cent of the time that operations bound by memory take: of one network alone. */
  MEMORY_SHARE("memory-share", "memory-bound, %", null);

  private final String id;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // An optional enum constant does not change.
  private final Optional<Column> column;

  Quantity(String id, String words, @Nullable Column column) {
    this.id = id;
    this.words = words;
    this.column = Optional.ofNullable(column);
  }

  /** The quantity of a name in the resource. */
  static Quantity of(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst().orElseThrow();
  }

  /** The name in the resource and in JSON. */
  public String id() {
    return id;
  }

  /** The words that a person reads, with the unit. */
  public String words() {
    return words;
  }

  /** Where the figures that it compares are printed, if they are. */
  public Optional<Column> column() {
    return column;
  }

  /** Whether it is a ratio of images/s. */
  public boolean isSpeed() {
    return this == V100 || this == XEON || this == ONNX;
  }

  /** What two networks have between them that are alike: a ratio of 1, a difference of 0. */
  public double neutral() {
    return isSpeed() || this == MACS ? 1 : 0;
  }

  /** One figure beside another: their ratio or their difference. */
  public Printed compare(Printed one, Printed other) {
    return neutral() == 1 ? one.over(other) : one.minus(other);
  }
}
