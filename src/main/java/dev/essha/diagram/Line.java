package dev.essha.diagram;

/**
 * A straight connection from one box to another, with an arrow at its end.
 *
 * @param label what flows along it, may be empty
 */
public record Line(String fromBox, String toBox, double x1, double y1, double x2, double y2, String label) {}
