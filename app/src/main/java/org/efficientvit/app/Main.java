package org.efficientvit.app;

/** Starts the window, or, with a command, the command line. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {}
}
