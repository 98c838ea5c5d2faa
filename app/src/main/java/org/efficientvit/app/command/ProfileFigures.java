package org.efficientvit.app.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efficientvit.app.service.ProfiledNetwork;
import org.efficientvit.app.service.Profiling;
import org.efficientvit.core.cost.Profile;
import org.efficientvit.core.network.Design;
import org.efficientvit.core.network.Designs;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.FigureContext;
import org.efficientvit.visualizers.cost.KindTimeFigure;
import org.efficientvit.visualizers.cost.MacsTimeFigure;
import org.efficientvit.visualizers.cost.NetworkSharesFigure;
import org.efficientvit.visualizers.cost.OperationOrderFigure;
import org.efficientvit.visualizers.cost.RooflineFigure;
import org.efficientvit.visualizers.cost.StageSharesFigure;

/** The figures of profiles. */
final class ProfileFigures {

  /** The folder itself. */
  private static final String HERE = "";

  private ProfileFigures() {}

  /**
   * The figures by the folder, in the one that was named, that they belong in: those of one network
   * in it; of several, all together in it, and each in a folder of its own.
   */
  static Map<String, List<Figure>> of(Profiling.Result result) {
    List<ProfiledNetwork> networks = result.networks();
    Map<String, List<Figure>> figures = new LinkedHashMap<>();
    if (networks.size() == 1) {
      figures.put(HERE, of(networks.get(0)));
      return figures;
    }
    List<Profile> byBatch =
        result.profiles().stream()
            .sorted(Comparator.comparingInt(profile -> profile.cost().batch()))
            .toList();
    figures.put(HERE, List.of(new NetworkSharesFigure(byBatch, together(result))));
    networks.forEach(network -> figures.put(folder(network.profile()), of(network)));
    return figures;
  }

  private static String folder(Profile profile) {
    return "%s-batch-%d".formatted(profile.cost().network(), profile.cost().batch());
  }

  private static List<Figure> of(ProfiledNetwork network) {
    Profile profile = network.profile();
    FigureContext context =
        new FigureContext(
            name(profile.cost().network()), null, network.weights(), network.isRandom());
    return List.of(
        new RooflineFigure(profile, context),
        new StageSharesFigure(profile, context),
        new OperationOrderFigure(profile, context),
        new KindTimeFigure(profile, context),
        new MacsTimeFigure(profile, context));
  }

  private static FigureContext together(Profiling.Result result) {
    return new FigureContext(
        result.machine().processor(),
        null,
        result.networks().get(0).weights(),
        result.networks().stream().anyMatch(ProfiledNetwork::isRandom));
  }

  private static String name(String network) {
    return Designs.find(network).map(Design::displayName).orElse(network);
  }
}
