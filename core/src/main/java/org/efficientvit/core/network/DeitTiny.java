package org.efficientvit.core.network;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.ops.Activation;
import org.efficientvit.core.ops.Convolution;
import org.efficientvit.core.ops.LayerNorm;
import org.efficientvit.core.ops.Linear;
import org.efficientvit.core.ops.MatMul;
import org.efficientvit.core.ops.MergeHeads;
import org.efficientvit.core.ops.Ops;
import org.efficientvit.core.ops.PositionEmbedding;
import org.efficientvit.core.ops.PrependToken;
import org.efficientvit.core.ops.Slice;
import org.efficientvit.core.ops.Softmax;
import org.efficientvit.core.ops.SplitHeads;
import org.efficientvit.core.ops.TakeToken;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.ops.Tokens;
import org.efficientvit.core.tensor.WindowGrid;

/**
 * DeiT-Tiny, the standard vision transformer at its smallest (arXiv 2012.12877, Table 1; timm:
 * {@code deit_tiny_patch16_224}): every token attends to every other in each of twelve blocks, and
 * a class token that belongs to no patch gathers the answer.
 *
 * <p>Operations and parameters carry timm's names. Shapes: N = 1 + (S/16)² tokens, the class token
 * first, C = 192, h = 3, D = K = 64.
 */
public final class DeitTiny implements Network {

  private static final int COLOURS = 3;
  private static final int PATCH = 16;
  private static final int WIDTH = 192;
  private static final int DEPTH = 12;
  private static final int HEADS = 3;
  private static final int HIDDEN = 4 * WIDTH;
  private static final double EPSILON = 1e-6;

  /** Feature maps are offered after every third block. */
  private static final int BLOCKS_BETWEEN_TAPS = 3;

  /** Beyond it the weights of one block's attention would take a gigabyte. */
  private static final int LARGEST_IMAGE = 1024;

  private final int imageSize;
  private final int classes;
  private final WindowGrid grid;
  private final Convolution patches =
      new Convolution(
          "patch_embed.proj",
          "patch_embed.proj.weight",
          "patch_embed.proj.bias",
          COLOURS,
          WIDTH,
          PATCH,
          PATCH,
          0,
          1);
  private final Tokens tokens = new Tokens("patch_embed.tokens");
  private final PrependToken classToken =
      new PrependToken("patch_embed.class_token", "cls_token", WIDTH);
  private final PositionEmbedding places;
  private final List<Encoder> blocks = new ArrayList<>();
  private final LayerNorm norm = new LayerNorm("norm", WIDTH, EPSILON);
  private final TakeToken answer = new TakeToken("head.class_token", 0);
  private final Linear head;

  /**
   * The network for pictures of a size.
   *
   * @param imageSize S, a multiple of 16 from 16 to 1024
   * @param classes L
   * @throws org.efficientvit.core.InspectorException if it does not take pictures of this size
   */
  public DeitTiny(int imageSize, int classes) {
    ImageSize.require("DeiT-Tiny", imageSize, PATCH, PATCH, LARGEST_IMAGE);
    this.imageSize = imageSize;
    this.classes = classes;
    int side = imageSize / PATCH;
    this.grid = new WindowGrid(side, side, side, 1);
    this.places = new PositionEmbedding("patch_embed.places", "pos_embed", grid.tokens(), WIDTH);
    for (int i = 0; i < DEPTH; i++) {
      blocks.add(new Encoder("blocks." + i, grid));
    }
    this.head = linear("head", WIDTH, classes);
  }

  @Override
  public String name() {
    return "deit-tiny";
  }

