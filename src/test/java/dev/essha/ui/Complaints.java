package dev.essha.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the toolkit warns of while somebody listens: colors that it does not know, rules that it cannot read. */
public final class Complaints implements AutoCloseable {

    /** Strongly held: the log manager forgets a logger that nobody has. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx.css");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Handler ear = new Ear();

    private Complaints() {
        TOOLKIT.addHandler(ear);
    }

    public static Complaints listen() {
        return new Complaints();
    }

    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        TOOLKIT.removeHandler(ear);
    }

    private final class Ear extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
                heard.add(formatter.formatMessage(told));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
