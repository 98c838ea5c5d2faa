package org.efficientvit.app.command;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.efficientvit.app.command.ProfileReport.Spread;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.cost.CeilingStore.Measured;
import org.efficientvit.core.cost.EngineCosts;
import org.efficientvit.core.cost.NetworkCost;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.core.ops.OperationKind;
import org.efficientvit.core.trace.OperationSamples.Traffic;
import org.efficientvit.core.weights.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * Profiles in a file: what was measured, by the names that {@code profile --json} has for it, so
 * that its answer can be read as well.
 *
 * <p>What an operation costs is counted anew when a file is read: times and ceilings are the
 * file's, counts and bounds this program's.
 */
final class ProfileFile {

  private static final Gson GSON = new Gson();
  private static final String PROFILES = "profiles";

  private ProfileFile() {}

  /** All that is kept. */
  private record Whole(
      @Nullable MachineReport machine,
      @Nullable CeilingsReport ceilings,
      @Nullable List<Network> profiles) {}

  private record Network(
      String model,
      int imageSize,
      int classes,
      int batch,
      boolean folded,
      String weights,
      boolean random,
      int passes,
      Times milliseconds,
      Spread disturbance,
      List<Operation> operations) {}

  private record Times(Spread pass, Spread reading, Spread operations) {}

  /**
   * An operation; what follows its times is there only if the engine does not run it as written.
   */
  private record Operation(
      String name,
      double microseconds,
      double microsecondsLow,
      double microsecondsHigh,
      @Nullable List<String> members,
      @Nullable String kind,
      @Nullable Long bytesRead,
      @Nullable Long weightBytes,
      @Nullable Long bytesWritten) {}

  /** Whether each of the engine's operations is one of the network as it is. */
  static boolean runsAsWritten(Profile profile) {
    return profile.operations().stream()
        .map(ProfiledOperation::cost)
        .toList()
        .equals(profile.cost().operations());
  }

  /**
   * Writes what was measured.
   *
   * @throws InspectorException if the file cannot be written
   */
  static void write(Path file, Profiling.Result result) {
    Whole whole =
        new Whole(
            MachineReport.of(result.machine()),
            CeilingsReport.of(result.ceilings()),
            result.networks().stream().map(ProfileFile::kept).toList());
    WholeFile.write(
        file, WholeFile.Content.of((Json.line(whole) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static Network kept(ProfiledNetwork network) {
    Profile profile = network.profile();
    NetworkCost cost = profile.cost();
    boolean asWritten = runsAsWritten(profile);
    return new Network(
        cost.network(),
        cost.imageSize(),
        network.classes(),
        cost.batch(),
        cost.folded(),
        network.weights(),
        network.isRandom(),
        profile.passes(),
        new Times(
            Spread.of(profile.pass(), ProfileReport.MILLISECOND),
            Spread.of(profile.reading(), ProfileReport.MILLISECOND),
            Spread.of(profile.together(), ProfileReport.MILLISECOND)),
        Spread.of(profile.disturbance(), 1),
        profile.operations().stream().map(one -> kept(one, asWritten)).toList());
  }

  private static Operation kept(ProfiledOperation one, boolean asWritten) {
    Spread time = Spread.of(one.nanoseconds(), ProfileReport.MICROSECOND);
    OperationCost cost = one.cost();
    return asWritten
        ? new Operation(
            one.name(), time.median(), time.low(), time.high(), null, null, null, null, null)
        : new Operation(
            one.name(),
            time.median(),
            time.low(),
            time.high(),
            one.members(),
            cost.kind().id(),
            cost.bytesRead(),
            cost.weightBytes(),
            cost.bytesWritten());
  }

  /**
   * Reads what was measured.
   *
   * @throws InspectorException in one sentence, if it cannot be read, is no profile, or is of
   *     networks that this program does not know or counts otherwise
   */
  static Profiling.Result read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new InspectorException(
          "The file %s cannot be read; check that it is there and is text.".formatted(file), e);
    }
    try {
      return result(file, parsed(text));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | DateTimeException e) {
      // Gson leaves out what is not there, and records refuse what makes no sense.
      throw new InspectorException(
          "%s is no profile that this program can read; make one with 'inspector profile --save FILE'."
              .formatted(file),
          e);
    }
  }

  private static Whole parsed(String text) {
    JsonObject object = JsonParser.parseString(text).getAsJsonObject();
    Whole whole = requireNonNull(GSON.fromJson(object, Whole.class), "nothing");
    return object.has(PROFILES)
        ? whole
        : new Whole(whole.machine, whole.ceilings, List.of(GSON.fromJson(object, Network.class)));
  }

  private static Profiling.Result result(Path file, Whole whole) {
    Measured ceilings = requireNonNull(whole.ceilings, "no ceilings").ceilings();
    List<ProfiledNetwork> networks =
        requireNonNull(whole.profiles, PROFILES).stream()
            .map(network -> profiled(file, network, ceilings))
            .toList();
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("no profiles");
    }
    return new Profiling.Result(
        requireNonNull(whole.machine, "no machine").machine(), ceilings, networks, true);
  }

  private static ProfiledNetwork profiled(Path file, Network network, Measured ceilings) {
    String model = requireNonNull(network.model, "no model");
    Design design =
        Designs.find(model)
            .orElseThrow(
                () ->
                    new InspectorException(
                        "%s has a profile of %s, which is none of the networks that this program knows by name: %s."
                            .formatted(file, model, Designs.names())));
    NetworkCost cost =
        NetworkCost.of(
            design.network(network.imageSize, network.classes), network.batch, network.folded);
    EngineCosts costs = new EngineCosts(cost);
    List<ProfiledOperation> operations =
        network.operations.stream().map(one -> profiled(one, costs, ceilings)).toList();
    if (network.operations.stream().allMatch(one -> one.members == null)
        && operations.size() != cost.operations().size()) {
      throw new InspectorException(
          "%s was made by a version of this program in which %s has %d operations, not %d; measure it again."
              .formatted(file, model, operations.size(), cost.operations().size()));
    }
    return new ProfiledNetwork(
        network.classes,
        network.weights,
        network.random,
        new Profile(
            cost,
            ceilings.ceilings().engine(),
            ceilings.ceilings(),
            network.passes,
            operations,
            network.milliseconds.pass.times(ProfileReport.MILLISECOND),
            network.milliseconds.reading.times(ProfileReport.MILLISECOND),
            network.milliseconds.operations.times(ProfileReport.MILLISECOND),
            network.disturbance.times(1)));
  }

  private static ProfiledOperation profiled(Operation one, EngineCosts costs, Measured ceilings) {
    Optional<Traffic> traffic =
        one.members == null
            ? Optional.empty()
            : Optional.of(
                new Traffic(
                    OperationKind.of(requireNonNull(one.kind, "no kind")),
                    requireNonNull(one.bytesRead, "no bytes"),
                    requireNonNull(one.weightBytes, "no bytes"),
                    requireNonNull(one.bytesWritten, "no bytes")));
    List<String> members = one.members == null ? List.of(one.name) : one.members;
    OperationCost cost = costs.of(one.name, members, traffic);
    return new ProfiledOperation(
        members,
        cost,
        new Spread(one.microseconds, one.microsecondsLow, one.microsecondsHigh)
            .times(ProfileReport.MICROSECOND),
        ceilings.ceilings().limit(cost));
  }
}
