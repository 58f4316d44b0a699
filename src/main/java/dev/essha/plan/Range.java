package dev.essha.plan;

/** Whole numbers from {@code min} to {@code max}, both allowed. */
public record Range(int min, int max) {

    public boolean contains(int value) {
        return value >= min && value <= max;
    }

    @Override
    public String toString() {
        return min + " to " + max;
    }
}
