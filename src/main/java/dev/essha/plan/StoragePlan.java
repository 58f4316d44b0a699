package dev.essha.plan;

/**
 * The bucket that keeps resource content (R10).
 *
 * @param noncurrentDays how long a replaced or deleted version is kept, in days
 * @param abortUploadDays after how many days the parts of an unfinished upload are removed
 * @param archiveColdObjects let S3 Intelligent-Tiering move what is rarely read to cheaper storage
 */
public record StoragePlan(int noncurrentDays, int abortUploadDays, boolean archiveColdObjects) {}
