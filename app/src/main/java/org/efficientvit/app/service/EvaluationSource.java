package org.efficientvit.app.service;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.core.data.LabelledPictures;

/**
 * Pictures that are evaluated.
 *
 * @param description what they are, as the answer tells it and as it makes two runs the same
 * @param remarks what a person should know about how they were found
 * @param release what frees their source
 */
public record EvaluationSource(
    LabelledPictures pictures,
    Map<String, Object> description,
    List<String> remarks,
    Runnable release)
    implements AutoCloseable {

  public EvaluationSource {
    requireNonNull(pictures, "pictures is null");
    description = Collections.unmodifiableMap(new LinkedHashMap<>(description));
    remarks = List.copyOf(remarks);
    requireNonNull(release, "release is null");
  }

  @Override
  public void close() {
    release.run();
  }
}
