/** Writes the bundle for later automation: plan, templates with a deploy script, drawing, DNS records, hand-over. Works without this program; holds no secret. */
package dev.essha.export;
