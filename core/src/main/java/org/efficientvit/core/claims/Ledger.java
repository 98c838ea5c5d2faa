package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.efficientvit.core.claims.Entry.Elsewhere;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedNetwork;
import org.efficientvit.core.trace.Precision;

/**
 * All claims, each beside what is known of it on this machine.
 *
 * @param entries what somebody states, then the ratios of printed speeds
 */
public record Ledger(List<Entry> entries) {

  private static final int PAPERS_BATCH = 16;

  /**
   * How the paper measured on processors (PyTorch and ONNX Runtime, batch 16, one thread), then the
   * same with one picture at a time.
   */
  public static final List<Setting> SETTINGS =
      List.of(
          new Setting("pytorch", Precision.FP32, PAPERS_BATCH, 1),
          new Setting("onnx", Precision.FP32, PAPERS_BATCH, 1),
          new Setting("pytorch", Precision.FP32, 1, 1),
          new Setting("onnx", Precision.FP32, 1, 1));

  public Ledger {
    entries = List.copyOf(entries);
  }

  /** Holds every claim against what was measured. */
  public static Ledger of(PublishedFigures published, Evidence evidence) {
    List<Entry> entries = new ArrayList<>();
    for (Statement statement : Statement.all(published)) {
      entries.add(entry(statement, evidence, Witness.of(statement, published)));
    }
    return new Ledger(entries);
  }

  private static Entry entry(Statement statement, Evidence evidence, List<Witness> witnesses) {
    return switch (statement.quantity()) {
      case V100 ->
          unmeasured(
              statement,
              "V100, mixed precision, batch 2048",
              Optional.empty(),
              "The figure is of a graphics card; speed is measured on the processor here.",
              witnesses);
      case XEON -> speed(statement, SETTINGS.get(0), evidence, witnesses);
      case ONNX -> speed(statement, SETTINGS.get(1), evidence, witnesses);
      case TOP1 -> accuracy(statement, evidence, witnesses);
      case MACS -> macs(statement, witnesses);
      case AP ->
          unmeasured(
              statement,
              "RetinaNet trained on COCO",
              Optional.empty(),
              "Average precision needs detectors with trained weights and COCO's pictures.",
              witnesses);
      case MEMORY_SHARE -> memoryShare(statement, evidence, witnesses);
    };
  }

  private static Entry unmeasured(
      Statement statement,
      String conditions,
      Optional<Finding> beside,
      String reason,
      List<Witness> witnesses) {
    return new Entry(
        statement,
        conditions,
        beside,
        Judgement.without(Verdict.NOT_MEASURABLE_HERE, reason),
        List.of(),
        witnesses);
  }

  /** Why no figure of a statement's networks can be had; empty where all are here. */
  private static Optional<String> absent(Statement statement) {
    return statement.participants().stream()
        .filter(one -> one.network().isEmpty())
        .findFirst()
        .map(one -> one.displayName() + " is not among the networks of this program.");
  }

  private static Judgement judged(Statement statement, Finding finding) {
    return Judgement.of(
        finding.value().interval(), statement.claimed(), statement.quantity().neutral());
  }

  private static Entry speed(
      Statement statement, Setting own, Evidence evidence, List<Witness> witnesses) {
    Optional<String> absent = absent(statement);
    if (absent.isPresent()) {
      return unmeasured(statement, words(own), Optional.empty(), absent.get(), witnesses);
    }
    Optional<Finding> finding = inPair(statement, (one, other) -> evidence.speed(one, other, own));
    List<Elsewhere> elsewhere = new ArrayList<>();
    for (Setting setting : SETTINGS) {
      if (!setting.equals(own)) {
        inPair(statement, (one, other) -> evidence.speed(one, other, setting))
            .ifPresent(found -> elsewhere.add(new Elsewhere(found, judged(statement, found))));
      }
    }
    Judgement judgement =
        finding
            .map(found -> judged(statement, found))
            .orElseGet(
                () ->
                    Judgement.without(
                        Verdict.NOT_MEASURED,
                        "Nobody measured both in turn in this setting on this machine yet."));
    return new Entry(statement, words(own), finding, judgement, elsewhere, witnesses);
  }

  private static Entry accuracy(Statement statement, Evidence evidence, List<Witness> witnesses) {
    String conditions = "ImageNet's validation pictures, published weights";
    Optional<String> absent = absent(statement);
    if (absent.isPresent()) {
      return unmeasured(statement, conditions, Optional.empty(), absent.get(), witnesses);
    }
    Optional<Finding> finding = inPair(statement, evidence::accuracy);
    return finding.isEmpty()
        ? unmeasured(
            statement,
            conditions,
            finding,
            "Accuracy needs the published weights of both and ImageNet's pictures: run 'inspector evaluate' on them for each.",
            witnesses)
        : new Entry(
            statement, conditions, finding, judged(statement, finding.get()), List.of(), witnesses);
  }

  private static Entry macs(Statement statement, List<Witness> witnesses) {
    String conditions = "counted, pictures of 224 pixels";
    Optional<String> absent = absent(statement);
    if (absent.isPresent()) {
      return unmeasured(statement, conditions, Optional.empty(), absent.get(), witnesses);
    }
    Finding finding =
        inPair(
                statement,
                (one, other) -> Optional.of(Finding.counted(count(one) / count(other), conditions)))
            .orElseThrow();
    return new Entry(
        statement,
        conditions,
        Optional.of(finding),
        judged(statement, finding),
        List.of(),
        witnesses);
  }

  private static double count(String design) {
    return NetworkCost.of(Designs.find(design).orElseThrow().network(), 1, true).macs();
  }

  private static Entry memoryShare(
      Statement statement, Evidence evidence, List<Witness> witnesses) {
    Optional<Finding> beside =
        statement.subject().network().flatMap(one -> evidence.memoryShare(one.id()));
    String reason =
        beside.isPresent()
            ? "The figure is of a graphics card; the share on this processor stands beside it, by the paper's grouping of operations."
            : "The figure is of a graphics card.";
    return unmeasured(
        statement,
        "torch profiler and Nsight Compute on a graphics card",
        beside,
        absent(statement).orElse(reason),
        witnesses);
  }

  private static Optional<Finding> inPair(
      Statement statement, BiFunction<String, String, Optional<Finding>> find) {
    String subject = statement.subject().network().map(PublishedNetwork::id).orElseThrow();
    String rival =
        statement.rival().flatMap(one -> one.network()).map(PublishedNetwork::id).orElseThrow();
    return find.apply(subject, rival);
  }

  /** A setting in words: {@code pytorch, batch 16, 1 thread}. */
  public static String words(Setting setting) {
    return "%s, batch %d, %s"
        .formatted(
            setting.engine(),
            setting.batch(),
            setting.threads() == 1 ? "1 thread" : setting.threads() + " threads");
  }

  /** How many claims there are of each verdict. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, 0);
    }
    entries.forEach(entry -> counts.merge(entry.verdict(), 1, Integer::sum));
    return counts;
  }

  /** The entries of one claim, in the order of its parts. */
  public List<Entry> of(String id) {
    requireNonNull(id, "id is null");
    return entries.stream().filter(entry -> entry.statement().id().equals(id)).toList();
  }
}