  @Override
  public int imageSize() {
    return imageSize;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public <T> T forward(Ops<T> ops, T image) {
    T x = ops.scope(image, pixels -> embed(ops, pixels));
    for (int i = 0; i < blocks.size(); i++) {
      x = blocks.get(i).forward(ops, x);
      if ((i + 1) % BLOCKS_BETWEEN_TAPS == 0) {
        ops.tap(Tap.features("blocks." + i, grid), x);
      }
    }
    T logits = ops.apply(head, ops.apply(answer, ops.apply(norm, x)));
    ops.tap(Tap.logits(), logits);
    return logits;
  }

  /** (B, 3, S, S) to (B, N, C). */
  private <T> T embed(Ops<T> ops, T image) {
    T maps = ops.apply(patches, image);
    ops.tap(Tap.features("patch_embed"), maps);
    return ops.apply(places, ops.apply(classToken, ops.apply(tokens, maps)));
  }

  private static Linear linear(String name, int in, int out) {
    return new Linear(name, name + ".weight", name + ".bias", in, out);
  }

  /** x + attention(norm(x)), then x + perceptron(norm(x)). */
  private static final class Encoder implements Block {

    private final Block attention;
    private final Block perceptron;

    Encoder(String name, WindowGrid grid) {
      this.attention =
          new ResidualBlock(
              name + ".attn", new Normalised(name + ".norm1", new Attention(name, grid)));
      this.perceptron =
          new ResidualBlock(
              name + ".mlp", new Normalised(name + ".norm2", new Perceptron(name + ".mlp")));
    }

    @Override
    public <T> T forward(Ops<T> ops, T x) {
      return perceptron.forward(ops, attention.forward(ops, x));
    }
  }

  /** What a branch makes of normalised tokens. */
  private static final class Normalised implements Block {

    private final LayerNorm norm;
    private final Block branch;

    Normalised(String name, Block branch) {
      this.norm = new LayerNorm(name, WIDTH, EPSILON);
      this.branch = branch;
    }

    @Override
    public <T> T forward(Ops<T> ops, T x) {
      return branch.forward(ops, ops.apply(norm, x));
    }
  }

  /** softmax(q·kᵀ/√K)·v of all tokens, all heads as one batch (arXiv 1706.03762, Eq. 1). */
  private static final class Attention implements Block {

    private final String block;
    private final WindowGrid grid;
    private final Linear qkv;
    private final HeadPart query;
    private final HeadPart key;
    private final HeadPart value;
    private final MatMul scores;
    private final Softmax softmax;
    private final MatMul weightedSum;
    private final MergeHeads merge;
    private final Linear projection;

    Attention(String block, WindowGrid grid) {
      this.block = block;
      this.grid = grid;
      String name = block + ".attn";
      this.qkv = linear(name + ".qkv", WIDTH, 3 * WIDTH);
      this.query = new HeadPart(name + ".query", 0);
      this.key = new HeadPart(name + ".key", 1);
      this.value = new HeadPart(name + ".value", 2);
      this.scores = new MatMul(name + ".scores", true, 1 / Math.sqrt((double) WIDTH / HEADS));
      this.softmax = new Softmax(name + ".softmax");
      this.weightedSum = new MatMul(name + ".weighted_sum", false, 1);
      this.merge = new MergeHeads(name + ".merge", HEADS);
      this.projection = linear(name + ".proj", WIDTH, WIDTH);
    }

    @Override
    public <T> T forward(Ops<T> ops, T x) {
      T projected = ops.apply(qkv, x);
      T q = query.of(ops, projected);
      T k = key.of(ops, projected);
      T v = value.of(ops, projected);

      T content = ops.apply(scores, q, k);
      ops.tap(Tap.allHeads(Tap.Kind.SCORES, block, HEADS, grid), content);
      T attention = ops.apply(softmax, content);
      ops.tap(Tap.allHeads(Tap.Kind.ATTENTION, block, HEADS, grid), attention);

      T outputs = ops.apply(weightedSum, attention, v);
      ops.tap(Tap.allHeads(Tap.Kind.HEAD_OUTPUT, block, HEADS, grid), outputs);
      T gathered = ops.apply(merge, outputs);
      return ops.apply(projection, gathered);
    }
  }

  /** Queries, keys or values of all heads, (B, N, 3·C) to (B·h, N, D). */
  private static final class HeadPart {

    private final Slice part;
    private final SplitHeads heads;

    HeadPart(String name, int index) {
      this.part = new Slice(name, index * WIDTH, (index + 1) * WIDTH);
      this.heads = new SplitHeads(name + "_heads", HEADS);
    }

    <T> T of(Ops<T> ops, T projected) {
      return ops.apply(heads, ops.apply(part, projected));
    }
  }

  /** Two linear layers with GELU between: each token by itself. */
  private static final class Perceptron implements Block {

    private final Linear expand;
    private final Activation activation;
    private final Linear project;

    Perceptron(String name) {
      this.expand = linear(name + ".fc1", WIDTH, HIDDEN);
      this.activation = new Activation(name + ".act", Activation.Function.GELU);
      this.project = linear(name + ".fc2", HIDDEN, WIDTH);
    }

    @Override
    public <T> T forward(Ops<T> ops, T x) {
      return ops.apply(project, ops.apply(activation, ops.apply(expand, x)));
    }
  }
}
