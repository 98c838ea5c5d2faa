package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import org.efficientvit.app.service.CascadeInspection;
import org.efficientvit.app.service.Inspector;
import org.efficientvit.core.attention.CascadeFlow;
import org.efficientvit.core.attention.InterventionEffect;
import org.efficientvit.core.attention.InterventionEffect.ClassChange;
import org.efficientvit.core.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code cascade --json}.
 *
 * @param interventions what was changed, in words: {@code cut blocks2.3:1}
 * @param milliseconds of the pass with the changes, tapping included
 * @param blocks what their heads read and give, with the changes
 * @param effect what the changes did; null where there were none
 */
record CascadeReport(
    String model,
    String weights,
    String engine,
    String file,
    List<String> interventions,
    double milliseconds,
    List<BlockAnswer> blocks,
    @Nullable Effect effect,
    List<String> figures) {

  private static final double MILLISECOND = 1e6;

  /** One block's heads. */
  record BlockAnswer(String name, List<HeadAnswer> heads) {}

  /** Norms, and the cosine between what was added and the split. */
  record HeadAnswer(double split, double added, double ratio, double cosine, double output) {}

  /**
   * What changed.
   *
   * @param meanLogitChange mean absolute change of all logits
   * @param classes the likeliest, before or after
   * @param maps total variation of the attention of each block, 0 to 1
   */
  record Effect(
      Predicted before,
      Predicted after,
      double meanLogitChange,
      List<ClassAnswer> classes,
      List<MapAnswer> maps) {}

  /** The likeliest class. */
  record Predicted(int index, String label, double probability) {}

  /** One class. */
  record ClassAnswer(
      int index,
      String label,
      double logit,
      double logitAfter,
      double probability,
      double probabilityAfter) {}

  /** One block: the mean over its heads, and each. */
  record MapAnswer(String name, double mean, List<Double> heads) {}

  static CascadeReport of(
      String file,
      Inspector inspector,
      CascadeInspection inspection,
      List<CascadeFlow> flows,
      int top,
      List<Path> figures) {
    Model model = inspector.model();
    return new CascadeReport(
        model.network().name(),
        model.provenance().description(),
        inspector.engine(),
        file,
        inspection.interventions().all().stream().map(Object::toString).toList(),
        inspection.after().trace().nanoseconds() / MILLISECOND,
        flows.stream().map(CascadeReport::block).toList(),
        inspection.effect().map(effect -> effect(model, effect, top)).orElse(null),
        figures.stream().map(Path::toString).toList());
  }

  private static BlockAnswer block(CascadeFlow flow) {
    return new BlockAnswer(
        flow.block(),
        flow.heads().stream()
            .map(
                head ->
                    new HeadAnswer(
                        head.split(), head.added(), head.ratio(), head.cosine(), head.output()))
            .toList());
  }

  private static Effect effect(Model model, InterventionEffect effect, int top) {
    ClassChange before = effect.classes().get(effect.predicted());
    ClassChange after = effect.classes().get(effect.predictedAfter());
    return new Effect(
        new Predicted(before.index(), label(model, before), before.probability()),
        new Predicted(after.index(), label(model, after), after.probabilityAfter()),
        effect.meanLogitChange(),
        effect.likeliest(top).stream()
            .map(
                one ->
                    new ClassAnswer(
                        one.index(),
                        label(model, one),
                        one.logit(),
                        one.logitAfter(),
                        one.probability(),
                        one.probabilityAfter()))
            .toList(),
        effect.maps().stream()
            .map(one -> new MapAnswer(one.block(), one.mean(), one.heads()))
            .toList());
  }

  private static String label(Model model, ClassChange one) {
    return requireNonNull(model.labels().get(one.index()));
  }
}
