package org.efficientvit.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.network.Variant;
import org.junit.jupiter.api.Test;

/**
 * The profiles that the documentation shows, as {@code profile --save} kept them.
 *
 * <p>Their times and ceilings are those of one machine and do not change; what the operations cost
 * is counted anew. So this fails where counts of bytes or of arithmetic become wrong in a way that
 * would have had that machine go faster than it can.
 */
class MeasuredProfilesTest {

  private static final Path FOLDER = Path.of("..", "docs", "measured");
  private static final Path FILE = FOLDER.resolve("profile.json");
  private static final double TOLERANCE = 0.1;

  private static List<Profile> profiles() {
    return ProfileFile.read(FILE).profiles();
  }

  @Test
  void theyAreOfEverySizeAndOfTheStandardTransformerForOnePictureAndForSixteen() {
    List<String> networks =
        new ArrayList<>(Arrays.stream(Variant.values()).map(Variant::id).toList());
    networks.add("deit-tiny");

    assertThat(profiles())
        .extracting(one -> one.cost().network() + " " + one.cost().batch())
        .containsExactlyElementsOf(
            networks.stream()
                .flatMap(name -> List.of(name + " 1", name + " 16").stream())
                .toList());
    assertThat(profiles()).extracting(Profile::engine).containsOnly("pytorch");
  }

  @Test
  void noOperationIsFasterThanItsLimitByMoreThanATenth() {
    assertThat(
            profiles().stream()
                .flatMap(
                    profile ->
                        profile.fasterThanPossible(TOLERANCE).stream()
                            .map(one -> name(profile) + ": " + one.name())))
        .isEmpty();
  }

  @Test
  void theOperationsOfSixteenPicturesAndLayingThoseOutMakeThePassToATenth() {
    assertThat(
            profiles().stream()
                .filter(profile -> profile.cost().batch() == 16)
                .filter(profile -> Math.abs(profile.accounted() - 1) > TOLERANCE)
                .map(profile -> name(profile) + ": " + profile.accounted()))
        .isEmpty();
  }

  @Test
  void timingEachOperationSurelyDisturbsNoPassByMoreThanATwentieth() {
    assertThat(
            profiles().stream()
                .filter(profile -> profile.disturbance().low() > 1.05)
                .map(profile -> name(profile) + ": " + profile.disturbance()))
        .isEmpty();
  }

  private static String name(Profile profile) {
    return profile.cost().network() + ", batch " + profile.cost().batch();
  }

  @Test
  void theTableOfTheDocumentationIsOfTheseMeasurements() throws IOException {
    String table = CommandLineRunner.run("profile", "--read", FILE, "--format", "markdown").out();

    assertThat(Files.readString(FOLDER.resolve("profile.md")))
        .as("profile.md is made by: inspector profile --read profile.json --format markdown")
        .contains(table);
  }
}
