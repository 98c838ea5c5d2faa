package org.efficientvit.core.ops;

/**
 * How long one operation took in one pass.
 *
 * @param name as in the network
 * @param nanoseconds of wall-clock time
 */
public record OperationTime(String name, OperationKind kind, long nanoseconds) {}
