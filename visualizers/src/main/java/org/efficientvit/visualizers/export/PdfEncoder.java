package org.efficientvit.visualizers.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;

/**
 * PDF of one page as large as the figure; text as outlines, so that no font is missing anywhere.
 */
final class PdfEncoder {

  private PdfEncoder() {}

  static void encode(Figure figure, Theme theme, OutputStream stream) throws IOException {
    float width = (float) figure.width();
    float height = (float) figure.height();
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(figure.title());
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
      try {
        figure.draw(graphics, figure.width(), figure.height(), theme);
      } finally {
        graphics.dispose();
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(stream);
    }
  }
}
