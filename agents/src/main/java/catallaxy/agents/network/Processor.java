package catallaxy.agents.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A processor, as far as the bits of a computation can depend on it.
 *
 * @param architecture as Java names it, such as {@code amd64}
 * @param model        name with family and model number where the system tells them, otherwise the architecture
 * @param vectors      the widest instructions that PyTorch has kernels for
 */
public record Processor(String architecture, String model, Vectors vectors) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final List<String> AVX2 = List.of("avx2", "fma");
    private static final List<String> AVX512 = List.of("avx2", "fma", "avx512vl", "avx512bw", "avx512dq");

    /** Vector instructions of x86-64. */
    public enum Vectors {
        /** The system does not tell. */
        UNKNOWN,
        /** Neither of the others. */
        NONE,
        AVX2,
        AVX512
    }

    private static final class OfThisMachine {
        static final Processor PROCESSOR = read();
    }

    /** The processor of this machine. */
    public static Processor current() {
        return OfThisMachine.PROCESSOR;
    }

    private static Processor read() {
        String architecture = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(LINUX)) {
            return of(architecture, lines.takeWhile(line -> !line.isBlank()).toList());
        } catch (IOException | RuntimeException unreadable) {
            return of(architecture, List.of());
        }
    }

    /** @param lines of the first processor in Linux's {@code /proc/cpuinfo} */
    static Processor of(String architecture, List<String> lines) {
        String name = entry(lines, "model name");
        String family = entry(lines, "cpu family");
        String model = name.isEmpty() ? architecture : name;
        return new Processor(
                architecture,
                family.isEmpty() ? model : model + " (family " + family + " model " + entry(lines, "model") + ")",
                vectors(lines));
    }

    private static Vectors vectors(List<String> lines) {
        List<String> flags = Arrays.asList(entry(lines, "flags").split(" "));
        if (flags.containsAll(AVX512)) {
            return Vectors.AVX512;
        }
        if (flags.contains("")) {
            return Vectors.UNKNOWN;
        }
        return flags.containsAll(AVX2) ? Vectors.AVX2 : Vectors.NONE;
    }

    private static String entry(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.contains(":"))
                .filter(line -> line.substring(0, line.indexOf(':')).strip().equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Whether it is known what it has of x86-64. */
    boolean isKnownX86() {
        return vectors != Vectors.UNKNOWN && List.of("amd64", "x86_64").contains(architecture.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return model
                + switch (vectors) {
                    case UNKNOWN, NONE -> "";
                    case AVX2 -> ", AVX2";
                    case AVX512 -> ", AVX-512";
                };
    }
}
