package org.efficientvit.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.data.LabelledPicture;
import org.efficientvit.core.data.LabelledPictures;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.evaluate.Evaluation;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.network.Variant;
import org.efficientvit.core.runs.Run;
import org.efficientvit.core.runs.RunStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationRunTest {

  private static final int SIDE = 64;
  private static final int SIZE = 22;
  private static final int BATCH = 4;
  private static final Machine MACHINE = machine("one");

  private static Inspector inspector;

  @TempDir private Path folder;
  private RunStore store;

  /** Noise, of which the fourth cannot be read; remembers which were asked for. */
  private static final class Noise implements LabelledPictures {

    private final Set<Integer> read = new ConcurrentSkipListSet<>();

    @Override
    public List<String> labels() {
      return inspector.model().labels();
    }

    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public LabelledPicture get(int epoch, int index) {
      read.add(index);
      if (index == 3) {
        throw new InspectorException("picture 3 is damaged.");
      }
      byte[] rgb = new byte[3 * SIDE * SIDE];
      new Random(index).nextBytes(rgb);
      return new LabelledPicture(new Picture("noise", SIDE, SIDE, rgb), 7 * index);
    }
  }

  /** Stops after so many pictures of this run, or never. */
  private static final class Patience implements EvaluationListener {

    private final int most;
    private final List<Integer> told = new ArrayList<>();
    private int first;

    Patience(int most) {
      this.most = most;
    }

    @Override
    public void begins(int answered, int size) {
      first = answered;
      told.add(answered);
    }

    @Override
    public void reached(int answered) {
      told.add(answered);
    }

    @Override
    public boolean isStopped() {
      return told.get(told.size() - 1) - first >= most;
    }
  }

  /** Keeps answers, but dies before the run is closed. */
  private record Unfinished(AnswerKeeper keeper) implements AnswerKeeper {

    @Override
    public List<Answer> begin(String plan) {
      return keeper.begin(plan);
    }

    @Override
    public void keep(List<Answer> answers) {
      keeper.keep(answers);
    }

    @Override
    public void finish(String summary) {
      // The program was killed here.
    }

    @Override
    public OptionalLong run() {
      return keeper.run();
    }

    @Override
    public void close() {
      keeper.close();
    }
  }

  @BeforeAll
  static void open() {
    inspector =
        Inspector.open(
            new ModelRequest(
                Optional.of(Designs.of(Variant.M0)),
                new WeightsChoice.Random(1),
                OptionalInt.of(SIDE),
                Optional.empty()),
            EngineOptions.standard());
  }

  @AfterAll
  static void close() {
    inspector.close();
  }

  @BeforeEach
  void openStore() {
    store = RunStore.open(folder.resolve("runs.db"));
  }

  @Test
  void aStoppedRunGoesOnToWhatOneRunWouldHaveSaid() {
    EvaluationRun whole =
        run(new Noise(), new Patience(SIZE), new StoredAnswers(store, MACHINE, true));
    Patience impatient = new Patience(8);
    EvaluationRun first = run(new Noise(), impatient, new StoredAnswers(store, MACHINE, true));
    Noise rest = new Noise();
    Patience patient = new Patience(SIZE);

    EvaluationRun second = run(rest, patient, new StoredAnswers(store, MACHINE, false));

    assertThat(first.isWhole()).isFalse();
    assertThat(impatient.told).containsExactly(0, 4, 8);
    assertThat(second.isWhole()).isTrue();
    assertThat(second.resumed()).isEqualTo(8);
    assertThat(second.run()).isEqualTo(first.run());
    assertThat(rest.read).hasSize(SIZE - 8).allMatch(index -> index >= 8);
    assertThat(patient.told).containsExactly(8, 12, 16, 20, 22);
    assertSame(second.evaluation(), whole.evaluation());
    assertThat(second.evaluation().failed()).hasSize(1);
  }

  @Test
  void aFinishedRunIsNotGoneOnWith() {
    EvaluationRun first = run(new Noise(), new Patience(SIZE), stored(false));
    EvaluationRun second = run(new Noise(), new Patience(SIZE), stored(false));

    assertThat(second.resumed()).isZero();
    assertThat(second.run()).isNotEqualTo(first.run());
    Run kept = store.find(first.run().orElseThrow()).orElseThrow();
    assertThat(kept.finished()).isPresent();
    assertThat(kept.summary().orElseThrow())
        .startsWith("{\"images\":21,\"top1\":")
        .contains("\"ece\":", "\"failed\":1,");
    assertThat(store.answers(kept)).hasSize(SIZE);
  }

  @Test
  void aFreshRunBeginsAnew() {
    EvaluationRun first = run(new Noise(), new Patience(8), stored(false));
    EvaluationRun second = run(new Noise(), new Patience(SIZE), stored(true));

    assertThat(second.resumed()).isZero();
    assertThat(second.run()).isNotEqualTo(first.run());
  }

  @Test
  void answersAreKeptWhenARunDies() {
    Noise pictures = new Noise();
    Patience listener = new Patience(SIZE);
    EvaluationListener deadly =
        new EvaluationListener() {
          @Override
          public void begins(int answered, int size) {
            listener.begins(answered, size);
          }

          @Override
          public void reached(int answered) {
            if (answered == 12) {
              throw new IllegalStateException("killed");
            }
          }

          @Override
          public boolean isStopped() {
            return false;
          }
        };

    assertThatThrownBy(() -> run(pictures, deadly, stored(false)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(run(new Noise(), new Patience(SIZE), stored(false)).resumed()).isEqualTo(12);
  }

  @Test
  void aRunThatWasStoppedBeforeItsFirstAnswerLeavesNothing() {
    EvaluationRun none = run(new Noise(), new Patience(0), stored(false));

    assertThat(none.run()).isEmpty();
    assertThat(none.imagesPerSecond()).isEmpty();
    assertThat(store.runs()).isEmpty();
  }

  @Test
  void whereNothingIsLeftToDoARunIsFinishedAtOnce() {
    EvaluationRun first = run(new Noise(), new Patience(SIZE), new Unfinished(stored(false)));
    Noise unread = new Noise();

    EvaluationRun second = run(unread, new Patience(SIZE), stored(false));

    assertThat(unread.read).isEmpty();
    assertThat(second.isWhole()).isTrue();
    assertThat(second.run()).isEqualTo(first.run());
    assertThat(second.imagesPerSecond()).isEmpty();
    assertSame(second.evaluation(), first.evaluation());
    assertThat(store.find(second.run().orElseThrow()).orElseThrow().finished()).isPresent();
  }

  @Test
  void anotherMachineOrAnotherPlanBeginsAnew() {
    EvaluationRun first = run(new Noise(), new Patience(8), stored(false));

    EvaluationRun elsewhere =
        run(new Noise(), new Patience(8), new StoredAnswers(store, machine("other"), false));
    EvaluationRun others =
        EvaluationRun.of(
            inspector,
            new Noise(),
            EvaluationPlan.of(inspector, Map.of("kind", "others")),
            BATCH,
            stored(false),
            new Patience(8));

    assertThat(elsewhere.resumed()).isZero();
    assertThat(others.resumed()).isZero();
    assertThat(List.of(first.run(), elsewhere.run(), others.run())).doesNotHaveDuplicates();
  }

  @Test
  void theBatchIsNoPartOfThePlan() {
    EvaluationRun first = run(new Noise(), new Patience(8), stored(false));
    EvaluationRun second =
        EvaluationRun.of(inspector, new Noise(), plan(), 16, stored(false), new Patience(SIZE));

    assertThat(second.resumed()).isEqualTo(8);
    assertThat(second.run()).isEqualTo(first.run());
  }

  @Test
  void withoutAStoreNothingIsKept() {
    EvaluationRun first = run(new Noise(), new Patience(8), AnswerKeeper.none());

    assertThat(first.run()).isEmpty();
    assertThat(run(new Noise(), new Patience(8), AnswerKeeper.none()).resumed()).isZero();
  }

  @Test
  void thePlanNamesTheWeightsByWhatTheyAre() {
    String json = plan().json();

    assertThat(json)
        .startsWith("{\"network\":\"m0\",\"classes\":1000,\"weights\":\"")
        .contains(
            "\"origin\":\"RANDOM\"",
            "\"engine\":\"pytorch cpu\"",
            "\"shorterSide\":73",
            "{\"kind\":\"noise\"}");
    assertThat(plan().json()).isEqualTo(json);
  }

  @Test
  void picturesOfOtherClassesAreRefusedBeforeARunBegins() {
    LabelledPictures others =
        new LabelledPictures() {
          @Override
          public List<String> labels() {
            return List.of("ant");
          }

          @Override
          public int size() {
            return 1;
          }

          @Override
          public LabelledPicture get(int epoch, int index) {
            throw new IllegalStateException("asked");
          }
        };

    assertThatThrownBy(() -> run(others, new Patience(1), stored(false)))
        .isInstanceOf(InspectorException.class)
        .hasMessageStartingWith("The pictures are of 1 classes (ant)");
    assertThat(store.runs()).isEmpty();
  }

  private StoredAnswers stored(boolean fresh) {
    return new StoredAnswers(store, MACHINE, fresh);
  }

  private static EvaluationPlan plan() {
    return EvaluationPlan.of(inspector, Map.of("kind", "noise"));
  }

  /** What a program does that ends afterwards, and lets go of its run. */
  private EvaluationRun run(
      LabelledPictures pictures, EvaluationListener listener, AnswerKeeper keeper) {
    try {
      return EvaluationRun.of(inspector, pictures, plan(), BATCH, keeper, listener);
    } finally {
      store.runs().forEach(store::release);
    }
  }

  private static void assertSame(Evaluation one, Evaluation other) {
    assertThat(one.summedLoss()).isEqualTo(other.summedLoss());
    assertThat(one.calibration()).isEqualTo(other.calibration());
    assertThat(one.perClass()).isEqualTo(other.perClass());
    assertThat(one.confusion().mistakes()).isEqualTo(other.confusion().mistakes());
    assertThat(one.failed()).isEqualTo(other.failed());
  }

  private static Machine machine(String processor) {
    return new Machine(
        processor,
        1,
        1,
        OptionalDouble.empty(),
        1,
        "none",
        Map.of("java", "17"),
        OptionalDouble.empty());
  }
}
