package org.efficientvit.core.survey;

import org.efficientvit.core.attention.HeadMeasures;

/** The measures of a head on each picture. */
final class HeadNumbers {

  private final Numbers entropy = new Numbers();
  private final Numbers distance = new Numbers();
  private final Numbers selfShare = new Numbers();
  private final Numbers borderShare = new Numbers();
  private final Numbers paddingShare = new Numbers();

  void add(HeadMeasures measures) {
    entropy.add(measures.entropy());
    distance.add(measures.distance());
    selfShare.add(measures.selfShare());
    borderShare.add(measures.borderShare());
    paddingShare.add(measures.paddingShare());
  }

  HeadFigures figures() {
    return new HeadFigures(
        entropy.mean(), distance.mean(), selfShare.mean(), borderShare.mean(), paddingShare.mean());
  }
}
