package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import org.efficientvit.core.cost.Profile;

/**
 * A profile and what the network ran on.
 *
 * @param classes L, how many it tells apart
 * @param weights where they come from, in a person's words
 * @param isRandom whether nobody trained them
 */
public record ProfiledNetwork(int classes, String weights, boolean isRandom, Profile profile) {

  public ProfiledNetwork {
    requireNonNull(weights, "weights is null");
    requireNonNull(profile, "profile is null");
  }
}
