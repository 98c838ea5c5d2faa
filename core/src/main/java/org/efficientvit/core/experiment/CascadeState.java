package org.efficientvit.core.experiment;

/** In which state a network of the experiment is measured. */
public enum CascadeState {
  /** With the weights that its training begins with. */
  UNTRAINED("untrained"),
  /** After its training. */
  TRAINED("trained"),
  /** Trained with the cascade, of which then every edge is cut; nothing is trained again. */
  CUT("cut");

  private final String id;

  CascadeState(String id) {
    this.id = id;
  }

  /** The word in files and reports. */
  public String id() {
    return id;
  }
}
