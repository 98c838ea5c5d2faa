package org.efficientvit.core.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efficientvit.core.claims.Statement.Sort;
import org.efficientvit.core.compare.Comparison.Setting;
import org.efficientvit.core.published.Claim;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedModel;
import org.efficientvit.core.published.Quantity;
import org.efficientvit.core.statistics.Estimate;
import org.efficientvit.core.statistics.Interval;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final PublishedFigures PUBLISHED = PublishedFigures.standard();

  /** Everybody is twice as fast as everybody, but for batches of one picture. */
  private static final class Twice implements Evidence {

    private final boolean isMeasured;

    Twice(boolean isMeasured) {
      this.isMeasured = isMeasured;
    }

    private Optional<Finding> finding(double value, Optional<Setting> setting) {
      return isMeasured
          ? Optional.of(
              new Finding(
                  new Estimate(value, new Interval(value - 0.06, value + 0.06)), setting, "here"))
          : Optional.empty();
    }

    @Override
    public Optional<Finding> speed(String subject, String rival, Setting setting) {
      return finding(setting.batch() == 1 ? 0.5 : 2, Optional.of(setting));
    }

    @Override
    public Optional<Finding> accuracy(String subject, String rival) {
      return finding(1.5, Optional.empty());
    }

    @Override
    public Optional<Finding> memoryShare(String network) {
      return finding(20, Optional.empty());
    }
  }

  private static final Ledger EMPTY = Ledger.of(PUBLISHED, new Twice(false));
  private static final Ledger FULL = Ledger.of(PUBLISHED, new Twice(true));

  private static Entry entry(Ledger ledger, String id, Quantity quantity) {
    return ledger.of(id).stream()
        .filter(one -> one.statement().quantity() == quantity)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyPartOfEveryClaimIsInIt() {
    for (Claim claim : PUBLISHED.claims()) {
      assertThat(FULL.of(claim.id()))
          .as(claim.id())
          .hasSameSizeAs(claim.parts())
          .allSatisfy(one -> assertThat(one.statement().status()).isEqualTo(claim.status()));
    }
  }

  /** Six models, four rivals with printed speeds, three columns; M1 has no speed on ONNX. */
  @Test
  void everyTwoPrintedSpeedsMakeARatio() {
    List<Entry> ratios =
        FULL.entries().stream()
            .filter(one -> one.statement().sort() == Sort.PRINTED_RATIO)
            .toList();

    assertThat(ratios).hasSize(6 * 4 * 3 - 4);
    Set<String> keys = new HashSet<>();
    for (Entry one : ratios) {
      Statement statement = one.statement();
      PublishedModel own = PUBLISHED.model(statement.subject().name()).orElseThrow();
      PublishedModel rival = PUBLISHED.model(statement.rival().orElseThrow().name()).orElseThrow();
      var column = statement.quantity().column().orElseThrow();
      double ratio =
          own.figure(column).orElseThrow().value() / rival.figure(column).orElseThrow().value();
      assertThat(statement.claimed().value()).isCloseTo(ratio, within(1e-12));
      assertThat(statement.source()).isNotBlank();
      assertThat(statement.status()).isNotBlank();
      assertThat(keys.add(statement.id() + " " + statement.quantity())).isTrue();
    }
  }

  @Test
  void whatNobodyMeasuredIsToldFromWhatNobodyCan() {
    assertThat(entry(EMPTY, "m3-vs-mobilenetv2", Quantity.XEON).verdict())
        .isEqualTo(Verdict.NOT_MEASURED);
    assertThat(entry(EMPTY, "m3-vs-mobilenetv2", Quantity.V100).verdict())
        .isEqualTo(Verdict.NOT_MEASURABLE_HERE);
    assertThat(entry(EMPTY, "m3-vs-mobilenetv2", Quantity.TOP1).judgement().reason())
        .contains("ImageNet");
    assertThat(entry(EMPTY, "m2-vs-mobilevitxxs", Quantity.XEON).judgement().reason())
        .isEqualTo("MobileViT-XXS is not among the networks of this program.");
    assertThat(entry(EMPTY, "m4-coco-spos", Quantity.AP).verdict())
        .isEqualTo(Verdict.NOT_MEASURABLE_HERE);
    assertThat(EMPTY.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(EMPTY.entries().size());
    assertThat(EMPTY.counts().get(Verdict.DOES_NOT_HOLD)).isZero();
  }

  @Test
  void aClaimIsJudgedInItsOwnSettingAndShownInAllOthers() {
    Entry slower = entry(FULL, "m3-vs-mobilenetv2", Quantity.XEON);
    assertThat(slower.conditions()).isEqualTo("pytorch, batch 16, 1 thread");
    assertThat(slower.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(slower.elsewhere()).hasSize(3);
    assertThat(slower.elsewhere().get(2).judgement().reason()).contains("other way round");

    Entry onnx = entry(FULL, "m5-vs-efficientnetb0", Quantity.ONNX);
    assertThat(onnx.conditions()).isEqualTo("onnx, batch 16, 1 thread");
    // 1.94 to 2.06 meets 2.1, which stands for 2.05 to 2.15.
    assertThat(onnx.judgement().size()).contains(Size.AS_CLAIMED);
    assertThat(entry(FULL, "m5-vs-efficientnetb0", Quantity.XEON).verdict())
        .isEqualTo(Verdict.HOLDS);
    assertThat(entry(FULL, "m3-vs-mobilenetv2", Quantity.TOP1).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aShareOfTimeOnAGraphicsCardStandsBesideOneOfThisProcessorAndIsNotJudgedByIt() {
    Entry deit = FULL.of("memory-bound-share").get(1);

    assertThat(deit.verdict()).isEqualTo(Verdict.NOT_MEASURABLE_HERE);
    assertThat(deit.finding().orElseThrow().value().value()).isEqualTo(20);
    assertThat(FULL.of("memory-bound-share").get(0).finding()).isEmpty();
  }

  @Test
  void similarMacsAreCounted() {
    Entry macs = entry(EMPTY, "m4-coco-mobilenetv2", Quantity.MACS);

    assertThat(macs.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(macs.finding().orElseThrow().value().value()).isBetween(0.98, 1.0);
  }

  @Test
  void timmAndThePrintedFiguresAreWitnesses() {
    List<Witness> cpu = entry(EMPTY, "m5-vs-mobilenetv3", Quantity.XEON).witnesses();
    assertThat(cpu.get(0).name()).isEqualTo("printed figures of both");
    assertThat(cpu.get(0).value()).isCloseTo(56.8 / 39.1, within(1e-12));
    assertThat(cpu.get(1).name()).contains("timm", "cpu", "batch 1");
    assertThat(cpu.get(1).value()).isCloseTo(87.3 / 176.25, within(1e-12));
    assertThat(cpu).hasSize(3);
    assertThat(entry(EMPTY, "m5-vs-mobilenetv3", Quantity.V100).witnesses()).hasSize(4);
    List<Witness> top1 = entry(EMPTY, "m3-vs-mobilenetv2", Quantity.TOP1).witnesses();
    assertThat(top1)
        .extracting(Witness::name)
        .containsExactly("printed figures of both", "timm's weights");
    assertThat(top1.get(1).value()).isCloseTo(73.394 - 72.91, within(1e-9));
    assertThat(entry(EMPTY, "m0-over-mobilenet_v2_1.0", Quantity.ONNX).witnesses()).isEmpty();
  }
}
