package catallaxy.agents.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which instructions PyTorch and the libraries in it may use on x86-64, and so on which machines a training repeats. */
public enum InstructionChoice {
    /**
     * AVX2: the same bits on every Intel processor that has it. On processors of other makers Intel's matrix products choose
     * for themselves, alike in every run.
     */
    AVX2("AVX2"),
    /** AVX2, and SSE2 in matrix products, which are slower for it: the same bits on Intel's and others' processors. */
    COMPATIBLE("COMPATIBLE"),
    /** Whatever the processor has, or what the variables of the libraries say. */
    NATIVE("");

    /** The environment variable that says it. */
    public static final String VARIABLE = "CATALLAXY_INSTRUCTIONS";

    /** The variable with PyTorch's own kernels. */
    static final String ATEN = "ATEN_CPU_CAPABILITY";

    /** The variable with Intel's matrix products. */
    static final String MKL = "MKL_CBWR";

    /** The variable with Intel's network layers. */
    static final String ONEDNN = "ONEDNN_MAX_CPU_ISA";

    private final String matrixProducts;

    InstructionChoice(String matrixProducts) {
        this.matrixProducts = matrixProducts;
    }

    /**
     * The choice of an environment.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static InstructionChoice of(Map<String, String> environment) {
        String word = environment.getOrDefault(VARIABLE, "");
        if (word.isBlank()) {
            return AVX2;
        }
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(VARIABLE + ": found " + word + ", expected "
                        + Arrays.stream(values()).map(InstructionChoice::word).collect(Collectors.joining(", "))));
    }

    /** As the user writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the libraries' variables are to be on a processor; none where it is not known to be of x86-64. A processor without
     * AVX2 is left with what all have.
     */
    Map<String, String> variables(Processor processor) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (this != NATIVE && processor.isKnownX86()) {
            boolean wide = processor.vectors() != Processor.Vectors.NONE;
            variables.put(ATEN, wide ? "avx2" : "default");
            variables.put(MKL, wide ? matrixProducts : "COMPATIBLE");
            variables.put(ONEDNN, wide ? "AVX2" : "SSE41");
        }
        return variables;
    }
}
