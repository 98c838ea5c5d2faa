package org.efficientvit.app.window.viewmodel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.window.work.LatestRunner;
import org.efficientvit.app.window.work.Work;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.visualizers.FigureContext;
import org.jspecify.annotations.Nullable;

/**
 * Which model is open. Choosing a network goes back to the weights that were last chosen for it, to
 * the demonstration weights, or to random ones; a file that is refused leaves the earlier model.
 */
public final class ModelViewModel {

  private static final String WORK = "model";

  private final LatestRunner runner;
  private final ModelKeeper keeper;
  private final EngineViewModel engine;
  private final Consumer<String> problems;
  private static final Design FIRST = Designs.of(Variant.M0);

  private final Map<Design, Path> files = new HashMap<>();
  private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>(FIRST);
  private final ReadOnlyObjectWrapper<@Nullable Model> model = new ReadOnlyObjectWrapper<>();
  private ModelRequest request = ModelRequest.usual(FIRST);
  private EngineOptions openEngine = EngineOptions.standard();
  private boolean following;

  ModelViewModel(
      LatestRunner runner, ModelKeeper keeper, EngineViewModel engine, Consumer<String> problems) {
    this.runner = runner;
    this.keeper = keeper;
    this.engine = engine;
    this.problems = problems;
    design.addListener((property, old, now) -> choose(now));
    engine.optionsProperty().addListener((property, old, now) -> chooseEngine(now));
  }

  private void chooseEngine(EngineOptions wanted) {
    if (!following && !wanted.equals(openEngine)) {
      problems.accept("");
      open(request);
    }
  }

  /** Opens the model that is chosen at the start. */
  public void start() {
    open(request);
  }

  /** Opens a file of weights as the network that it fits. */
  public void openWeights(Path file) {
    open(ModelRequest.of(file));
  }

  /** Opens the chosen network on random weights. */
  public void openRandom() {
    Design chosen = design.get() == null ? FIRST : design.get();
    files.remove(chosen);
    problems.accept("");
    open(ModelRequest.random(chosen));
  }

  /** Opens M0 on the demonstration weights. */
  public void openDemonstration() {
    files.remove(FIRST);
    problems.accept("");
    open(ModelRequest.usual(FIRST));
  }

  private void choose(@Nullable Design chosen) {
    if (chosen != null && !following) {
      problems.accept("");
      Path file = files.get(chosen);
      open(file == null ? ModelRequest.usual(chosen) : ModelRequest.of(file));
    }
  }

  /** Opens a model that was asked for elsewhere, such as in a saved session. */
  void open(ModelRequest wanted) {
    EngineOptions on = engine.optionsProperty().get();
    String what =
        wanted
            .file()
            .map(FileNames::of)
            .orElseGet(() -> wanted.design().map(Design::displayName).orElse("model"));
    runner.submit(
        new Work<>(
            WORK,
            "Opening " + what,
            progress -> keeper.open(wanted, on),
            opened -> opened(wanted, on, opened),
            this::refused));
  }

  private void opened(ModelRequest wanted, EngineOptions on, Model opened) {
    request = wanted;
    openEngine = on;
    @Nullable Design fits = Designs.find(opened.network().name()).orElse(null);
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
    follow(request.design().or(this::openDesign).orElse(null));
    following = true;
    engine.show(openEngine);
    following = false;
  }

  private Optional<Design> openDesign() {
    Model open = model.get();
    return open == null ? Optional.empty() : Designs.find(open.network().name());
  }

  private void follow(@Nullable Design shown) {
    following = true;
    design.set(shown);
    following = false;
  }

  /** What the open model was asked for as. */
  public ModelRequest request() {
    return request;
  }

  /** The open model and its weights, in words; empty before the first. */
  public String words() {
    Model open = model.get();
    return open == null ? "" : FigureContext.of(open, null).line();
  }

  /** On what the open model runs. */
  public EngineOptions engine() {
    return openEngine;
  }

  /** The network in the chooser; setting it opens it. Null for one of other figures. */
  public ObjectProperty<@Nullable Design> designProperty() {
    return design;
  }

  /** The model that is open, or null before the first. */
  public ReadOnlyObjectProperty<@Nullable Model> modelProperty() {
    return model.getReadOnlyProperty();
  }
}
