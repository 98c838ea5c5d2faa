package org.efficientvit.app.window.viewmodel;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.efficientvit.app.service.ClassChoice;
import org.efficientvit.app.service.Inspection;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.core.evidence.LinearReadout;
import org.efficientvit.core.model.Model;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.heads.ClassEvidenceFigure;
import org.jspecify.annotations.Nullable;

/** Which places of the picture speak for the chosen class, or else for the likeliest. */
public final class EvidenceViewModel {

  private final InspectViewModel inspect;
  private final Navigation navigation;
  private final ReadOnlyObjectWrapper<@Nullable Figure> figure = new ReadOnlyObjectWrapper<>();
  private @Nullable Model model;
  private Optional<LinearReadout> readout = Optional.empty();

  EvidenceViewModel(InspectViewModel inspect, Navigation navigation) {
    this.inspect = requireNonNull(inspect, "inspect is null");
    this.navigation = requireNonNull(navigation, "navigation is null");
    inspect.inspectedProperty().addListener((property, old, now) -> look());
    inspect.strip().lensProperty().addListener((property, old, now) -> look());
    navigation.selectionProperty().addListener((property, old, now) -> look());
  }

  // A model is the open one or another; its weights need not be compared.
  @SuppressWarnings("ReferenceEquality")
  private void look() {
    Inspected shown = inspect.inspectedProperty().get();
    if (shown == null || inspect.strip().lensProperty().get() != StripViewModel.Lens.EVIDENCE) {
      return;
    }
    Inspection inspection = shown.inspection();
    if (inspection.model() != model) {
      model = inspection.model();
      readout = LinearReadout.find(inspection.model().network(), inspection.model().weights());
    }
    int category = category(inspection);
    figure.set(
        readout
            .map(
                found ->
                    (Figure)
                        ClassEvidenceFigure.of(
                            inspection.model().labels().get(category),
                            found.of(inspection.trace(), category),
                            inspection.crop(),
                            shown.context()))
            .orElse(null));
  }

  private int category(Inspection inspection) {
    Integer chosen = navigation.selection().category();
    return chosen == null || chosen >= inspection.model().labels().size()
        ? inspection.top(1).get(0).index()
        : chosen;
  }

  /** What names the class on the command line. */
  String classWords(Inspection inspection) {
    return ClassChoice.words(category(inspection), inspection.model().labels());
  }

  /** The figure; null where the network's classes are no sum over places. */
  public ReadOnlyObjectProperty<@Nullable Figure> figureProperty() {
    return figure.getReadOnlyProperty();
  }
}
