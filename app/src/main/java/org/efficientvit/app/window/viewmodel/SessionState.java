package org.efficientvit.app.window.viewmodel;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.efficientvit.app.service.DetectorRequest;
import org.efficientvit.app.service.EngineOptions;
import org.efficientvit.app.service.ModelRequest;
import org.efficientvit.app.service.Prediction;
import org.efficientvit.app.service.WeightsChoice;
import org.efficientvit.app.window.saved.SavedSession;
import org.efficientvit.app.window.state.Selection;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.trace.Precision;
import org.efficientvit.visualizers.colour.ColourMap;
import org.jspecify.annotations.Nullable;

/** The window's state as a value, and back; what a value names that is not there is left out. */
final class SessionState {

  private static final String DEMONSTRATION = "demonstration";
  private static final String RANDOM = "random";

  private SessionState() {}

  static SavedSession of(Workbench bench) {
    InspectViewModel inspect = bench.inspect();
    LibraryItem shown = bench.library().chosenProperty().get();
    return new SavedSession(
        SavedSession.VERSION,
        bench.library().items().stream()
            .filter(item -> !item.isSample() || !item.answers().isEmpty())
            .map(SessionState::picture)
            .toList(),
        shown == null ? null : shown.file().toString(),
        model(inspect.model().request()),
        engine(inspect.model().engine()),
        bench.roomProperty().get(),
        bench.navigation().selection(),
        look(inspect),
        detection(bench.detect()),
        bench.learning().state(),
        comparison(bench.compare(), bench.claims()));
  }

  private static SavedSession.Detection detection(DetectViewModel detect) {
    DetectorRequest request = detect.requestProperty().get();
    SavedSession.Model detector =
        request.weights() instanceof WeightsChoice.InFile chosen
            ? new SavedSession.Model(null, CommandText.path(chosen.file()), 0)
            : request.weights() instanceof WeightsChoice.Random random
                ? new SavedSession.Model(request.backbone().id(), RANDOM, random.seed())
                : new SavedSession.Model(null, DEMONSTRATION, 0);
    return new SavedSession.Detection(
        detector,
        detect.scoreProperty().get(),
        detect.classesProperty().get().stream().sorted().toList());
  }

  private static SavedSession.Comparison comparison(
      CompareViewModel compare, ClaimsViewModel claims) {
    return new SavedSession.Comparison(
        compare.networksProperty().get().stream().map(Design::id).toList(),
        compare.engineProperty().get().toString(),
        compare.batchProperty().get(),
        compare.threadsProperty().get(),
        claims.keptProperty().get().name(),
        claims.formProperty().get().name());
  }

  private static SavedSession.Picture picture(LibraryItem item) {
    return new SavedSession.Picture(
        item.file().toString(),
        item.by(),
        item.answers().stream()
            .map(one -> new SavedSession.Answer(one.index(), one.label(), one.probability()))
            .toList());
  }

  private static SavedSession.Model model(ModelRequest request) {
    @Nullable String design = request.design().map(Design::id).orElse(null);
    if (request.weights() instanceof WeightsChoice.InFile chosen) {
      return new SavedSession.Model(design, CommandText.path(chosen.file()), 0);
    }
    return request.weights() instanceof WeightsChoice.Random random
        ? new SavedSession.Model(design, RANDOM, random.seed())
        : new SavedSession.Model(design, DEMONSTRATION, 0);
  }

  private static SavedSession.Engine engine(EngineOptions options) {
    return new SavedSession.Engine(
        options.engine().toString(),
        options.precision().toString(),
        options.gpu(),
        options.threads());
  }

  private static SavedSession.Look look(InspectViewModel inspect) {
    Display display = inspect.display();
    return new SavedSession.Look(
        display.appearanceProperty().get().toString(),
        display.coloursProperty().get().name(),
        display.opacityProperty().get(),
        inspect.heads().sharedScaleProperty().get());
  }

  static void restore(SavedSession session, Workbench bench) {
    InspectViewModel inspect = bench.inspect();
    restore(session.look(), inspect);
    engine(session.engine()).ifPresent(inspect.engine()::show);
    inspect.model().open(request(session.model()));
    restore(session.pictures(), bench.library());
    SavedSession.@Nullable Detection detection = session.detection();
    if (detection != null) {
      restore(detection, bench.detect());
    }
    SavedSession.@Nullable Learning learning = session.learning();
    if (learning != null) {
      bench.learning().restore(learning);
    }
    SavedSession.@Nullable Comparison comparison = session.comparison();
    if (comparison != null) {
      restore(comparison, bench.compare(), bench.claims());
    }
    Selection selection = session.selection();
    bench.navigation().choose(now -> selection);
    bench.roomProperty().set(session.room());
    bench.library().chosenProperty().set(null);
    file(session.shown())
        .flatMap(bench.library()::find)
        .ifPresent(bench.library().chosenProperty()::set);
  }

