package org.efficientvit.core.objects;

import java.util.Arrays;
import java.util.List;
import org.efficientvit.core.objects.drawing.Artist;
import org.efficientvit.core.objects.kind.Aeroplane;
import org.efficientvit.core.objects.kind.Bicycle;
import org.efficientvit.core.objects.kind.Bird;
import org.efficientvit.core.objects.kind.Car;
import org.efficientvit.core.objects.kind.Cat;
import org.efficientvit.core.objects.kind.Clock;
import org.efficientvit.core.objects.kind.Cup;
import org.efficientvit.core.objects.kind.Fish;
import org.efficientvit.core.objects.kind.Flower;
import org.efficientvit.core.objects.kind.Guitar;
import org.efficientvit.core.objects.kind.House;
import org.efficientvit.core.objects.kind.Key;
import org.efficientvit.core.objects.kind.Mushroom;
import org.efficientvit.core.objects.kind.Sailboat;
import org.efficientvit.core.objects.kind.Tree;
import org.efficientvit.core.objects.kind.Umbrella;

/** The classes of rendered objects, in the order of the labels. */
public enum ObjectKind {
  HOUSE("house"),
  TREE("tree"),
  CAR("car"),
  SAILBOAT("sailboat"),
  FISH("fish"),
  BIRD("bird"),
  CAT("cat"),
  FLOWER("flower"),
  CUP("cup"),
  UMBRELLA("umbrella"),
  BICYCLE("bicycle"),
  CLOCK("clock"),
  GUITAR("guitar"),
  KEY("key"),
  AEROPLANE("aeroplane"),
  MUSHROOM("mushroom");

  private final String label;

  ObjectKind(String label) {
    this.label = label;
  }

  /** What a person calls it. */
  public String label() {
    return label;
  }

  /** Who draws it. */
  public Artist artist() {
    return switch (this) {
      case HOUSE -> new House();
      case TREE -> new Tree();
      case CAR -> new Car();
      case SAILBOAT -> new Sailboat();
      case FISH -> new Fish();
      case BIRD -> new Bird();
      case CAT -> new Cat();
      case FLOWER -> new Flower();
      case CUP -> new Cup();
      case UMBRELLA -> new Umbrella();
      case BICYCLE -> new Bicycle();
      case CLOCK -> new Clock();
      case GUITAR -> new Guitar();
      case KEY -> new Key();
      case AEROPLANE -> new Aeroplane();
      case MUSHROOM -> new Mushroom();
    };
  }

  /** All labels, the class of each being its place. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(ObjectKind::label).toList();
  }
}
