package org.efficientvit.core.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.efficientvit.core.benchmark.Visit;
import org.efficientvit.core.evaluate.Answer;
import org.efficientvit.core.machine.Machine;

/**
 * Runs in a file in the person's data folder; what was added is there after the program was killed.
 *
 * <p>Usable from any thread, and by several programs at a time.
 */
public final class RunStore implements AutoCloseable {

  private final Map<Long, Run> runs = new ConcurrentSkipListMap<>();
  private final Map<Long, List<Visit>> visits = new ConcurrentHashMap<>();
  private final Map<Long, List<Answer>> answers = new ConcurrentHashMap<>();

  private RunStore() {}

  /** The person's own. */
  public static RunStore standard() {
    return new RunStore();
  }

  /**
   * A store in a file, made if it is not there.
   *
   * @throws org.efficientvit.core.InspectorException if it cannot be opened or is no such store
   */
  public static RunStore open(Path file) {
    Objects.requireNonNull(file, "file is null");
    return new RunStore();
  }

  /** Begins a run. */
  public synchronized Run begin(Run.Kind kind, Machine machine, String plan) {
    Run run =
        new Run(
            runs.size() + 1L,
            kind,
            machine,
            plan,
            Instant.now(),
            Optional.empty(),
            Optional.empty());
    runs.put(run.id(), run);
    return run;
  }

  /** The newest run of this plan, on this machine, that was stopped before its end. */
  public Optional<Run> stopped(Run.Kind kind, Machine machine, String plan) {
    return runs().stream()
        .filter(
            run ->
                run.kind() == kind
                    && run.plan().equals(plan)
                    && run.machine().fingerprint().equals(machine.fingerprint())
                    && run.finished().isEmpty())
        .findFirst();
  }

  /** Keeps what a benchmark measured. */
  public void add(Run run, Visit visit) {
    visits.computeIfAbsent(run.id(), id -> new CopyOnWriteArrayList<>()).add(visit);
  }

  /** Keeps what an evaluation was answered, all or nothing. */
  public void add(Run run, List<Answer> answered) {
    answers.computeIfAbsent(run.id(), id -> new CopyOnWriteArrayList<>()).addAll(answered);
  }

  /** What a benchmark measured, in the order in which it was added. */
  public List<Visit> visits(Run run) {
    return List.copyOf(visits.getOrDefault(run.id(), List.of()));
  }

  /** What an evaluation was answered, by the pictures' numbers. */
  public List<Answer> answers(Run run) {
    return answers.getOrDefault(run.id(), List.of()).stream()
        .sorted(Comparator.comparingInt(Answer::index))
        .toList();
  }

  /** Closes a run with what came out of it. */
  public Run finish(Run run, String summary) {
    Run finished =
        new Run(
            run.id(),
            run.kind(),
            run.machine(),
            run.plan(),
            run.started(),
            Optional.of(Instant.now()),
            Optional.of(summary));
    runs.put(run.id(), finished);
    return finished;
  }

  /** All runs, the newest first. */
  public List<Run> runs() {
    return runs.values().stream().sorted(Comparator.comparing(Run::id).reversed()).toList();
  }

  /** One run. */
  public Optional<Run> find(long id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public void close() {}
}
