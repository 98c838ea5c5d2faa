package org.efficientvit.core.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What became of M4 when the paper changed one thing at a time.
 *
 * @param source where the figures stand
 * @param status how they were confirmed
 * @param baseline M4 as it is
 * @param rows one for each change, in the order of the table
 */
public record Ablation(String source, String status, Row baseline, List<Row> rows) {

  private static final String FILE = "ablation_m4.tsv";
  private static final String SOURCE = "arXiv 2305.07027, Table 6 (100 epochs)";
  private static final String STATUS = "read from a screenshot of the table";

  /**
   * One row of the table.
   *
   * @param name as in the table
   * @param top1 per cent of ImageNet's validation pictures
   * @param v100 images/s on a V100
   * @param onnx images/s of the ONNX model on a CPU
   * @param change the same in the words of {@code what-if}; empty for the baseline
   * @param remark in which way that is not what the paper did, or may not be; else empty
   */
  public record Row(
      String name, double top1, double v100, double onnx, String change, String remark) {

    /** Images/s on a V100 for each one of the baseline. */
    public double v100Ratio(Row baseline) {
      return v100 / baseline.v100;
    }

    /** Images/s of the ONNX model for each one of the baseline. */
    public double onnxRatio(Row baseline) {
      return onnx / baseline.onnx;
    }
  }

  public Ablation {
    rows = List.copyOf(rows);
  }

  /** The table as printed. */
  public static Ablation published() {
    try (InputStream stream =
        Objects.requireNonNull(Ablation.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      List<Row> rows = text.lines().skip(1).map(Ablation::row).toList();
      return new Ablation(SOURCE, STATUS, rows.get(0), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] fields = line.split("\t", -1);
    return new Row(
        fields[0],
        Double.parseDouble(fields[1]),
        Double.parseDouble(fields[2]),
        Double.parseDouble(fields[3]),
        fields[4],
        fields[5]);
  }
}
