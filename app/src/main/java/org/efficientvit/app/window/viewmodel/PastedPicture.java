package org.efficientvit.app.window.viewmodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.efficientvit.core.DataFolder;
import org.efficientvit.core.InspectorException;
import org.efficientvit.core.image.Picture;
import org.efficientvit.core.weights.WholeFile;

/** Pictures from the clipboard as files, named by when they came. */
final class PastedPicture {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'pasted' yyyy-MM-dd 'at' HH.mm.ss'.png'", Locale.ROOT);

  private PastedPicture() {}

  /**
   * Writes a picture into the data folder.
   *
   * @return its file
   */
  static Path keep(Picture picture) {
    Path folder = DataFolder.standard().resolve("pasted");
    Path file = folder.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(NAME));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Files.createDirectories(folder);
      boolean unused = ImageIO.write(picture.toBufferedImage(), "png", bytes);
    } catch (IOException e) {
      throw new InspectorException(
          "%s cannot be made; check the permissions of the folder above it.".formatted(folder), e);
    }
    WholeFile.write(file, WholeFile.Content.of(bytes.toByteArray()));
    return file;
  }
}
