package org.efficientvit.app.window.viewmodel;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.efficientvit.app.service.TrainingPictures;
import org.efficientvit.app.service.TrainingRun;
import org.efficientvit.app.service.TrainingStart;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.train.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** What is to be trained and how, as it is typed and chosen; the command line's own words. */
public final class TrainOptions {

  /** Sides of pictures that can be chosen, in pixels. */
  public static final List<Integer> SIDES = List.of(64, 96, 128, 160, 192, 224);

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** What is usual on the command line. */
  private static final int USUAL_SIDE = 224;

  private static final int USUAL_EPOCHS = 20;
  private static final int USUAL_BATCH = 32;
  private static final String USUAL_RATE = "0.001";
  private static final int USUAL_PICTURES = 16000;
  private static final int USUAL_VALIDATION = 800;

  /** So that the first epoch of a person's first training is done in a minute. */
  private static final int FIRST_SIDE = 64;

  private static final int FIRST_PICTURES = 4000;

  /** With which weights a training begins. */
  public enum Begin {
    NOTHING("begins untrained"),
    OPEN("begins as the open model");

    private final String words;

    Begin(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }
  }

  private final ObjectProperty<Begin> begin = new SimpleObjectProperty<>(Begin.NOTHING);
  private final ObjectProperty<Variant> variant = new SimpleObjectProperty<>(Variant.M0);
  private final StringProperty widths = new SimpleStringProperty("");
  private final StringProperty depths = new SimpleStringProperty("");
  private final StringProperty heads = new SimpleStringProperty("");
  private final ObjectProperty<Integer> side = new SimpleObjectProperty<>(FIRST_SIDE);
  private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Path> validationFolder = new SimpleObjectProperty<>();
  private final IntegerProperty pictures = new SimpleIntegerProperty(FIRST_PICTURES);
  private final IntegerProperty validation = new SimpleIntegerProperty(USUAL_VALIDATION);
  private final IntegerProperty epochs = new SimpleIntegerProperty(USUAL_EPOCHS);
  private final IntegerProperty batch = new SimpleIntegerProperty(USUAL_BATCH);
  private final StringProperty rate = new SimpleStringProperty(USUAL_RATE);
  private final IntegerProperty seed = new SimpleIntegerProperty(0);
  private final ObjectProperty<Path> out =
      new SimpleObjectProperty<>(DataFolder.standard().resolve("training"));

  /** One processor is left to the window. */
  static int threads() {
    return Math.max(1, PROCESSORS - 1);
  }

  /** All that can be chosen, for who watches it. */
  List<Observable> all() {
    return List.of(
        begin,
        variant,
        widths,
        depths,
        heads,
        side,
        folder,
        validationFolder,
        pictures,
        validation,
        epochs,
        batch,
        rate,
        seed,
        out);
  }

  /**
   * The training that is asked for.
   *
   * @param open file of the open model's weights; empty where it has none
   * @throws InspectorException in one sentence, if something is no number or nothing can be trained
   *     so
   */
  TrainingRun run(Optional<Path> open) {
    boolean isFromOpen = begin.get() == Begin.OPEN;
    if (isFromOpen && open.isEmpty()) {
      throw new InspectorException(
          "The open model has random weights, which are in no file; open weights, or begin untrained.");
    }
    TrainingStart start =
        new TrainingStart(
            isFromOpen ? Optional.empty() : Optional.of(variant.get()),
            isFromOpen ? open : Optional.empty(),
            isFromOpen ? OptionalInt.empty() : OptionalInt.of(side.get()),
            isFromOpen ? Optional.empty() : numbers("widths", widths.get()),
            isFromOpen ? Optional.empty() : numbers("depths", depths.get()),
            isFromOpen ? Optional.empty() : numbers("heads", heads.get()));
    if (!isFromOpen) {
      // What no network can be made of is said now.
      start.config().withImageSize(side.get());
    }
    return new TrainingRun(
        start,
        new TrainingPictures(
            Optional.ofNullable(folder.get()),
            folder.get() == null ? Optional.empty() : Optional.ofNullable(validationFolder.get()),
            pictures.get(),
            validation.get()),
        TrainingPlan.usual(epochs.get(), batch.get(), learningRate(), seed.get()),
        out.get(),
        threads());
  }

  private double learningRate() {
    try {
      return Double.parseDouble(rate.get().strip());
    } catch (NumberFormatException e) {
      throw new InspectorException(
          "\"%s\" is no learning rate; type a number such as 0.001.".formatted(rate.get()), e);
    }
  }

