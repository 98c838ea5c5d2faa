package org.efficientvit.core.weights;

/**
 * What stands for the Python objects that a pickle asks for. Every method refuses what it does not
 * know, and none runs anything that the file names.
 */
interface PickleObjects {

  /** The stand-in of a Python name. */
  Object global(String module, String name) throws Refusal;

  /** The value that Python would make by calling one of those. */
  Object call(Object callable, Pickled.Tuple arguments) throws Refusal;

  /** Gives an object its attributes. */
  void build(Object target, Object state) throws Refusal;

  /** The object that the pickle keeps outside itself. */
  Object persistent(Object id) throws Refusal;
}
