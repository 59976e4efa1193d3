package io.judgeflow.localjudge.sandbox;

/**
 * One command to run in a {@link Box}.
 *
 * @param script shell text, run in the box's directory
 * @param caps its limits
 * @param network whether it may use the network
 * @param mergeErrors whether standard error goes to standard output
 * @param capAddressSpace whether the runtime bears a limit on its address space (those that reserve gigabytes do not)
 */
public record Job(String script, Caps caps, boolean network, boolean mergeErrors, boolean capAddressSpace) {}
