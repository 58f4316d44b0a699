package dev.essha.launch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Hears Ctrl-C without ending the process. The only interface that the JDK has for it is {@code sun.misc.Signal} of the
 * module {@code jdk.unsupported}; it is reached by reflection, as the compiler warns of it and a warning breaks the build.
 *
 * @see <a href="https://openjdk.org/jeps/260">JEP 260: sun.misc.Signal stays until there is a replacement</a>
 */
final class Signals {

    private static final String INTERRUPT = "INT";

    private Signals() {}

    /** Whoever was told of a signal before; hears of it again once this is closed. */
    interface Listening extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Calls back at every Ctrl-C, on a thread of the JVM's, in place of ending the process.
     *
     * @return does nothing when closed, where this JVM cannot hear signals: Ctrl-C then ends the process
     */
    static Listening onInterrupt(Runnable heard) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance(INTERRUPT);
            Object ours = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            heard.run();
                            return null;
                        }
                        return ofObject(proxy, method.getName(), arguments);
                    });
            Object before = signal.getMethod("handle", signal, handler).invoke(null, interrupt, ours);
            return () -> restore(signal, handler, interrupt, before);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return () -> {};
        }
    }

    /** The JVM compares handlers. */
    private static Object ofObject(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "Signals";
        };
    }

    private static void restore(Class<?> signal, Class<?> handler, Object interrupt, Object before) {
        try {
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, before);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Ctrl-C cannot be given back", e);
        }
    }
}
