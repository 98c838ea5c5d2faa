package org.efficientvit.app.window.work;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something to do off the screen's thread, and who hears of it on that thread.
 *
 * @param name newer work of the same name replaces this
 * @param title what a person reads while it runs: "Reading photo.jpg"
 * @param task runs on the worker; asks its progress now and then whether to go on
 * @param done takes the result, on the screen's thread, unless newer work came
 * @param failed takes one sentence, on the screen's thread, unless newer work came
 */
public record Work<T>(
    String name,
    String title,
    Function<Progress, T> task,
    Consumer<T> done,
    Consumer<String> failed) {}
