package org.efficientvit.app;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.efficientvit.app.command.InspectorCommand;
import org.efficientvit.app.command.Terminal;

/**
 * Starts the window, or, with a command, the command line.
 *
 * <p>This class is no {@code Application}, so that it starts from a class path, and it names no
 * class of JavaFX, so that a command does not wait for one.
 */
public final class Main {

  private static final int SECONDS_TO_FINISH = 3;

  /** Before parameters of the window itself, such as files to open. */
  private static final String WINDOW = "window";

  private Main() {}

  public static void main(String[] args) {
    if (args.length == 0) {
      WindowLauncher.launch(Terminal.system());
    } else if (args[0].equals(WINDOW)) {
      WindowLauncher.launch(Terminal.system(), Arrays.copyOfRange(args, 1, args.length));
    } else {
      command(args);
    }
  }

  private static void command(String[] args) {
    // Figures are painted without a display, even where there is one.
    System.setProperty("java.awt.headless", "true");
    Terminal terminal = Terminal.system();
    CountDownLatch done = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(terminal, done)));
    int status = InspectorCommand.execute(terminal, args);
    done.countDown();
    System.exit(status);
  }

  /** On Ctrl-C the step under way may end and the answer so far be written. */
  private static void finish(Terminal terminal, CountDownLatch done) {
    terminal.stop();
    try {
      boolean unused = done.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
