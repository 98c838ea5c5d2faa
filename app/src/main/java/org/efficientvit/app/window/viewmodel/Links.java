package org.efficientvit.app.window.viewmodel;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.efficientvit.app.window.state.Navigation;
import org.efficientvit.app.window.state.Selection;
import org.efficientvit.app.window.viewmodel.StripViewModel.Lens;
import org.jspecify.annotations.Nullable;

/** Ties what the parts of the Inspect view show to the one selection, both ways. */
final class Links {

  private final InspectViewModel inspect;
  private final Navigation navigation;
  private boolean isFollowing;

  Links(InspectViewModel inspect, Navigation navigation) {
    this.inspect = inspect;
    this.navigation = navigation;
    navigation.selectionProperty().addListener((property, old, now) -> follow(now));
    inspect.inspectedProperty().addListener((property, old, now) -> resume());
    inspect
        .heads()
        .pinnedProperty()
        .addListener((property, old, now) -> tell(s -> s.withToken(now)));
    inspect
        .features()
        .selectedProperty()
        .addListener((property, old, now) -> tell(selection -> channel(selection, now)));
  }

  private Selection channel(Selection selection, @Nullable Channel channel) {
    return channel == null || inspect.features().isSettling()
        ? selection
        : selection.withChannel(channel.index());
  }

  private void tell(UnaryOperator<Selection> change) {
    if (!isFollowing) {
      navigation.choose(change);
    }
  }

  /** Another pass is shown: at the same place, or, where its network has none, at the first. */
  private void resume() {
    Selection now = navigation.selection();
    if (inspect.strip().find(now).isPresent()) {
      follow(now);
    } else {
      inspect.strip().first().ifPresent(part -> navigation.go(part.name()));
    }
  }

  private void follow(Selection now) {
    if (isFollowing) {
      return;
    }
    isFollowing = true;
    try {
      Optional<NetworkPart> found = inspect.strip().find(now);
      found.ifPresent(part -> look(part, now));
    } finally {
      isFollowing = false;
    }
  }

  private void look(NetworkPart part, Selection now) {
    boolean isNew = !part.equals(inspect.strip().selectedProperty().get());
    if (isNew) {
      inspect.strip().look(part);
    }
    if (part.hasAttention()) {
      inspect.heads().blockProperty().set(part.name());
    }
    if (!part.features().isEmpty()) {
      inspect.features().stageProperty().set(part.features());
    }
    inspect.heads().pinOnly(now.token());
    Integer channel = now.channel();
    if (channel != null) {
      inspect.features().select(channel);
      if (isNew && now.token() == null) {
        inspect.strip().lensProperty().set(Lens.FEATURES);
      }
    }
  }
}
