package dev.essha.checklist.report;

/** Where the deployment that was judged stands; every report says so on top. */
public enum Place {
    REHEARSAL("Rehearsed: nothing in this report is real"),
    ENDPOINT("An AWS-compatible endpoint, not AWS"),
    AWS("AWS");

    private final String title;

    Place(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