  private static Optional<List<Integer>> numbers(String what, String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Arrays.stream(text.strip().split("[,\\s]+")).map(Integer::parseInt).toList());
    } catch (NumberFormatException e) {
      throw new InspectorException(
          "\"%s\" are no %s; type three whole numbers with commas between them."
              .formatted(text, what),
          e);
    }
  }

  /** The command line that trains the same. */
  String command(Optional<Path> open) {
    CommandText text = new CommandText("train").with("--out", CommandText.path(out.get()));
    if (begin.get() == Begin.OPEN) {
      open.ifPresent(file -> text.with("--from", CommandText.path(file)));
    } else {
      text.with("--model", variant.get().id())
          .withIf(side.get() != USUAL_SIDE, "--image-size", "" + side.get())
          .withIf(!widths.get().isBlank(), "--widths", commas(widths.get()))
          .withIf(!depths.get().isBlank(), "--depths", commas(depths.get()))
          .withIf(!heads.get().isBlank(), "--heads", commas(heads.get()));
    }
    Path data = folder.get();
    Path measure = validationFolder.get();
    if (data != null) {
      text.with("--data", CommandText.path(data));
      if (measure != null) {
        text.with("--validation-data", CommandText.path(measure));
      }
    } else {
      text.withIf(pictures.get() != USUAL_PICTURES, "--pictures", "" + pictures.get())
          .withIf(validation.get() != USUAL_VALIDATION, "--validation", "" + validation.get());
    }
    return text.withIf(epochs.get() != USUAL_EPOCHS, "--epochs", "" + epochs.get())
        .withIf(batch.get() != USUAL_BATCH, "--batch", "" + batch.get())
        .withIf(!rate.get().strip().equals(USUAL_RATE), "--learning-rate", rate.get().strip())
        .withIf(seed.get() != 0, "--seed", "" + seed.get())
        .withIf(threads() != PROCESSORS, "--threads", "" + threads())
        .toString();
  }

  private static String commas(String text) {
    return String.join(",", text.strip().split("[,\\s]+"));
  }

  /** All of it in plain words, by the names of the command line. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("begin", begin.get().name());
    words.put("model", variant.get().id());
    words.put("widths", widths.get());
    words.put("depths", depths.get());
    words.put("heads", heads.get());
    words.put("image-size", "" + side.get());
    words.put("data", words(folder.get()));
    words.put("validation-data", words(validationFolder.get()));
    words.put("pictures", "" + pictures.get());
    words.put("validation", "" + validation.get());
    words.put("epochs", "" + epochs.get());
    words.put("batch", "" + batch.get());
    words.put("learning-rate", rate.get());
    words.put("seed", "" + seed.get());
    words.put("out", words(out.get()));
    return words;
  }

  private static String words(@Nullable Path path) {
    return path == null ? "" : CommandText.path(path);
  }

  /** Chooses what was saved; what is not there or cannot be read is left as it is. */
  void choose(Map<String, String> words) {
    Arrays.stream(Begin.values())
        .filter(one -> one.name().equals(words.get("begin")))
        .forEach(begin::set);
    Arrays.stream(Variant.values())
        .filter(one -> one.id().equals(words.get("model")))
        .forEach(variant::set);
    widths.set(words.getOrDefault("widths", ""));
    depths.set(words.getOrDefault("depths", ""));
    heads.set(words.getOrDefault("heads", ""));
    number(words, "image-size").filter(SIDES::contains).ifPresent(side::set);
    folder.set(path(words, "data").orElse(null));
    validationFolder.set(path(words, "validation-data").orElse(null));
    number(words, "pictures").ifPresent(pictures::set);
    number(words, "validation").ifPresent(validation::set);
    number(words, "epochs").ifPresent(epochs::set);
    number(words, "batch").ifPresent(batch::set);
    rate.set(words.getOrDefault("learning-rate", USUAL_RATE));
    number(words, "seed").ifPresent(seed::set);
    path(words, "out").ifPresent(out::set);
  }

  private static Optional<Integer> number(Map<String, String> words, String name) {
    try {
      return Optional.ofNullable(words.get(name)).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      // Written by hand.
      return Optional.empty();
    }
  }

  private static Optional<Path> path(Map<String, String> words, String name) {
    try {
      return Optional.ofNullable(words.get(name)).filter(one -> !one.isEmpty()).map(Path::of);
    } catch (InvalidPathException e) {
      // Saved on another system.
      return Optional.empty();
    }
  }

  /** With which weights it begins. */
  public ObjectProperty<Begin> beginProperty() {
    return begin;
  }

  /** The network, where it begins untrained. */
  public ObjectProperty<Variant> variantProperty() {
    return variant;
  }

  /** Channels of the stages, with commas between them; empty for the variant's own. */
  public StringProperty widthsProperty() {
    return widths;
  }

  /** Blocks with attention of the stages; empty for the variant's own. */
  public StringProperty depthsProperty() {
    return depths;
  }

  /** Heads of the stages; empty for the variant's own. */
  public StringProperty headsProperty() {
    return heads;
  }

  /** Side of the pictures where it begins untrained, in pixels; a model has its own. */
  public ObjectProperty<Integer> sideProperty() {
    return side;
  }

  /** A folder of classes to learn from, or null for rendered objects. */
  public ObjectProperty<@Nullable Path> folderProperty() {
    return folder;
  }

  /** A folder of the same classes to measure by. */
  public ObjectProperty<@Nullable Path> validationFolderProperty() {
    return validationFolder;
  }

  /** Rendered pictures in an epoch. */
  public IntegerProperty picturesProperty() {
    return pictures;
  }

  /** Rendered pictures to measure each epoch by. */
  public IntegerProperty validationProperty() {
    return validation;
  }

  /** How often every picture is shown. */
  public IntegerProperty epochsProperty() {
    return epochs;
  }

  /** B, pictures in one step. */
  public IntegerProperty batchProperty() {
    return batch;
  }

  /** The highest learning rate, as it is typed. */
  public StringProperty rateProperty() {
    return rate;
  }

  /** Of the first weights, the pictures and their order. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** The folder that keeps the training. */
  public ObjectProperty<Path> outProperty() {
    return out;
  }
}
