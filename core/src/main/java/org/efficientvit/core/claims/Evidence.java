package org.efficientvit.core.claims;

import java.util.Optional;
import org.efficientvit.core.compare.Comparison.Setting;

/** What was measured on this machine; networks are named as on the command line. */
public interface Evidence {

  /** Images/s of one network for each one of another, measured in turn in a setting. */
  Optional<Finding> speed(String subject, String rival, Setting setting);

  /** Top-1 on ImageNet of one network less that of another, in points. */
  Optional<Finding> accuracy(String subject, String rival);

  /**
   * Which part of a network's time operations take that the paper calls memory-bound, in per cent.
   */
  Optional<Finding> memoryShare(String network);
}
