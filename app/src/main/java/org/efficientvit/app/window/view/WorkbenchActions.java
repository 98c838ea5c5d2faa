package org.efficientvit.app.window.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.efficientvit.app.service.Installation;
import org.efficientvit.app.window.state.Action;
import org.efficientvit.app.window.state.Actions;
import org.efficientvit.app.window.state.Choice;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Undo;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.DetectViewModel;
import org.efficientvit.app.window.viewmodel.DetectorChoice;
import org.efficientvit.app.window.viewmodel.Display;
import org.efficientvit.app.window.viewmodel.EngineViewModel;
import org.efficientvit.app.window.viewmodel.FigureSource;
import org.efficientvit.app.window.viewmodel.FileNames;
import org.efficientvit.app.window.viewmodel.HeadMeasuresViewModel;
import org.efficientvit.app.window.viewmodel.InspectViewModel;
import org.efficientvit.app.window.viewmodel.LibraryItem;
import org.efficientvit.app.window.viewmodel.LibraryViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.visualizers.colour.ColourMap;

/** All that a person can do in the window, each thing declared once. */
final class WorkbenchActions {

  private static final String FILE = "File";
  private static final String EDIT = "Edit";
  private static final String GO = "Go";
  private static final String VIEW = "View";
  private static final String MODEL = "Model";
  private static final double STEP = 0.05;

  private static final ObservableValue<Boolean> ALWAYS =
      new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

  private final Actions actions = new Actions();
  private final Workbench bench;
  private final Opener opener;
  private final FigureTools tools;
  private final List<Room> rooms;

  private WorkbenchActions(Workbench bench, Opener opener, FigureTools tools, List<Room> rooms) {
    this.bench = bench;
    this.opener = opener;
    this.tools = tools;
    this.rooms = rooms;
  }

  /**
   * Declares them.
   *
   * @param library shows which pictures are marked
   * @param palette opens the palette
   */
  static Actions of(
      Workbench bench,
      Opener opener,
      FigureTools tools,
      List<Room> rooms,
      LibraryView library,
      Runnable palette) {
    WorkbenchActions made = new WorkbenchActions(bench, opener, tools, rooms);
    made.file();
    made.edit(library);
    made.go(palette);
    made.view();
    made.model();
    return made.actions;
  }

  private void file() {
    add(FILE, "Open pictures…", "Shortcut+O", opener::choosePictures);
    add(FILE, "Open folder…", "Shortcut+Shift+P", opener::chooseFolder);
    actions.add(
        new Choice<>(
            FILE,
            "Sample pictures",
            Installation::samples,
            FileNames::of,
            null,
            (Path file) -> bench.open(List.of(file))));
    line(FILE);
    add(FILE, "Open session…", "Shortcut+Alt+O", opener::chooseSession);
    add(FILE, "Save session…", "Shortcut+S", opener::saveSession);
    line(FILE);
    add(FILE, "Save figure…", "Shortcut+E", () -> tools.save(figures()));
    line(FILE);
    add(FILE, "Quit", "Shortcut+Q", Platform::exit);
  }

  private void edit(LibraryView library) {
    Undo undo = bench.undo();
    add(EDIT, "Undo", "Shortcut+Z", isThere(undo.nextProperty()), undo::undo);
    add(EDIT, "Redo", "Shortcut+Shift+Z", isThere(undo.nextRedoProperty()), undo::redo);
    line(EDIT);
    add(EDIT, "Paste picture", "Shortcut+V", opener::paste);
    add(EDIT, "Copy figure", "Shortcut+Shift+C", () -> tools.copy(figures()));
    add(EDIT, "Copy command line", "Shortcut+Alt+C", () -> tools.copyCommand(figures()));
    line(EDIT);
    LibraryViewModel pictures = bench.library();
    add(EDIT, "Classify marked pictures", "", () -> bench.classify(library.marked()));
    add(
        EDIT,
        "Classify all pictures",
        "Shortcut+Shift+A",
        () -> bench.classify(List.copyOf(pictures.visible())));
    add(EDIT, "Remove from the library", "", () -> remove(library.marked()));
  }

  private void remove(List<LibraryItem> items) {
    bench.library().remove(items);
  }

  private void go(Runnable palette) {
    Navigation navigation = bench.navigation();
    add(GO, "Back", "Alt+Left", navigation.canGoBackProperty(), navigation::back);
    add(GO, "Forward", "Alt+Right", navigation.canGoForwardProperty(), navigation::forward);
    line(GO);
    add(GO, "Next picture", "Shortcut+Period", () -> bench.library().move(1));
    add(GO, "Previous picture", "Shortcut+Comma", () -> bench.library().move(-1));
    add(GO, "Next block", "Shortcut+Right", () -> beside(1));
    add(GO, "Previous block", "Shortcut+Left", () -> beside(-1));
    line(GO);
    add(GO, "Find an action…", "Shortcut+K", palette);
  }

  private void beside(int places) {
    bench.inspect().strip().beside(places).ifPresent(part -> bench.navigation().go(part.name()));
  }

