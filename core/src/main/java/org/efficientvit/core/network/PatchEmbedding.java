package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Ops;

/**
 * Overlapping patches: four 3x3 convolutions of stride 2 with activations between, (B, 3, S, S) to
 * (B, C, S/16, S/16).
 */
final class PatchEmbedding implements Block {

  private static final int COLOURS = 3;
  private static final int KERNEL = 3;

  private final List<Block> convolutions = new ArrayList<>();
  private final List<Activation> activations = new ArrayList<>();

  PatchEmbedding(Layers layers, String name, int width) {
    int[] widths = {COLOURS, width / 8, width / 4, width / 2, width};
    for (int i = 1; i < widths.length; i++) {
      // In the official list of modules convolutions stand at even places, activations between.
      int place = 2 * (i - 1);
      convolutions.add(
          layers.convolution(name + "." + place, widths[i - 1], widths[i], KERNEL, 2, 1));
      activations.add(layers.activation(name + "." + (place + 1)));
    }
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    return ops.scope(image, x -> embed(ops, x));
  }

  private <T> T embed(Ops<T> ops, T image) {
    T x = image;
    for (int i = 0; i < convolutions.size(); i++) {
      x = convolutions.get(i).forward(ops, x);
      if (i < convolutions.size() - 1) {
        x = ops.apply(activations.get(i), x);
      }
    }
    return x;
  }
}
