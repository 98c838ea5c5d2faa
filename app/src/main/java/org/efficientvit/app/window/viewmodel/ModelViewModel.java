package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Which model is open. Choosing a variant goes back to the weights that were last chosen for it, to
 * the demonstration weights, or to random ones; a file that is refused leaves the earlier model.
 */
public final class ModelViewModel {

  private static final String WORK = "model";

  private final LatestRunner runner;
  private final Session session;
  private final Consumer<String> problems;
  private final Map<Variant, Path> files = new EnumMap<>(Variant.class);
  private final ObjectProperty<@Nullable Variant> variant = new SimpleObjectProperty<>(Variant.M0);
  private final ReadOnlyObjectWrapper<@Nullable Model> model = new ReadOnlyObjectWrapper<>();
  private ModelRequest request = ModelRequest.usual(Variant.M0);
  private boolean following;

  ModelViewModel(LatestRunner runner, Session session, Consumer<String> problems) {
    this.runner = runner;
    this.session = session;
    this.problems = problems;
    variant.addListener((property, old, now) -> choose(now));
  }

  /** Opens the model that is chosen at the start. */
  public void start() {
    open(request);
  }

  /** Opens a file of weights as the variant that it fits. */
  public void openWeights(Path file) {
    open(ModelRequest.of(file));
  }

  /** Opens the chosen variant on random weights. */
  public void openRandom() {
    Variant chosen = variant.get() == null ? Variant.M0 : variant.get();
    files.remove(chosen);
    problems.accept("");
    open(ModelRequest.random(chosen));
  }

  /** Opens M0 on the demonstration weights. */
  public void openDemonstration() {
    files.remove(Variant.M0);
    problems.accept("");
    open(ModelRequest.usual(Variant.M0));
  }

  private void choose(@Nullable Variant chosen) {
    if (chosen != null && !following) {
      problems.accept("");
      Path file = files.get(chosen);
      open(file == null ? ModelRequest.usual(chosen) : ModelRequest.of(file));
    }
  }

  private void open(ModelRequest wanted) {
    String what =
        wanted
            .file()
            .map(FileNames::of)
            .orElseGet(() -> wanted.variant().map(Variant::name).orElse("model"));
    runner.submit(
        new Work<>(
            WORK,
            "Opening " + what,
            progress -> session.open(wanted),
            opened -> opened(wanted, opened),
            this::refused));
  }

  private void opened(ModelRequest wanted, Model opened) {
    request = wanted;
    @Nullable Variant fits = Variant.of(opened.network().name()).orElse(null);
    if (fits != null) {
      wanted.file().ifPresent(file -> files.put(fits, file));
    }
    follow(fits);
    model.set(opened);
  }

  private void refused(String sentence) {
    restore();
    problems.accept(sentence);
  }

  /** Goes back to the open model, after what was chosen did not come to be. */
  void restore() {
    if (model.get() == null) {
      start();
    }
    follow(request.variant().or(this::openVariant).orElse(null));
  }

  private Optional<Variant> openVariant() {
    Model open = model.get();
    return open == null ? Optional.empty() : Variant.of(open.network().name());
  }

  private void follow(@Nullable Variant shown) {
    following = true;
    variant.set(shown);
    following = false;
  }

  /** What the open model was asked for as. */
  ModelRequest request() {
    return request;
  }

  /** The variant in the chooser; setting it opens it. Null for a network of other figures. */
  public ObjectProperty<@Nullable Variant> variantProperty() {
    return variant;
  }

  /** The model that is open, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable Model> modelProperty() {
    return model.getReadOnlyProperty();
  }
}
