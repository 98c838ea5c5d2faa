package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.efficientvit.app.service.CascadeInspection;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.HeadsRun;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.app.window.work.Progress;
import org.efficientvit.core.data.LabelledFiles;
import org.efficientvit.core.data.PictureSource;
import org.efficientvit.core.image.Orientation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.image.Resampler;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.ops.Tap;
import org.efficientvit.core.trace.Taps;
import org.efficientvit.core.trace.Timing;
import org.jspecify.annotations.Nullable;

/** The model that is open, used by the worker alone: a refused one leaves the earlier open. */
public final class ModelKeeper implements AutoCloseable {

  private static final int THUMBNAIL = 640;

  private @Nullable ModelRequest request;
  private @Nullable Inspector inspector;
  private List<NetworkPart> parts = List.of();

  /** Opens a model, if it is not the one that is open. */
  Model open(ModelRequest wanted, EngineOptions engine) {
    return inspector(wanted, engine).model();
  }

  /** Runs a picture through a model, with everything that the views show but the times. */
  Inspected inspect(ModelRequest wanted, EngineOptions engine, Picture picture) {
    Taps taps = Taps.of(Tap.Kind.LOGITS, Tap.Kind.FEATURES, Tap.Kind.ATTENTION);
    Inspector open = inspector(wanted, engine);
    return new Inspected(open.inspect(picture, taps), thumbnail(picture), parts(open));
  }

  private List<NetworkPart> parts(Inspector open) {
    if (parts.isEmpty()) {
      parts = NetworkPart.of(open.model().network());
    }
    return parts;
  }

  /** Measures a model on a picture. */
  Timing time(ModelRequest wanted, EngineOptions engine, Picture picture, Progress progress) {
    return inspector(wanted, engine).time(picture, progress::report);
  }

  /** What a model says of a picture: its likeliest classes, and nothing of its inside. */
  List<Prediction> classify(ModelRequest wanted, EngineOptions engine, Picture picture, int count) {
    return inspector(wanted, engine).inspect(picture, Taps.logits()).top(count);
  }

  /** The cascade of a picture, and what changes of it do. */
  CascadeInspection cascade(
      ModelRequest wanted, EngineOptions engine, Picture picture, Interventions changes) {
    return CascadeInspection.of(inspector(wanted, engine), picture, changes);
  }

  /** What other changes do to a picture whose cascade is known. */
  CascadeInspection cascade(
      ModelRequest wanted, EngineOptions engine, Inspection before, Interventions changes) {
    return CascadeInspection.of(before, inspector(wanted, engine), changes);
  }

  /** Measures heads over pictures, see {@link HeadsRun}. */
  HeadsRun heads(
      ModelRequest wanted,
      EngineOptions engine,
      List<Path> files,
      IntConsumer progress,
      BooleanSupplier stopped) {
    try (LabelledFiles pictures = PictureSource.unlabelled(files, Orientation.APPLY)) {
      return HeadsRun.of(inspector(wanted, engine), pictures, 0, progress, stopped);
    }
  }

  private Inspector inspector(ModelRequest wanted, EngineOptions engine) {
    if (inspector != null && wanted.equals(request) && engine.equals(inspector.options())) {
      return inspector;
    }
    Inspector opened = Inspector.open(wanted, engine);
    close();
    inspector = opened;
    request = wanted;
    parts = List.of();
    return opened;
  }

  private static Picture thumbnail(Picture picture) {
    return atMost(THUMBNAIL, picture);
  }

  /** A picture with sides of at most so many pixels. */
  static Picture atMost(int side, Picture picture) {
    double scale = (double) side / Math.max(picture.width(), picture.height());
    return scale >= 1
        ? picture
        : Resampler.bicubic(
            picture,
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)));
  }

  @Override
  public void close() {
    if (inspector != null) {
      inspector.close();
      inspector = null;
    }
  }
}
