package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.efficientvit.app.service.DetectionTimes;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.DetectionPass;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.DetectionModel;

/**
 * One picture through one detector.
 *
 * @param request what the detector was asked for as
 * @param engine on what it ran
 * @param preview the picture, small enough to be drawn at once
 */
public record Detected(
    DetectorRequest request,
    EngineOptions engine,
    DetectionModel model,
    DetectionPass pass,
    Picture preview) {

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  public Detected {
    requireNonNull(request, "request is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(model, "model is null");
    requireNonNull(pass, "pass is null");
    requireNonNull(preview, "preview is null");
  }

  /** Whether this is what would come of running a picture through a detector. */
  boolean isOf(DetectorRequest wanted, EngineOptions on, Picture picture) {
    return request.equals(wanted) && engine.equals(on) && pass.picture().equals(picture);
  }

  /** What an object is called. */
  public String label(Detection detection) {
    return model.labels().get(detection.label());
  }

  /** How long the pass took and, where each operation was timed, on what. */
  public String timeLine() {
    double whole = (pass.trace().nanoseconds() + pass.decoding()) / NANOSECONDS_PER_MILLISECOND;
    String total = milliseconds(whole);
    return pass.trace().times().isEmpty()
        ? total
        : total
            + ": "
            + DetectionTimes.of(pass).entrySet().stream()
                .map(part -> part.getKey().label() + " " + milliseconds(part.getValue()))
                .collect(Collectors.joining(", "));
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
  }

  /** The picture's size, and what was made of it for the network. */
  public String sizeLine() {
    String own = size(pass.picture().width(), pass.picture().height());
    String resized = size(pass.fitted().width(), pass.fitted().height());
    String padded = size(pass.fitted().paddedWidth(), pass.fitted().paddedHeight());
    return own
        + " px"
        + (resized.equals(own) ? "" : ", resized to " + resized)
        + (padded.equals(resized) ? "" : ", padded to " + padded);
  }

  private static String size(int width, int height) {
    return "%d × %d".formatted(width, height);
  }

  /** Taps of the backbone's attention, in its order. */
  List<String> attention() {
    return List.copyOf(pass.trace().attention().keySet());
  }

  /** Taps of feature maps, in the network's order. */
  List<String> features() {
    return List.copyOf(pass.trace().features().keySet());
  }
}
