package org.efficientvit.core.objects.scene;

import static java.util.Objects.requireNonNull;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.objects.ObjectKind;
import org.efficientvit.core.objects.drawing.Studio;

/**
 * Makes pictures of objects: the same of the same number, on every machine and from any thread.
 *
 * <p>What a picture needs is made anew for each, so that one renderer serves many threads. The same
 * bytes everywhere are a matter of the same version of Java 2D, which draws the shapes.
 */
public final class SceneRenderer {

  /** The smallest side of a picture, in pixels. */
  public static final int SMALLEST = 64;

  /** The largest side of a picture, in pixels. */
  public static final int LARGEST = 1024;

  /** The opacity, 0 to 255, from which something is seen. */
  static final int SEEN = 40;

  private static final double HIDDEN = 0.18;

  private static final double USUAL_COMPANY = 0.2;

  /** What tests leave out to see the rest alone. */
  enum Effect {
    OBJECTS,
    SHADOWS,
    OCCLUSION,
    CAMERA
  }

  private final int size;
  private final double company;
  private final Set<Effect> effects;

  /**
   * A renderer of square pictures.
   *
   * @param size of their sides, {@value #SMALLEST} to {@value #LARGEST} pixels
   * @param single whether every picture holds one object alone
   */
  public SceneRenderer(int size, boolean single) {
    this(size, single, EnumSet.allOf(Effect.class));
  }

  /**
   * A renderer of square pictures with company.
   *
   * @param size of their sides, {@value #SMALLEST} to {@value #LARGEST} pixels
   * @param company share of the pictures that are meant to hold several objects, 0 to 1; where
   *     there is no room, there is one
   */
  public SceneRenderer(int size, double company) {
    this(size, company, EnumSet.allOf(Effect.class));
  }

  /**
   * A renderer for a network: of pictures as large as it takes, or the nearest size there is.
   *
   * @param imageSize of the network, in pixels
   * @param single whether every picture holds one object alone
   */
  public static SceneRenderer forNetwork(int imageSize, boolean single) {
    return new SceneRenderer(Math.min(LARGEST, Math.max(SMALLEST, imageSize)), single);
  }

  SceneRenderer(int size, boolean single, Set<Effect> effects) {
    this(size, single ? 0 : USUAL_COMPANY, effects);
  }

  private SceneRenderer(int size, double company, Set<Effect> effects) {
    if (size < SMALLEST || size > LARGEST) {
      throw new IllegalArgumentException(
          "A side of " + size + " pixels is not within " + SMALLEST + " to " + LARGEST);
    }
    this.size = size;
    this.company = company;
    this.effects = Set.copyOf(effects);
  }

  /**
   * Renders one scene.
   *
   * @param kind what it is of
   * @param seed all else about it, as {@link Split#sceneSeed} makes it
   */
  public RenderedScene render(ObjectKind kind, long seed) {
    requireNonNull(kind, "kind is null");
    // Each part has a chance of its own, so that one can change without the others.
    SplittableRandom chance = new SplittableRandom(seed);
    double angle = chance.nextDouble(-2.45, -0.7);
    double lightX = StrictMath.cos(angle);
    double lightY = StrictMath.sin(angle);
    Stage stage = Stage.of(kind, new Studio(chance.split(), lightX, lightY), company);
    Studio decoration = new Studio(chance.split(), lightX, lightY);
    Studio light = new Studio(chance.split(), lightX, lightY);
    Studio front = new Studio(chance.split(), lightX, lightY);
    Camera camera = new Camera(new Studio(chance.split(), lightX, lightY));

    int[] picture = new int[size * size];
    Layer main = new Layer(size);
    Layer other = new Layer(size);
    draw(main, stage.actors().get(0));
    background(picture, stage, decoration, main, other);
    List<ObjectBox> boxes = objects(picture, stage, light, main, other);
    if (front.chance(HIDDEN) && effects.contains(Effect.OCCLUSION)) {
      new Occlusion(stage, front).draw(other, picture, main.bounds(SEEN));
    }
    byte[] rgb = effects.contains(Effect.CAMERA) ? camera.develop(picture, size) : plain(picture);
    Picture developed = new Picture(kind.label() + " " + Long.toHexString(seed), size, size, rgb);
    return new RenderedScene(developed, kind, boxes);
  }

  private void background(int[] picture, Stage stage, Studio decoration, Layer main, Layer layer) {
    Backdrops.of(stage).paint(picture, size);
    Contrast.ensure(main, picture);
    Graphics2D graphics = layer.graphics();
    new Clutter(stage, decoration).draw(graphics);
    graphics.dispose();
    layer.over(picture);
    int radius = (int) Math.round(decoration.between(0.0, 0.014) * size);
    if (stage.setting().hasHorizon()) {
      double sharp = stage.actors().get(0).foot().getMaxY();
      Blur.softenFar(picture, size, radius, stage.horizon(), sharp);
    } else {
      int soft = stage.setting() == Setting.SOFT ? 2 * radius : radius / 2;
      Blur.soften(picture, size, soft);
    }
  }

  /** Paints the objects, the farthest first. */
  private List<ObjectBox> objects(
      int[] picture, Stage stage, Studio light, Layer main, Layer other) {
    Shadows shadows = new Shadows(stage, light);
    Finish finish = new Finish(light);
    int around = Rgb.mean(picture);
    List<ObjectBox> boxes = new ArrayList<>();
    for (int i = stage.actors().size() - 1; i >= 0; i--) {
      Actor actor = stage.actors().get(i);
      Layer layer = i == 0 ? main : other;
      if (i > 0) {
        draw(layer, actor);
      }
      Rectangle seen = layer.bounds(SEEN);
      if (seen.isEmpty()) {
        continue;
      }
      boxes.add(0, new ObjectBox(actor.kind(), seen.x, seen.y, seen.width, seen.height));
      finish.apply(layer, actor, around);
      if (effects.contains(Effect.SHADOWS)) {
        if (stage.setting() == Setting.WATER) {
          finish.reflect(layer, actor, picture);
        }
        shadows.cast(actor, picture, size);
      }
      if (effects.contains(Effect.OBJECTS)) {
        layer.over(picture);
      }
    }
    return boxes;
  }

  private static void draw(Layer layer, Actor actor) {
    layer.clear();
    Graphics2D graphics = layer.graphics();
    graphics.transform(actor.frame());
    actor.drawing().paint(graphics);
    graphics.dispose();
  }

  private static byte[] plain(int[] picture) {
    byte[] rgb = new byte[3 * picture.length];
    for (int i = 0; i < picture.length; i++) {
      rgb[3 * i] = (byte) (picture[i] >> 16);
      rgb[3 * i + 1] = (byte) (picture[i] >> 8);
      rgb[3 * i + 2] = (byte) picture[i];
    }
    return rgb;
  }
}
