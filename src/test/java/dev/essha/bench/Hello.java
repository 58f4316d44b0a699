package dev.essha.bench;

/** What a JVM takes that does nothing. */
final class Hello {

    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
