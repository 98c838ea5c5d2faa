package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.trace.Precision;

/** A command line that does what the window did; what is usual is left out. */
final class CommandText {

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private final List<String> words = new ArrayList<>();

  /** A command of the program: {@code cost}. */
  CommandText(String command) {
    words.add("inspector");
    words.add(command);
  }

  /** Adds words as they are meant, quoted for a shell where need be. */
  CommandText with(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  /** Adds words if something is so. */
  CommandText withIf(boolean isSo, String... more) {
    return isSo ? with(more) : this;
  }

  /** Adds what says which model. */
  CommandText with(ModelRequest request) {
    request.design().map(Design::id).ifPresent(id -> with("--model", id));
    if (request.weights() instanceof WeightsChoice.InFile chosen) {
      with("--weights", path(chosen.file()));
    } else if (request.weights() instanceof WeightsChoice.Random random) {
      with("--weights", "random").withIf(random.seed() != 0, "--seed", "" + random.seed());
    }
    request.imageSize().ifPresent(size -> with("--image-size", "" + size));
    request.labels().ifPresent(file -> with("--labels", path(file)));
    return this;
  }

  /** Adds what says which detector. */
  CommandText with(DetectorRequest request) {
    if (request.weights() instanceof WeightsChoice.InFile chosen) {
      with("--weights", path(chosen.file()));
    } else if (request.weights() instanceof WeightsChoice.Random random) {
      with("--weights", "random", "--model", "retinanet-" + request.backbone().id())
          .withIf(random.seed() != 0, "--seed", "" + random.seed());
    }
    return this;
  }

  /** Adds what says on what it runs. */
  CommandText with(EngineOptions engine) {
    return withIf(engine.engine() != EngineOptions.Engine.PYTORCH, "--engine", "" + engine.engine())
        .withIf(engine.precision() != Precision.FP32, "--precision", "" + engine.precision())
        .withIf(engine.gpu(), "--device", "gpu")
        .withIf(engine.threads() != 1, "--threads", "" + engine.threads());
  }

  /** A path that means the same wherever the command is run. */
  static String path(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  @Override
  public String toString() {
    return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
