package org.efficientvit.app.service;

import java.nio.file.Path;

/** Which weights a person asks for. */
public sealed interface WeightsChoice {

  /** Those of a file. */
  record InFile(Path file) implements WeightsChoice {}

  /** Those that come with the program for the network, trained on rendered objects. */
  record Demonstration() implements WeightsChoice {}

  /** Those that follow from a seed. */
  record Random(long seed) implements WeightsChoice {}
}
