package org.efficientvit.core.detect;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.DetectionPreprocessing.Fitted;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.network.RetinaNet;
import org.efficientvit.core.network.RetinaNetConfig;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.Trace;

/**
 * One picture through a detector: what it found, and what was asked for of its inside.
 *
 * @param picture as a person sees it
 * @param fitted what the network saw of it
 * @param detections the surest first, boxes in the picture's own pixels
 * @param deltas what each level says of its anchors' boxes, (A·4, H, W), from the finest level
 * @param trace all that was asked for but the detector's answers
 * @param decoding nanoseconds from the answers to the boxes
 */
public record DetectionPass(
    Picture picture,
    Fitted fitted,
    List<Detection> detections,
    List<Tensor> deltas,
    Trace trace,
    long decoding) {

  public DetectionPass {
    requireNonNull(picture, "picture is null");
    requireNonNull(fitted, "fitted is null");
    detections = List.copyOf(detections);
    deltas = List.copyOf(deltas);
    requireNonNull(trace, "trace is null");
  }

  /** Decodes what a network answered; the class scores, by far the largest, are not kept. */
  static DetectionPass of(Picture picture, Fitted fitted, Trace trace, DetectionDecoder decoder) {
    long start = System.nanoTime();
    List<Detection> detections =
        decoder
            .decode(
                trace.features(),
                Anchors.of(fitted.paddedHeight(), fitted.paddedWidth()),
                fitted.height(),
                fitted.width())
            .stream()
            .map(one -> one.withBox(onPicture(one.box(), fitted)))
            .toList();
    long decoding = System.nanoTime() - start;
    Map<String, Tensor> inside = new LinkedHashMap<>(trace.features());
    List<Tensor> deltas =
        IntStream.range(0, RetinaNetConfig.LEVELS)
            .mapToObj(level -> requireNonNull(inside.remove(RetinaNet.deltas(level)), "no deltas"))
            .toList();
    for (int level = 0; level < RetinaNetConfig.LEVELS; level++) {
      inside.remove(RetinaNet.classes(level));
    }
    Trace kept =
        new Trace(
            trace.network(),
            null,
            inside,
            trace.heads(),
            trace.operations(),
            trace.times(),
            trace.nanoseconds());
    return new DetectionPass(picture, fitted, detections, deltas, kept, decoding);
  }

  private static Box onPicture(Box box, Fitted fitted) {
    return new Box(
        box.x() / fitted.scaleX(),
        box.y() / fitted.scaleY(),
        box.width() / fitted.scaleX(),
        box.height() / fitted.scaleY());
  }

  /**
   * A box of the picture that the network sees, in the picture's own pixels.
   *
   * @param box in pixels of the picture that the network sees
   */
  public Box onPicture(Box box) {
    return onPicture(box, fitted);
  }

  /** What the network said of the box of an anchor. */
  public BoxDeltas deltas(Anchor anchor) {
    return DetectionDecoder.deltas(deltas.get(anchor.level()), anchor);
  }

  /** The cells of a level of the pyramid, with its stride. */
  public Anchors.Level level(int index) {
    return Anchors.of(fitted.paddedHeight(), fitted.paddedWidth()).levels().get(index);
  }

  /** Where the cells of a level of the pyramid lie. */
  public CellGrid cells(Anchors.Level level) {
    return cells(level.rows(), level.columns(), level.stride());
  }

  /**
   * Where the cells of a map of the backbone lie.
   *
   * @param rows H of the map
   * @param columns W of the map
   */
  public CellGrid cells(int rows, int columns) {
    int stride = 1;
    while (ceiling(fitted.paddedHeight(), stride) > rows
        || ceiling(fitted.paddedWidth(), stride) > columns) {
      stride *= 2;
    }
    return cells(rows, columns, stride);
  }

  private CellGrid cells(int rows, int columns, int stride) {
    return new CellGrid(rows, columns, stride / fitted.scaleX(), stride / fitted.scaleY());
  }

  private static int ceiling(int pixels, int stride) {
    return (pixels + stride - 1) / stride;
  }
}
