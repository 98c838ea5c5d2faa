package org.efficientvit.core.weights;

/**
 * One run of numbers in a PyTorch file, of which tensors are views.
 *
 * @param key its name in the file
 * @param dtype the kind of its numbers
 * @param first the first number that belongs to it; not 0 where the old format keeps a view
 * @param elements how many numbers it has
 * @param stored how many numbers the file keeps under the key
 */
record StorageRef(String key, DType dtype, long first, long elements, long stored) {

  StorageRef {
    if (first < 0 || elements < 0 || first > stored || elements > stored - first) {
      throw new IllegalArgumentException("a view outside its storage");
    }
  }
}