  private void view() {
    InspectViewModel inspect = bench.inspect();
    Display display = inspect.display();
    for (int i = 0; i < rooms.size(); i++) {
      Room room = rooms.get(i);
      actions.add(
          new Action(
              VIEW,
              room.title(),
              "Shortcut+" + (i + 1),
              ALWAYS,
              bench.roomProperty().isEqualTo(room.id()),
              () -> bench.roomProperty().set(room.id())));
    }
    line(VIEW);
    actions.add(
        Choice.of(
            VIEW, "Seen", List.of(Lens.values()), Lens::title, inspect.strip().lensProperty()));
    actions.add(
        Choice.of(
            VIEW,
            "Colour map",
            ColourMap.all(),
            map -> map.name() + " (" + map.description() + ")",
            display.coloursProperty()));
    actions.add(
        Choice.of(
            VIEW,
            "Scale",
            List.of(true, false),
            shared -> shared ? "one for all heads" : "each head its own",
            inspect.heads().sharedScaleProperty()));
    add(VIEW, "More of the map", "Shortcut+Equals", () -> fade(STEP));
    add(VIEW, "More of the picture", "Shortcut+Minus", () -> fade(-STEP));
    actions.add(
        Choice.of(
            VIEW,
            "Figure of costs",
            List.of(CostViewModel.Chart.values()),
            CostViewModel.Chart::title,
            bench.cost().chartProperty()));
    actions.add(
        Choice.of(
            VIEW,
            "Figure of heads",
            List.of(HeadMeasuresViewModel.Chart.values()),
            HeadMeasuresViewModel.Chart::title,
            bench.heads().chartProperty()));
    line(VIEW);
    actions.add(
        Choice.of(
            VIEW,
            "Theme",
            List.of(Display.Appearance.values()),
            Display.Appearance::text,
            display.appearanceProperty()));
    add(VIEW, "Dark or light", "Shortcut+Shift+L", display::toggle);
  }

  private void fade(double step) {
    Display display = bench.inspect().display();
    double next = Math.round((display.opacityProperty().get() + step) / STEP) * STEP;
    display.opacityProperty().set(Math.max(0, Math.min(1, next)));
  }

  private void model() {
    InspectViewModel inspect = bench.inspect();
    actions.add(
        new Choice<>(
            MODEL,
            "Network",
            Designs::all,
            Design::displayName,
            inspect.model().designProperty(),
            inspect.model().designProperty()::set));
    line(MODEL);
    add(MODEL, "Open weights…", "Shortcut+Shift+O", opener::chooseWeights);
    add(MODEL, "Published weights…", "Shortcut+Shift+W", opener::showCatalogue);
    add(MODEL, "Demonstration weights", "Shortcut+Shift+D", inspect.model()::openDemonstration);
    add(MODEL, "Random weights", "Shortcut+Shift+R", inspect.model()::openRandom);
    line(MODEL);
    actions.add(
        Choice.of(
            MODEL,
            "Engine",
            EngineViewModel.KINDS,
            EngineViewModel.Kind::name,
            inspect.engine().kindProperty()));
    actions.add(
        Choice.of(
            MODEL,
            "Threads",
            EngineViewModel.threadCounts(),
            count -> Integer.toString(count),
            inspect.engine().threadsProperty()));
    actions.add(
        Choice.of(
            MODEL,
            "Device",
            List.of(false, true),
            gpu -> gpu ? "GPU" : "CPU",
            inspect.engine().gpuProperty()));
    line(MODEL);
    add(MODEL, "Time the operations again", "F5", inspect::measure);
    add(MODEL, "Profile the operations", "", this::profile);
    add(MODEL, "Measure the heads", "", this::measureHeads);
    line(MODEL);
    detector();
  }

  private void profile() {
    bench.roomProperty().set("cost");
    bench.cost().chartProperty().set(CostViewModel.Chart.ROOFLINE);
    bench.cost().measure();
  }

  private void detector() {
    DetectViewModel detect = bench.detect();
    actions.add(
        new Choice<>(
            MODEL, "Detector", DetectorChoice::all, DetectorChoice::title, null, this::take));
    add(MODEL, "Open a detector's weights…", "", opener::chooseDetector);
    add(MODEL, "Find objects again", "F6", this::findAgain);
    add(
        MODEL,
        "Show surer objects only",
        "",
        () -> detect.threshold(detect.scoreProperty().get() + STEP));
    add(
        MODEL,
        "Show less sure objects",
        "",
        () -> detect.threshold(detect.scoreProperty().get() - STEP));
    add(MODEL, "Show objects of all classes", "", () -> detect.classesProperty().set(Set.of()));
  }

  private void take(DetectorChoice choice) {
    bench.roomProperty().set(Workbench.DETECT_ROOM);
    bench.detect().take(choice);
  }

  private void findAgain() {
    bench.roomProperty().set(Workbench.DETECT_ROOM);
    bench.detect().again();
  }

  private void measureHeads() {
    bench.roomProperty().set("heads");
    bench.heads().measure();
  }

  private FigureSource figures() {
    String open = bench.roomProperty().get();
    return rooms.stream()
        .filter(room -> room.id().equals(open))
        .findFirst()
        .orElse(rooms.get(0))
        .figures();
  }

  private static ObservableValue<Boolean> isThere(ReadOnlyStringProperty text) {
    return text.isNotEmpty();
  }

  private void add(String menu, String name, String keys, Runnable run) {
    add(menu, name, keys, ALWAYS, run);
  }

  private void add(
      String menu, String name, String keys, ObservableValue<Boolean> enabled, Runnable run) {
    actions.add(new Action(menu, name, keys, enabled, null, run));
  }

  private void line(String menu) {
    actions.add(new Actions.Line(menu));
  }
}
