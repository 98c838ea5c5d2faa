package org.efficientvit.app.service;

import java.util.List;
import org.efficientvit.core.image.Crop;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.model.Model;
import org.efficientvit.core.trace.Trace;

/**
 * One picture through one model: everything that a view or a figure needs.
 *
 * @param picture as a person sees it
 * @param crop what the network saw of it
 * @param trace what the network said
 */
public record Inspection(Model model, Picture picture, Crop crop, Trace trace) {

  /** The likeliest classes, likeliest first. */
  public List<Prediction> top(int count) {
    return Prediction.top(model, trace, count);
  }
}
