package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.BoundAgreement;
import org.efficientvit.core.cost.BoundAgreement.Disagreement;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;

/** How far two runs agree on what bounds the operations. */
record ProfileComparison(Path with, List<Pair> pairs) {

  private static final int LARGEST = 5;

  /** The same network in both. */
  record Pair(Profile profile, Profile other, BoundAgreement agreement) {}

  /** In the answer of {@code --json}. */
  record Report(String with, List<Agreed> profiles) {}

  /**
   * How far two profiles of a network agree.
   *
   * @param share of the time on whose bound they agree, 0 to 1
   * @param alone operations that one of the two has only
   */
  record Agreed(
      String model, int batch, double share, List<Differing> differing, List<String> alone) {}

  /** An operation on whose bound they differ. */
  record Differing(
      String name, String bound, String otherBound, double microseconds, double otherMicroseconds) {

    static Differing of(Disagreement one) {
      return new Differing(
          one.one().name(),
          one.one().bound().id(),
          one.other().bound().id(),
          one.one().nanoseconds().value() / ProfileReport.MICROSECOND,
          one.other().nanoseconds().value() / ProfileReport.MICROSECOND);
    }
  }

  /**
   * Holds what was measured against a file.
   *
   * @throws InspectorException if they have nothing in common
   */
  static ProfileComparison of(Profiling.Result result, Path file) {
    List<Pair> pairs = new ArrayList<>();
    List<Profile> others = ProfileFile.read(file).profiles();
    for (Profile profile : result.profiles()) {
      Optional<Profile> other = others.stream().filter(profile::isOfTheSameAs).findFirst();
      other.ifPresent(
          its -> pairs.add(new Pair(profile, its, BoundAgreement.between(profile, its))));
    }
    if (pairs.isEmpty()) {
      throw new InspectorException(
          "%s has no profile of the same network, batch, engine and threads; compare like with like."
              .formatted(file));
    }
    return new ProfileComparison(requireNonNull(file, "file is null"), pairs);
  }

  Report report() {
    return new Report(
        with.toString(),
        pairs.stream()
            .map(
                pair ->
                    new Agreed(
                        pair.profile.cost().network(),
                        pair.profile.cost().batch(),
                        pair.agreement.share(),
                        pair.agreement.disagreements().stream().map(Differing::of).toList(),
                        pair.agreement.alone().stream().map(ProfiledOperation::name).toList()))
            .toList());
  }

  void print(PrintWriter out) {
    out.println(heading());
    table().print(out);
    differing().forEach(out::println);
  }

  /** The same for a page of documentation. */
  void printMarkdown(PrintWriter out) {
    out.println(heading());
    out.println();
    table().printMarkdown(out);
    out.println();
    differing().forEach(line -> out.println("- " + line));
  }

  private String heading() {
    return "On what bounds the operations, this and %s agree for so much of the time:"
        .formatted(with.getFileName());
  }

  private TextTable table() {
    TextTable table = TextTable.ofNumbers("network", "batch", "agreed", "ms here", "ms there");
    for (Pair pair : pairs) {
      table.row(
          pair.profile.cost().network(),
          Integer.toString(pair.profile.cost().batch()),
          number("%.1f %%", 100 * pair.agreement.share()),
          number("%.2f", pair.profile.together().value() / ProfileReport.MILLISECOND),
          number("%.2f", pair.other.together().value() / ProfileReport.MILLISECOND));
    }
    return table;
  }

  /** The longest of those on which they do not agree. */
  private List<String> differing() {
    List<String> lines = new ArrayList<>();
    for (Pair pair : pairs) {
      pair.agreement.disagreements().stream()
          .limit(LARGEST)
          .forEach(
              one ->
                  lines.add(
                      "%s, batch %d: %s is bound by %s here and by %s there"
                          .formatted(
                              pair.profile.cost().network(),
                              pair.profile.cost().batch(),
                              one.one().name(),
                              one.one().bound().label(),
                              one.other().bound().label())));
      pair.agreement
          .alone()
          .forEach(
              one ->
                  lines.add(
                      "%s, batch %d: %s is in one of the two alone"
                          .formatted(
                              pair.profile.cost().network(),
                              pair.profile.cost().batch(),
                              one.name())));
    }
    return lines;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
