/** From a plan or an inventory to boxes and lines: geometry only, drawn by a face or written as SVG. */
package dev.essha.diagram;
