package org.efficientvit.core.compare;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.published.PublishedModel;

/**
 * All that is known of one model.
 *
 * @param design the network
 * @param parameters learned numbers as trained
 * @param macs multiply-accumulates of one picture
 * @param weightBytes of the weights with normalisation folded, in 32 bits
 * @param stepBytes that the largest operation reads and writes beside its weights, at the batch of
 *     the comparison: with the weights, the least memory that a pass needs
 * @param speed as measured here; empty where nobody measured it
 * @param accuracy on ImageNet; empty where nobody knows it
 * @param published what others printed
 * @param timm how often timm's weights are right; empty where nobody knows it
 */
public record ModelFigures(
    Design design,
    long parameters,
    long macs,
    long weightBytes,
    long stepBytes,
    Optional<Speed> speed,
    Optional<Accuracy> accuracy,
    PublishedModel published,
    Optional<Accuracy> timm) {

  private static final double GIGA = 1e9;

  public ModelFigures {
    requireNonNull(design, "design is null");
    requireNonNull(speed, "speed is null");
    requireNonNull(accuracy, "accuracy is null");
    requireNonNull(published, "published is null");
    requireNonNull(timm, "timm is null");
  }

  static ModelFigures of(
      Design design,
      NetworkCost cost,
      Optional<Speed> speed,
      Optional<Accuracy> accuracy,
      PublishedModel published,
      Optional<Accuracy> timm) {
    return new ModelFigures(
        design,
        cost.parameters(),
        cost.macs() / cost.batch(),
        Float.BYTES * cost.parametersFolded(),
        cost.operations().stream().mapToLong(ModelFigures::step).max().orElseThrow(),
        speed,
        accuracy,
        published,
        timm);
  }

  /** As the command line has it: {@code m0}. */
  public String name() {
    return design.id();
  }

  private static long step(OperationCost operation) {
    return operation.bytesRead() - operation.weightBytes() + operation.bytesWritten();
  }

  /** Weights and the largest operation's inputs and output, in bytes. */
  public long memory() {
    return weightBytes + stepBytes;
  }

  /** Images/s as measured here. */
  public OptionalDouble imagesPerSecond() {
    return speed.isPresent()
        ? OptionalDouble.of(speed.get().result().imagesPerSecond().value())
        : OptionalDouble.empty();
  }

  /** Images/s over the billions of multiply-accumulates that one picture needs. */
  public OptionalDouble imagesPerSecondPerGigaMac() {
    OptionalDouble images = imagesPerSecond();
    return images.isPresent()
        ? OptionalDouble.of(images.getAsDouble() / (macs / GIGA))
        : OptionalDouble.empty();
  }
}
