package org.efficientvit.app.window.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.efficientvit.app.window.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {

  @TempDir Path folder;

  private final Queue<Runnable> worker = new ArrayDeque<>();
  private final Thumbnails thumbnails = new Thumbnails(worker::add, Runnable::run);
  private final List<String> made = new ArrayList<>();

  @Test
  void theNewestWishComesFirstAndWhatScrolledAwayNever() {
    request("a.png");
    request("b.png");
    request("c.png");
    thumbnails.withdraw(folder.resolve("b.png"));
    work();
    assertThat(made).containsExactly("c.png 96×72", "a.png 96×72");
  }

  @Test
  void whatIsKeptComesAtOnce() {
    request("a.png");
    work();
    request("a.png");
    assertThat(worker).isEmpty();
    assertThat(made).hasSize(2);
  }

  @Test
  void fiveHundredPicturesKeepNoMoreThanTheirNumberAllows() {
    Path file = Pictures.disc(folder, "a.png", 320, 240, Color.BLUE);
    for (int i = 0; i < 500; i++) {
      Path other = folder.resolve("missing-" + i + ".png");
      thumbnails.request(i % 100 == 0 ? file : other, picture -> {});
      work();
    }
    assertThat(thumbnails.kept()).isEqualTo(256);
  }

  @Test
  void anUnreadableFileHasNone() {
    thumbnails.request(
        Pictures.text(folder, "b.png"), picture -> made.add("there: " + picture.isPresent()));
    work();
    assertThat(made).containsExactly("there: false");
  }

  private void request(String name) {
    Path file = Pictures.disc(folder, name, 320, 240, Color.BLUE);
    thumbnails.request(
        file,
        picture ->
            made.add(
                "%s %d×%d"
                    .formatted(
                        name, picture.orElseThrow().width(), picture.orElseThrow().height())));
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }
}
