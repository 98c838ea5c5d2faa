package org.efficientvit.core.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.benchmark.Cell;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.trace.Precision;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Cell M0 = new Cell("m0", "onnx", Precision.FP32, 1, 1, 1);
  private static final Cell M1 = new Cell("m1", "onnx", Precision.FP32, 1, 1, 1);

  private static List<Visit> visits(Cell cell, double factor) {
    List<Visit> visits = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      double time = factor * (10 + 0.01 * round);
      visits.add(new Visit(cell, round, List.of(time, time), 2 * time));
    }
    return visits;
  }

  @Test
  void timesThatDoubledAreFoundAndEqualOnesAreNot() {
    List<Visit> first = new ArrayList<>(visits(M0, 1));
    first.addAll(visits(M1, 1));
    List<Visit> second = new ArrayList<>(visits(M1, 1));
    second.addAll(visits(M0, 2));

    List<SpeedChange> changes = SpeedChange.between(first, second);

    assertThat(changes).extracting(SpeedChange::cell).containsExactly(M0, M1);
    assertThat(changes.get(0).time().value()).isCloseTo(2, within(1e-12));
    assertThat(changes.get(0).isBeyondDoubt()).isTrue();
    assertThat(changes.get(1).time().value()).isEqualTo(1);
    assertThat(changes.get(1).isBeyondDoubt()).isFalse();
  }

  @Test
  void passesOfOneVisitLeaveDoubt() {
    Visit before = new Visit(M0, 0, List.of(8.0, 10.0, 12.0, 9.0, 11.0), 50);
    Visit after = new Visit(M0, 0, List.of(9.0, 12.0, 11.5, 8.0, 10.5), 51);

    SpeedChange change = SpeedChange.between(List.of(before), List.of(after)).get(0);

    assertThat(change.time().value()).isCloseTo(1.05, within(1e-12));
    assertThat(change.isBeyondDoubt()).isFalse();
  }

  @Test
  void cellsThatOneRunAloneMeasuredAreLeftOut() {
    assertThat(SpeedChange.between(visits(M0, 1), visits(M1, 1))).isEmpty();
  }

  private static List<Answer> answers(String ranks) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < ranks.length(); i++) {
      answers.add(
          ranks.charAt(i) == 'x'
              ? new Answer.Unreadable(i, "f", "s")
              : new Answer.Seen(i, i % 3, 0, ranks.charAt(i) - '0', 0.5f, 1));
    }
    return answers;
  }

  @Test
  void picturesThatOneAloneGetsRightAreCounted() {
    AccuracyChange change = AccuracyChange.between(answers("00010x21"), answers("00100030"));

    assertThat(change).isEqualTo(new AccuracyChange(7, 1, 2));
    assertThat(change.difference()).isCloseTo(1 / 7.0, within(1e-12));
  }

  /** Twice the lower tail of the binomial distribution with ½: 2·(1 + 10)/2¹⁰ and so on. */
  @Test
  void theChanceIsMcNemarsExactOne() {
    assertThat(new AccuracyChange(100, 1, 9).chance()).isCloseTo(22 / 1024.0, within(1e-12));
    assertThat(new AccuracyChange(100, 9, 1).chance()).isCloseTo(22 / 1024.0, within(1e-12));
    assertThat(new AccuracyChange(100, 0, 5).chance()).isCloseTo(2 / 32.0, within(1e-12));
    assertThat(new AccuracyChange(100, 4, 4).chance()).isEqualTo(1);
    assertThat(new AccuracyChange(100, 0, 0).chance()).isEqualTo(1);
    assertThat(new AccuracyChange(50_000, 2000, 2200).chance()).isBetween(0.001, 0.003);
  }

  @Test
  void differentPicturesAreNotCompared() {
    List<Answer> shifted =
        List.of(new Answer.Seen(0, 2, 0, 0, 1, 0), new Answer.Seen(1, 1, 0, 0, 1, 0));

    assertThatThrownBy(() -> AccuracyChange.between(answers("00"), shifted))
        .isInstanceOf(InspectorException.class)
        .hasMessageContaining("different pictures");
    assertThatThrownBy(() -> AccuracyChange.between(answers("0"), answers("x")))
        .isInstanceOf(InspectorException.class);
  }
}
