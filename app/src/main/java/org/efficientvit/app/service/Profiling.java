package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.network.Network;
import org.efficientvit.core.tensor.Shape;
import org.efficientvit.core.tensor.Tensor;
import org.efficientvit.core.trace.PassSampler;
import org.efficientvit.core.trace.PassSamples;
import org.efficientvit.core.weights.SeededWeights;

/** Measures what each operation of networks takes and what bounds it on this machine. */
public final class Profiling {

  private static final int COLOURS = 3;
  private static final long SEED = 0;

  /** Whoever follows it. */
  public interface Listener {

    /** Something that a person should know, in one sentence. */
    void say(String sentence);

    /** A share of measuring the machine's ceilings is done, 0 to 1. */
    void ceilings(double share);

    /**
     * A share of one profile is done.
     *
     * @param network its name
     * @param done how many profiles were finished before
     * @param share 0 to 1
     */
    void measuring(String network, int batch, int done, double share);

    /** Whether to end early, with what there is. */
    boolean isStopped();
  }

  /**
   * What was measured.
   *
   * @param machine as it was at the start
   * @param ceilings that all profiles are held against
   * @param networks in the order in which they were measured
   * @param isWhole whether all that was asked for was measured to the end
   */
  public record Result(
      Machine machine, Measured ceilings, List<ProfiledNetwork> networks, boolean isWhole) {

    public Result {
      requireNonNull(machine, "machine is null");
      requireNonNull(ceilings, "ceilings is null");
      networks = List.copyOf(networks);
    }

    /** The profiles alone. */
    public List<Profile> profiles() {
      return networks.stream().map(ProfiledNetwork::profile).toList();
    }
  }

  private final ProfilePlan plan;
  private final MachineCeilings ceilings;

  /**
   * Profiling by a plan.
   *
   * @param ceilings where the machine's are kept
   */
  public Profiling(ProfilePlan plan, MachineCeilings ceilings) {
    this.plan = requireNonNull(plan, "plan is null");
    this.ceilings = requireNonNull(ceilings, "ceilings is null");
  }

  /**
   * Measures; ends early, with what there is, when the listener says so.
   *
   * @throws InspectorException if it was stopped before anything was measured, or a model cannot be
   *     opened or run
   */
  public Result run(Listener listener) {
    refuseWhatCannotBeCounted();
    Machine machine = ThisMachine.with(List.of(plan.engine().engine()));
    Measured measured =
        ceilings.get(
            machine,
            plan.engine(),
            plan.ceilings(),
            listener::say,
            listener::ceilings,
            listener::isStopped);
    List<ProfiledNetwork> networks = new ArrayList<>();
    boolean isWhole = true;
    for (ModelRequest request : plan.models()) {
      Model model = request.open();
      for (int batch : plan.batches()) {
        if (isWhole) {
          isWhole = measure(model, batch, measured, networks, listener);
        }
      }
    }
    return new Result(machine, measured, networks, isWhole);
  }

  /** Before anything is measured, which takes a while. */
  private void refuseWhatCannotBeCounted() {
    for (ModelRequest request : plan.models()) {
      Network network = request.network();
      for (int batch : plan.batches()) {
        NetworkCost unused = cost(network, batch);
      }
    }
  }

  /** Adds a profile; gives whether it was measured to the end. */
  private boolean measure(
      Model model,
      int batch,
      Measured measured,
      List<ProfiledNetwork> networks,
      Listener listener) {
    if (listener.isStopped() && !networks.isEmpty()) {
      return false;
    }
    Network network = model.network();
    int done = networks.size();
    try {
      NetworkCost cost = cost(network, batch);
      PassSamples samples = samples(model, batch, done, listener);
      networks.add(
          new ProfiledNetwork(
              network.classes(),
              model.provenance().description(),
              model.provenance().isRandom(),
              Profile.of(cost, samples, measured.ceilings())));
    } catch (InspectorException e) {
      if (listener.isStopped() && !networks.isEmpty()) {
        // Stopped before its first pass: what was finished before is kept.
        return false;
      }
      throw e;
    }
    return !listener.isStopped();
  }

  private PassSamples samples(Model model, int batch, int done, Listener listener) {
    if (model.isFolded() && !plan.folded()) {
      throw new InspectorException(
          "%s came with normalisation folded, which cannot be undone; leave --unfolded away."
              .formatted(model.provenance().description()));
    }
    String name = model.network().name();
    Tensor images = images(model, batch);
    try (PassSampler sampler =
        plan.engine().sampler(model.network(), model.weights(), plan.folded())) {
      return plan.timer()
          .measure(
              sampler,
              images,
              share -> listener.measuring(name, batch, done, share),
              listener::isStopped);
    }
  }

  private NetworkCost cost(Network network, int batch) {
    try {
      return NetworkCost.of(network, batch, plan.folded());
    } catch (IllegalArgumentException e) {
      // A shape of more elements than a tensor can have.
      throw new InspectorException(
          "%d pictures of %d pixels at a time make tensors too large to count; choose a smaller --batch or --image-size."
              .formatted(batch, network.imageSize()),
          e);
    }
  }

  /** The plan's picture as often as there are in a pass, or noise: (B, 3, S, S). */
  private Tensor images(Model model, int batch) {
    int size = model.network().imageSize();
    Shape shape = Shape.of(batch, COLOURS, size, size);
    return plan.picture()
        .map(picture -> repeated(model.preprocessing().apply(picture), shape))
        .orElseGet(() -> SeededWeights.uniform("input", shape, SEED));
  }

  private static Tensor repeated(Tensor image, Shape shape) {
    float[] one = image.values();
    float[] all = new float[shape.elements()];
    for (int start = 0; start < all.length; start += one.length) {
      System.arraycopy(one, 0, all, start, one.length);
    }
    return new Tensor(shape, all);
  }
}
