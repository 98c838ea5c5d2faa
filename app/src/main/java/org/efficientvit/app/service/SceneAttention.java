package org.efficientvit.app.service;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.efficientvit.core.evaluate.AttentionInBoxes;
import org.efficientvit.core.evaluate.Box;
import org.efficientvit.core.image.CropGeometry;
import org.efficientvit.core.objects.RenderedPictures;
import org.efficientvit.core.objects.scene.ObjectBox;
import org.efficientvit.core.objects.scene.RenderedScene;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Taps;

/** Whether a model's heads look at the objects of rendered scenes. */
public final class SceneAttention {

  private SceneAttention() {}

  /**
   * What was measured.
   *
   * @param scenes how many were looked at
   */
  public record Result(int scenes, List<AttentionInBoxes.BlockResult> blocks) {

    public Result {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Measures each block over scenes of one object each.
   *
   * @param progress is told how many scenes are done
   * @param stopped whether to end early, with what has been measured so far
   */
  public static Result measure(
      Inspector inspector, RenderedPictures scenes, IntConsumer progress, BooleanSupplier stopped) {
    int size = inspector.model().network().imageSize();
    AttentionInBoxes attention = new AttentionInBoxes(size);
    int done = 0;
    while (done < scenes.size() && !stopped.getAsBoolean()) {
      RenderedScene scene = scenes.scene(0, done);
      Inspection inspection = inspector.inspect(scene.picture(), Taps.of(Tap.Kind.ATTENTION));
      Box box = seen(scene.boxes().get(0), inspection.crop().geometry());
      attention.add(inspection.trace(), box);
      progress.accept(++done);
    }
    return new Result(done, attention.results());
  }

  /** An object's box in pixels of what the network sees. */
  private static Box seen(ObjectBox box, CropGeometry geometry) {
    double x = geometry.cropX(box.x());
    double y = geometry.cropY(box.y());
    return new Box(
        x,
        y,
        geometry.cropX(box.x() + box.width()) - x,
        geometry.cropY(box.y() + box.height()) - y);
  }
}
