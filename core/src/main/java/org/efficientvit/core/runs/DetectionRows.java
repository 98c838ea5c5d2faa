package org.efficientvit.core.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.efficientvit.core.detect.Detection;
import org.efficientvit.core.detect.PictureDetections;
import org.efficientvit.core.evaluate.Box;

/** Detections in a store: those of a picture as one row of numbers, six for each. */
final class DetectionRows {

  private static final int NUMBERS = 6;

  private DetectionRows() {}

  static int insert(Connection connection, Run run, PictureDetections found) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO detections (run, picture, found, sentence)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, run.id());
      insert.setInt(2, found.picture());
      insert.setBytes(3, Doubles.toBytes(numbers(found.found())));
      insert.setString(4, found.problem());
      return insert.executeUpdate();
    }
  }

  private static List<Double> numbers(List<Detection> detections) {
    List<Double> numbers = new ArrayList<>();
    for (Detection one : detections) {
      Box box = one.box();
      numbers.addAll(
          List.of((double) one.label(), one.score(), box.x(), box.y(), box.width(), box.height()));
    }
    return numbers;
  }

  static List<PictureDetections> select(Connection connection, Run run) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT picture, found, sentence FROM detections WHERE run = ? ORDER BY picture")) {
      select.setLong(1, run.id());
      List<PictureDetections> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new PictureDetections(
                  row.getInt(1), detections(Doubles.fromBytes(row.getBytes(2))), row.getString(3)));
        }
      }
      return all;
    }
  }

  private static List<Detection> detections(List<Double> numbers) {
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i + NUMBERS <= numbers.size(); i += NUMBERS) {
      Box box =
          new Box(numbers.get(i + 2), numbers.get(i + 3), numbers.get(i + 4), numbers.get(i + 5));
      detections.add(new Detection(numbers.get(i).intValue(), numbers.get(i + 1), box, null));
    }
    return detections;
  }
}
