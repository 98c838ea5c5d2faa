package org.efficientvit.visualizers.export;

import java.awt.Font;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.GenericImageHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SimpleImageHandler;
import org.efficientvit.visualizers.Canvas;
import org.efficientvit.visualizers.Figure;
import org.efficientvit.visualizers.Theme;
import org.efficientvit.visualizers.Typeface;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** SVG with its text as text and its pictures inside. */
final class SvgEncoder {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private SvgEncoder() {}

  static void encode(Figure figure, Theme theme, OutputStream stream) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setGenericImageHandler(images());
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    figure.draw(graphics, figure.width(), figure.height(), theme);
    Element root = graphics.getRoot();
    root.setAttribute("width", figure.width() + "pt");
    root.setAttribute("height", figure.height() + "pt");
    root.setAttribute("viewBox", "0 0 " + figure.width() + " " + figure.height());
    NodeList texts = root.getElementsByTagNameNS(SVG, "text");
    for (int i = 0; i < texts.getLength(); i++) {
      fixLength((Element) texts.item(i));
    }
    write(root, stream);
  }

  /** Without Batik's document type, which would send readers to the network for it. */
  private static void write(Element root, OutputStream stream) throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(root), new StreamResult(stream));
    } catch (TransformerException e) {
      throw new IOException(e);
    }
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser is not there", e);
    }
  }

  /** PNG by the JDK, since Batik's own codec is another library. */
  private static GenericImageHandler images() {
    return new SimpleImageHandler(
        new ImageHandlerBase64Encoder() {
          @Override
          public void encodeImage(RenderedImage image, OutputStream stream)
              throws SVGGraphics2DIOException {
            try {
              ImageIO.write(image, "png", stream);
            } catch (IOException e) {
              throw new SVGGraphics2DIOException(e.getMessage(), e);
            }
          }
        });
  }

  /** Every viewer gives a line the width it was laid out with, whichever fonts it has. */
  private static void fixLength(Element text) {
    String style = inherited(text, "font-weight").equals("bold") ? "bold" : "normal";
    float size = Float.parseFloat(inherited(text, "font-size").replace("px", ""));
    Font font = Typeface.font(style.equals("bold") ? Font.BOLD : Font.PLAIN, size);
    text.setAttribute(
        "textLength", Float.toString((float) Canvas.width(text.getTextContent(), font)));
    text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }

  private static String inherited(Element element, String attribute) {
    for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
      if (e.hasAttribute(attribute)) {
        return e.getAttribute(attribute);
      }
    }
    return "";
  }
}
