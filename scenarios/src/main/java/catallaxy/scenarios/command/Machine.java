package catallaxy.scenarios.command;

import catallaxy.agents.network.Processor;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The machine and JVM that figures were measured on.
 *
 * @param processor its model where the system tells it, otherwise the architecture
 * @param cores processors that this JVM may use
 * @param memoryBytes physical memory
 * @param maxHeapBytes the largest heap that this JVM may take
 */
record Machine(String system, String processor, int cores, long memoryBytes, long maxHeapBytes, String jdk) {

    /** The machine that this process runs on. */
    static Machine current() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Processor.current().toString(),
                runtime.availableProcessors(),
                physicalMemory(),
                runtime.maxMemory(),
                System.getProperty("java.vendor") + " " + Runtime.version());
    }

    private static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    /** The machine as a JSON object. */
    Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("system", system);
        json.put("processor", processor);
        json.put("cores", cores);
        json.put("memoryBytes", memoryBytes);
        json.put("maxHeapBytes", maxHeapBytes);
        json.put("jdk", jdk);
        return json;
    }
}
