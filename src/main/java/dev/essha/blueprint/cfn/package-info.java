/** A small typed model of CloudFormation templates: resources, references, outputs, and their YAML, byte by byte the same. */
package dev.essha.blueprint.cfn;