  private static void restore(SavedSession.Detection saved, DetectViewModel detect) {
    WeightsChoice weights = weights(saved.detector());
    Variant backbone =
        Optional.ofNullable(saved.detector().design()).flatMap(Variant::of).orElse(Variant.M4);
    detect.requestProperty().set(new DetectorRequest(backbone, weights));
    detect.threshold(saved.score());
    detect.classesProperty().set(Set.copyOf(saved.classes()));
  }

  private static void restore(
      SavedSession.Comparison saved, CompareViewModel compare, ClaimsViewModel claims) {
    List<Design> networks =
        Designs.all().stream().filter(one -> saved.networks().contains(one.id())).toList();
    if (!networks.isEmpty()) {
      compare.networksProperty().set(networks);
    }
    named(EngineOptions.Engine.values(), Object::toString, saved.engine())
        .ifPresent(compare.engineProperty()::set);
    if (CompareViewModel.BATCHES.contains(saved.batch())) {
      compare.batchProperty().set(saved.batch());
    }
    if (CompareViewModel.threadCounts().contains(saved.threads())) {
      compare.threadsProperty().set(saved.threads());
    }
    named(ClaimsViewModel.Kept.values(), Enum::name, saved.claims())
        .ifPresent(claims.keptProperty()::set);
    named(ClaimsViewModel.Form.values(), Enum::name, saved.form())
        .ifPresent(claims.formProperty()::set);
  }

  private static <T> Optional<T> named(
      T[] values, Function<T, String> name, @Nullable String saved) {
    return Arrays.stream(values).filter(one -> name.apply(one).equals(saved)).findFirst();
  }

  private static void restore(SavedSession.Look look, InspectViewModel inspect) {
    Display display = inspect.display();
    Arrays.stream(Display.Appearance.values())
        .filter(one -> one.toString().equals(look.appearance()))
        .forEach(display.appearanceProperty()::set);
    ColourMap.of(look.colours()).ifPresent(display.coloursProperty()::set);
    display.opacityProperty().set(Math.max(0, Math.min(1, look.opacity())));
    inspect.heads().sharedScaleProperty().set(look.sharedScale());
  }

  private static void restore(List<SavedSession.Picture> pictures, LibraryViewModel library) {
    library.take(
        pictures.stream().flatMap(one -> file(one.file()).stream()).filter(Files::exists).toList(),
        false);
    for (SavedSession.Picture picture : pictures) {
      @Nullable String by = picture.by();
      if (by != null) {
        List<Prediction> answers =
            picture.answers().stream()
                .map(one -> new Prediction(one.index(), one.label(), one.probability()))
                .toList();
        file(picture.file()).flatMap(library::find).ifPresent(item -> item.show(answers, by));
      }
    }
  }

  private static Optional<EngineOptions> engine(SavedSession.Engine saved) {
    try {
      return Optional.of(
          new EngineOptions(
              EngineOptions.Engine.of(saved.engine()),
              Precision.of(saved.precision()),
              saved.gpu(),
              Math.max(1, saved.threads())));
    } catch (IllegalArgumentException | InspectorException e) {
      // From a program that knows other engines.
      return Optional.empty();
    }
  }

  private static ModelRequest request(SavedSession.Model saved) {
    Optional<Design> design = Optional.ofNullable(saved.design()).flatMap(Designs::find);
    return new ModelRequest(design, weights(saved), OptionalInt.empty(), Optional.empty());
  }

  private static WeightsChoice weights(SavedSession.Model saved) {
    return switch (saved.weights()) {
      case DEMONSTRATION -> new WeightsChoice.Demonstration();
      case RANDOM -> new WeightsChoice.Random(saved.seed());
      default -> new WeightsChoice.InFile(Path.of(saved.weights()));
    };
  }

  private static Optional<Path> file(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Path::of);
    } catch (InvalidPathException e) {
      // Saved on another system.
      return Optional.empty();
    }
  }
}
