/**
 * From a plan to stages with rendered templates: what will stand in the account, as data.
 *
 * <p>One class per stage renders its stack; {@link dev.essha.blueprint.Output} says once which stage hands what to which.
 * {@code blueprint.cfn} is a small typed model of CloudFormation. Knows only {@code plan}; asks no cloud.
 */
package dev.essha.blueprint;
