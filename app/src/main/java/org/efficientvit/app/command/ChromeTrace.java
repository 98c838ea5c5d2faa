package org.efficientvit.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.core.cost.OperationCost;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.cost.ProfiledOperation;
import org.efficientvit.core.cost.Stages;

/**
 * Profiles in Chrome's trace event format, which Perfetto opens: for each network a process, in it
 * the median times of the operations laid end to end, and the stages above them.
 *
 * @param traceEvents times in microseconds
 * @param displayTimeUnit in which viewers show them
 */
record ChromeTrace(List<Event> traceEvents, String displayTimeUnit) {

  private static final int STAGES = 1;
  private static final int OPERATIONS = 2;
  private static final double MICROSECOND = 1e3;

  /**
   * One event.
   *
   * @param cat category, an operation's kind
   * @param ph phase: X for something that lasts, M for a name
   * @param ts start in microseconds
   * @param dur length in microseconds
   * @param pid the network
   * @param tid the row in it
   */
  record Event(
      String name,
      String cat,
      String ph,
      double ts,
      double dur,
      int pid,
      int tid,
      Map<String, Object> args) {}

  static ChromeTrace of(List<ProfiledNetwork> networks) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      new Layout(i + 1, events).add(networks.get(i));
    }
    return new ChromeTrace(List.copyOf(events), "ns");
  }

  /** Lays one network out. */
  private static final class Layout {

    private final int process;
    private final List<Event> events;

    /** In whole nanoseconds, so that what follows never begins before what was ends. */
    private long now;

    Layout(int process, List<Event> events) {
      this.process = process;
      this.events = events;
    }

    void add(ProfiledNetwork network) {
      Profile profile = network.profile();
      named("process_name", 0, title(profile));
      named("thread_name", STAGES, "stages");
      named("thread_name", OPERATIONS, "operations, median times end to end");
      if (profile.reading().value() > 0) {
        lasting("pictures are laid out", "reading", profile.reading().value(), Map.of());
      }
      String stage = "";
      long start = now;
      for (ProfiledOperation one : profile.operations()) {
        String its = Stages.of(one.name());
        if (!its.equals(stage)) {
          stage(stage, start);
          stage = its;
          start = now;
        }
        lasting(one.name(), one.cost().kind().id(), one.nanoseconds().value(), facts(one));
      }
      stage(stage, start);
    }

    private void lasting(String name, String kind, double nanoseconds, Map<String, Object> facts) {
      long length = Math.round(nanoseconds);
      events.add(
          new Event(
              name,
              kind,
              "X",
              now / MICROSECOND,
              length / MICROSECOND,
              process,
              OPERATIONS,
              facts));
      now += length;
    }

    private void stage(String name, long start) {
      if (now > start && !name.isEmpty()) {
        double length = (now - start) / MICROSECOND;
        events.add(
            new Event(name, "stage", "X", start / MICROSECOND, length, process, STAGES, Map.of()));
      }
    }

    private void named(String what, int row, String name) {
      events.add(new Event(what, "__metadata", "M", 0, 0, process, row, Map.of("name", name)));
    }
  }

  private static String title(Profile profile) {
    return "%s, batch %d, %s, %s"
        .formatted(
            profile.cost().network(),
            profile.cost().batch(),
            profile.engine(),
            profile.threads() == 1 ? "1 thread" : profile.threads() + " threads");
  }

  private static Map<String, Object> facts(ProfiledOperation one) {
    OperationCost cost = one.cost();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("macs", cost.macs());
    facts.put("arithmetic", cost.arithmetic());
    facts.put("bytes", cost.bytes());
    facts.put("weightBytes", cost.weightBytes());
    facts.put("output", cost.output().toString());
    facts.put("intensity", cost.intensity());
    facts.put("bound", one.bound().id());
    facts.put("limitMicroseconds", one.limit().nanoseconds() / MICROSECOND);
    facts.put("efficiency", one.efficiency());
    if (one.isMerged()) {
      facts.put("members", one.members());
    }
    return facts;
  }
}
