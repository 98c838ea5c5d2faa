package org.efficientvit.core.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class TimedOpsTest {

  /** A clock that moves only when an operation runs. */
  private long now = 1000;

  /** Takes as long as the number of letters in the operation's name. */
  private final Ops<String> inner =
      new Ops<>() {
        @Override
        public String apply(Operation operation, List<String> inputs) {
          now += operation.name().length();
          return operation.name() + inputs;
        }

        @Override
        public Shape shape(String value) {
          return Shape.of(value.length());
        }

        @Override
        public boolean isFolded() {
          return false;
        }

        @Override
        public void tap(Tap tap, String value) {
          now += 50;
          tapped.add(value);
        }
      };

  private final List<String> tapped = new ArrayList<>();
  private final TimedOps<String> timed = new TimedOps<>(inner, () -> now);

  @Test
  void resultsAreThoseOfTheInterpreterInside() {
    assertThat(timed.apply(new Softmax("softmax"), "x")).isEqualTo("softmax[x]");
    assertThat(timed.shape("four")).isEqualTo(Shape.of(4));
    assertThat(timed.isFolded()).isFalse();
  }

  @Test
  void operationsAreTimedByNameInOrderAndTapsAreNot() {
    timed.apply(new Softmax("softmax"), "x");
    timed.tap(Tap.logits(), "seen");
    timed.apply(new Add("sum"), "x", "y");

    assertThat(timed.times())
        .containsExactly(
            new OperationTime("softmax", OperationKind.SOFTMAX, 7),
            new OperationTime("sum", OperationKind.ADDITION, 3));
    assertThat(tapped).containsExactly("seen");
  }

  /** The shape of a value here is its length, so that "x" stands for one picture. */
  @Test
  void whatSortOfWorkItIsMayDependOnTheInputs() {
    timed.apply(new SplitHeads("one", 2), "x");
    timed.apply(new SplitHeads("two", 2), "xy");

    assertThat(timed.times())
        .extracting(OperationTime::kind)
        .containsExactly(OperationKind.VIEW, OperationKind.COPY);
  }

  @Test
  void theStepsOfALayerThatIsNotFoldedAreTimedOneByOneInsideAScopeToo() {
    String result = timed.scope("x", x -> timed.apply(ConvNorm.pointwise("conv", 2, 2), x));

    assertThat(result).isEqualTo("conv.bn[conv[x]]");
    assertThat(timed.times()).extracting(OperationTime::name).containsExactly("conv", "conv.bn");
  }
}
