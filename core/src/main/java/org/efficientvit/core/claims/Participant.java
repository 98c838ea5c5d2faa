package org.efficientvit.core.claims;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.efficientvit.core.published.PublishedFigures;
import org.efficientvit.core.published.PublishedModel;
import org.efficientvit.core.published.PublishedNetwork;

/**
 * A network that something is claimed of.
 *
 * @param name in print: {@code mobilenet_v2_1.0}
 * @param displayName as a person calls it: {@code MobileNetV2 1.0}
 * @param network the same in this program; empty where it is not here
 */
public record Participant(String name, String displayName, Optional<PublishedNetwork> network) {

  public Participant {
    requireNonNull(name, "name is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(network, "network is null");
  }

  static Participant of(String name, PublishedFigures published) {
    return new Participant(
        name,
        published.model(name).map(PublishedModel::displayName).orElse(name),
        published.networkOf(name));
  }
}
