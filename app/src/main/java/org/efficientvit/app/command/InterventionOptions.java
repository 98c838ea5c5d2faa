package org.efficientvit.app.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.network.Intervention;
import org.efficientvit.core.network.Intervention.Kind;
import org.efficientvit.core.network.Interventions;
import org.efficientvit.core.network.Network;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is changed in a pass. */
final class InterventionOptions {

  /** Reads {@code blocks2.3:1}. */
  abstract static class Place implements ITypeConverter<Intervention> {

    private final Kind kind;

    Place(Kind kind) {
      this.kind = kind;
    }

    @Override
    public Intervention convert(String value) {
      try {
        return Intervention.parse(kind, value);
      } catch (InspectorException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** An edge that is cut. */
  static final class Cut extends Place {

    Cut() {
      super(Kind.CUT);
    }
  }

  /** A head that is silenced. */
  static final class Silence extends Place {

    Silence() {
      super(Kind.SILENCE);
    }
  }

  /** A head whose map is made uniform. */
  static final class Uniform extends Place {

    Uniform() {
      super(Kind.UNIFORM);
    }
  }

  @Option(
      names = "--cut",
      split = ",",
      paramLabel = "BLOCK:HEAD",
      converter = Cut.class,
      description = {
        "Cut the edge of the cascade into a head, which then reads its own split alone; heads are"
            + " counted from 0, such as blocks2.3:1. May be given several times."
      },
      order = 1)
  private List<Intervention> cut = List.of();

  @Option(names = "--cut-all", description = "Cut every edge of the cascade.", order = 1)
  private boolean cutAll;

  @Option(
      names = "--silence",
      split = ",",
      paramLabel = "BLOCK:HEAD",
      converter = Silence.class,
      description = "Make what a head gives zero.",
      order = 1)
  private List<Intervention> silence = List.of();

  @Option(
      names = "--uniform",
      split = ",",
      paramLabel = "BLOCK:HEAD",
      converter = Uniform.class,
      description =
          "Make a head attend to all tokens of its window alike, those of padding among them.",
      order = 1)
  private List<Intervention> uniform = List.of();

  /** All that was asked for. */
  Interventions interventions(Network network) {
    Set<Intervention> all = new LinkedHashSet<>();
    if (cutAll) {
      all.addAll(Interventions.withoutCascade(network).all());
    }
    all.addAll(cut);
    all.addAll(silence);
    all.addAll(uniform);
    return new Interventions(all);
  }
}
