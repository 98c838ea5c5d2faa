package org.efficientvit.app.command;

import org.efficientvit.app.service.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down, and the Java that runs it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "EfficientViT Inspector " + ProgramVersion.number(),
      "Java " + System.getProperty("java.version")
    };
  }
}
