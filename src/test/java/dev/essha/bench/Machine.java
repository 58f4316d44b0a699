package dev.essha.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.essha.application.Json;
import dev.essha.blueprint.Version;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/** What the figures are of, without the machine's name. */
final class Machine {

    private static final long MIB = 1024 * 1024;

    private Machine() {}

    static ObjectNode facts() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Json.object()
                .put("program", Version.current().text())
                .put("at", Instant.now().toString())
                .put("cores", system.getAvailableProcessors())
                .put("memoryMib", system.getTotalMemorySize() / MIB)
                .put("load", system.getSystemLoadAverage())
                .put("system", system.getName() + " " + system.getArch())
                .put("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    }

    /** Seconds of CPU that this JVM has used. */
    static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
