/**
 * From a plan to stages with rendered templates: what will stand in the account, as data.
 *
 * <p>Start with {@code Stages}, the list of what there is, and {@link dev.essha.blueprint.Output}, which says once which
 * stage hands what to which. One {@code ...Stage} class renders each stack into a {@code StackDraft}; {@link
 * dev.essha.blueprint.Blueprint} holds that every stage comes after those it needs. {@code blueprint.cfn} is a small typed
 * model of CloudFormation. Knows only {@code plan}; asks no cloud.
 */
package dev.essha.blueprint;
