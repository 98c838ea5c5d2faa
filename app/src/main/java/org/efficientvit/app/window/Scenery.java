package org.efficientvit.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.efficientvit.app.window.viewmodel.ClaimsViewModel;
import org.efficientvit.app.window.viewmodel.CostViewModel;
import org.efficientvit.app.window.viewmodel.EvaluateViewModel;
import org.efficientvit.app.window.viewmodel.HeadMeasuresViewModel;
import org.efficientvit.app.window.viewmodel.LearningViewModel;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.efficientvit.app.window.viewmodel.TrainOptions;
import org.efficientvit.app.window.viewmodel.Workbench;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.visualizers.map.Token;

/**
 * A view of the window and what is done in it before it is looked at.
 *
 * @param name of its picture
 * @param room the view that is open
 * @param isMeasured whether it shows how fast this machine is, or a command line in its fixed-width
 *     font, so that no two machines' pictures are alike
 * @param preparation done on the screen's thread; what it starts is waited for
 */
record Scenery(String name, String room, boolean isMeasured, Consumer<Workbench> preparation) {

  /** Every view, in the order in which a person would come by. */
  static List<Scenery> all() {
    return List.of(
        counted("inspect-heads", "inspect", Scenery::lookAtHeads),
        counted("inspect-features", "inspect", bench -> bench.navigation().go("patch_embed")),
        counted("inspect-cascade", "inspect", Scenery::cutTheCascade),
        counted("inspect-evidence", "inspect", bench -> see(bench, Lens.EVIDENCE)),
        counted("heads", "heads", bench -> bench.heads().measure()),
        counted("heads-similarity", "heads", Scenery::compareHeads),
        counted("cost-macs", "cost", Scenery::count),
        measured("cost", "cost", bench -> draw(bench, CostViewModel.Chart.BLOCK_TIMES)),
        measured("cost-roofline", "cost", Scenery::profile),
        measured("cost-order", "cost", bench -> draw(bench, CostViewModel.Chart.ORDER)),
        counted("compare", "compare", Scenery::compareAll),
        counted("evaluate-choice", "evaluate", bench -> {}),
        measured("train-choice", "evaluate", Scenery::lookAtTraining),
        measured("evaluate", "evaluate", Scenery::evaluate),
        measured("evaluate-mistakes", "evaluate", Scenery::lookAtMistakes),
        measured("train", "evaluate", Scenery::train),
        counted("claims", "claims", bench -> {}),
        counted("claims-chart", "claims", Scenery::drawClaims),
        counted("detect", Workbench.DETECT_ROOM, Scenery::lookAtSeveralObjects),
        counted("detect-box", Workbench.DETECT_ROOM, Scenery::lookIntoTheFirstBox));
  }

  private static Scenery counted(String name, String room, Consumer<Workbench> preparation) {
    return new Scenery(name, room, false, preparation);
  }

  private static Scenery measured(String name, String room, Consumer<Workbench> preparation) {
    return new Scenery(name, room, true, preparation);
  }

  private static void lookAtHeads(Workbench bench) {
    bench.navigation().go("blocks2.3");
    bench.navigation().choose(selection -> selection.withToken(new Token(3, 3)));
  }

  private static void cutTheCascade(Workbench bench) {
    bench.navigation().go("blocks2.3");
    see(bench, Lens.CASCADE);
    bench.cascade().toggle(Intervention.Kind.CUT, 1);
  }

  private static void see(Workbench bench, Lens lens) {
    bench.inspect().strip().lensProperty().set(lens);
  }

  private static void compareHeads(Workbench bench) {
    bench.heads().chartProperty().set(HeadMeasuresViewModel.Chart.BLOCK);
  }

  private static void count(Workbench bench) {
    bench.cascade().reset();
    draw(bench, CostViewModel.Chart.MACS);
  }

  private static void compareAll(Workbench bench) {
    bench.compare().networksProperty().set(Designs.all());
  }

  private static void drawClaims(Workbench bench) {
    bench.claims().formProperty().set(ClaimsViewModel.Form.CHART);
  }

  private static void lookAtSeveralObjects(Workbench bench) {
    bench.library().items().stream()
        .filter(item -> item.file().endsWith("cup-000008.png"))
        .forEach(bench.library().chosenProperty()::set);
  }

  private static void lookIntoTheFirstBox(Workbench bench) {
    bench.navigation().go("blocks2.3");
    bench.detect().chosenProperty().set(null);
    bench.detect().move(1);
    bench.boxMaps().toggle(bench.boxMaps().mapsProperty().get().get(2));
  }

  private static void lookAtTraining(Workbench bench) {
    bench.learning().segmentProperty().set(LearningViewModel.Segment.TRAIN);
  }

  private static void evaluate(Workbench bench) {
    bench.learning().segmentProperty().set(LearningViewModel.Segment.EVALUATE);
    bench.learning().evaluate().run();
  }

  private static void lookAtMistakes(Workbench bench) {
    bench.learning().evaluate().chartProperty().set(EvaluateViewModel.Chart.MISTAKES);
  }

  /** A small training, the same in every set of pictures. */
  private static void train(Workbench bench) {
    bench.learning().segmentProperty().set(LearningViewModel.Segment.TRAIN);
    TrainOptions options = bench.learning().train().options();
    try {
      options.outProperty().set(Files.createTempDirectory("training"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    options.beginProperty().set(TrainOptions.Begin.OPEN);
    options.picturesProperty().set(96);
    options.validationProperty().set(48);
    options.epochsProperty().set(4);
    bench.learning().train().start();
  }

  private static void profile(Workbench bench) {
    draw(bench, CostViewModel.Chart.ROOFLINE);
    bench.cost().measure();
  }

  private static void draw(Workbench bench, CostViewModel.Chart chart) {
    bench.cost().chartProperty().set(chart);
  }
}
