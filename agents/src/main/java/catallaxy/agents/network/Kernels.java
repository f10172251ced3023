package catallaxy.agents.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the last bits of networks that PyTorch computes on a CPU depend on, beside the number of threads. As text, for
 * manifests.
 *
 * @param processor    of the machine
 * @param instructions the choice, with the variables of the libraries that were set, such as
 *     {@code avx2 (ATEN_CPU_CAPABILITY=avx2 MKL_CBWR=AVX2 ONEDNN_MAX_CPU_ISA=AVX2)}
 */
public record Kernels(String processor, String instructions) {
    /** Of what says nothing about it. */
    public static final Kernels UNKNOWN = new Kernels("unknown", "unknown");

    private static final List<String> VARIABLES =
            List.of(InstructionChoice.ATEN, InstructionChoice.MKL, InstructionChoice.ONEDNN);

    /** Those that a manifest's entries name; unknown where they do not. */
    public static Kernels of(Map<String, ?> entries) {
        return entries.get("processor") instanceof String processor
                        && entries.get("instructions") instanceof String instructions
                ? new Kernels(processor, instructions)
                : UNKNOWN;
    }

    /** As entries of a manifest. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("processor", processor);
        entries.put("instructions", instructions);
        return entries;
    }

    /** Those of a processor, for an environment's choice and variables. */
    static Kernels of(Processor processor, Map<String, String> environment) {
        InstructionChoice choice = InstructionChoice.of(environment);
        Map<String, String> set = new LinkedHashMap<>();
        VARIABLES.stream().filter(environment::containsKey).forEach(name -> set.put(name, environment.get(name)));
        set.putAll(choice.variables(processor));
        return new Kernels(processor.toString(), choice.word() + listed(set));
    }

    private static String listed(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" ", variables.isEmpty() ? "" : " (", variables.isEmpty() ? "" : ")"));
    }

    /** Those of this process. */
    public static Kernels current() {
        return of(Processor.current(), environment());
    }

    /** Of this process; where nothing can be told to libraries, they choose for themselves. */
    private static Map<String, String> environment() {
        if (NativeEnvironment.isThere()) {
            return System.getenv();
        }
        Map<String, String> heeded = new LinkedHashMap<>(System.getenv());
        heeded.put(InstructionChoice.VARIABLE, InstructionChoice.NATIVE.word());
        return heeded;
    }

    /** The choice alone. */
    String choice() {
        return instructions.split(" ", 2)[0];
    }

    /** Why variables that the user set do not count: one sentence each. */
    public static List<String> setAside() {
        return setAside(Processor.current(), environment());
    }

    static List<String> setAside(Processor processor, Map<String, String> environment) {
        InstructionChoice choice = InstructionChoice.of(environment);
        return choice.variables(processor).entrySet().stream()
                .filter(each ->
                        !each.getValue().equalsIgnoreCase(environment.getOrDefault(each.getKey(), each.getValue())))
                .map(each -> each.getKey() + "=" + environment.get(each.getKey()) + " is set aside for "
                        + each.getValue() + ", so that trainings repeat; " + InstructionChoice.VARIABLE
                        + "=native heeds it")
                .toList();
    }

    /** Tells the libraries; before they are loaded. */
    static void apply() {
        NativeEnvironment.set(InstructionChoice.of(environment()).variables(Processor.current()));
    }

    /** What a change from these kernels to those of a device means; empty where there is none, or where it is no CPU. */
    public Optional<String> changeTo(Compute now) {
        return now.device().isGpu() ? Optional.empty() : changeTo(now.kernels());
    }

    /** What a change from these kernels to others means for what was computed; empty where there is none. */
    Optional<String> changeTo(Kernels now) {
        if (equals(UNKNOWN) || equals(now)) {
            return Optional.empty();
        }
        return Optional.of("networks were computed on " + this + " before, on " + now + " now: "
                + (expectsSame(now)
                        ? "the same bits are expected"
                        : "the result may differ in the last bits, and then in its course"));
    }

    /** Whether the libraries promise the same bits: the same fixed instructions, on processors that follow them. */
    private boolean expectsSame(Kernels now) {
        boolean fixed = choice().equals(InstructionChoice.COMPATIBLE.word())
                || (choice().equals(InstructionChoice.AVX2.word()) && isIntel() && now.isIntel());
        return fixed && instructions.equals(now.instructions);
    }

    private boolean isIntel() {
        return processor.contains("Intel");
    }

    @Override
    public String toString() {
        return processor + " with " + instructions + " instructions";
    }
}
