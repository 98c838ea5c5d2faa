package org.efficientvit.app.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.service.EngineOptions.Engine;
import org.efficientvit.core.machine.Machine;
import org.efficientvit.core.machine.MachineReader;

/** The machine that this runs on. */
public final class ThisMachine {

  private ThisMachine() {}

  /** As it is now, with this program's version and those of some engines. */
  public static Machine with(List<Engine> engines) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("inspector", ProgramVersion.number());
    engines.forEach(engine -> versions.put(engine.toString(), engine.version()));
    return MachineReader.read(versions);
  }
}
