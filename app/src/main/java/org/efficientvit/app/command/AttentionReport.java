package org.efficientvit.app.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.efficientvit.app.service.SceneAttention;
import org.efficientvit.core.model.Model;

/**
 * The answer of {@code evaluate --attention --json}.
 *
 * @param images scenes that were looked at
 */
record AttentionReport(String model, String weights, int images, List<BlockAnswer> blocks) {

  /**
   * One block.
   *
   * @param images scenes that were counted: those whose box leaves something outside it
   * @param ratio attention that a token receives inside the box, divided by that outside
   * @param interval both ends of the mean's 95 % interval
   */
  record BlockAnswer(String block, int images, double ratio, List<Double> interval) {}

  static AttentionReport of(Model model, SceneAttention.Result result) {
    return new AttentionReport(
        model.network().name(),
        model.provenance().description(),
        result.scenes(),
        result.blocks().stream()
            .map(
                one ->
                    new BlockAnswer(
                        one.block(),
                        one.scenes(),
                        one.ratio(),
                        List.of(one.interval().low(), one.interval().high())))
            .toList());
  }

  /** The same for a person to read. */
  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Attention that a token receives inside the object's box, divided by that outside;"
            + " %d pictures%n%n",
        images);
    TextTable table = TextTable.ofNumbers("block", "pictures", "ratio", "95 % interval");
    for (BlockAnswer one : blocks) {
      table.row(
          one.block,
          Integer.toString(one.images),
          number(one.ratio),
          number(one.interval.get(0)) + " to " + number(one.interval.get(1)));
    }
    table.print(out);
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }
}
