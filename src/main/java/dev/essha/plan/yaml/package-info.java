/** Reads and writes plans as YAML: every problem with its line, comments for each setting, the same bytes after reading and writing again. */
package dev.essha.plan.yaml;
