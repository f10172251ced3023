package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import catallaxy.agents.network.Processor.Vectors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {
    private static final Processor OLD_INTEL = new Processor("amd64", "Intel(R) Core(TM) i7-4770", Vectors.AVX2);
    private static final Processor NEW_INTEL = new Processor("amd64", "Intel(R) Xeon(R) Gold 6430", Vectors.AVX512);
    private static final Processor AMD = new Processor("amd64", "AMD EPYC 7763", Vectors.AVX2);
    private static final Processor ANCIENT = new Processor("amd64", "Intel(R) Core(TM)2 Duo", Vectors.NONE);
    private static final String SET = "(ATEN_CPU_CAPABILITY=avx2 MKL_CBWR=AVX2 ONEDNN_MAX_CPU_ISA=AVX2)";

    private static Kernels kernels(Processor processor, String choice) {
        return Kernels.of(processor, Map.of("CATALLAXY_INSTRUCTIONS", choice));
    }

    @Test
    void nameProcessorChoiceAndWhatTheLibrariesAreTold() {
        assertThat(kernels(NEW_INTEL, "avx2"))
                .isEqualTo(new Kernels("Intel(R) Xeon(R) Gold 6430, AVX-512", "avx2 " + SET))
                .hasToString("Intel(R) Xeon(R) Gold 6430, AVX-512 with avx2 " + SET + " instructions");
        assertThat(kernels(NEW_INTEL, "native").instructions()).isEqualTo("native");
    }

    @Test
    void theUsersVariablesCountWhereTheChoiceIsNative() {
        Map<String, String> environment = Map.of(
                "CATALLAXY_INSTRUCTIONS", "native", "MKL_CBWR", "AUTO", "ATEN_CPU_CAPABILITY", "default", "HOME", "/");
        assertThat(Kernels.of(AMD, environment).instructions())
                .isEqualTo("native (ATEN_CPU_CAPABILITY=default MKL_CBWR=AUTO)");
        assertThat(Kernels.setAside(AMD, environment)).isEmpty();
    }

    @Test
    void otherwiseTheyAreSetAsideWithAWord() {
        Map<String, String> environment = Map.of("MKL_CBWR", "AVX2", "ATEN_CPU_CAPABILITY", "default");
        assertThat(Kernels.of(AMD, environment)).isEqualTo(kernels(AMD, "avx2"));
        assertThat(Kernels.setAside(AMD, environment))
                .containsExactly("ATEN_CPU_CAPABILITY=default is set aside for avx2, so that trainings repeat; "
                        + "CATALLAXY_INSTRUCTIONS=native heeds it");
        assertThat(Kernels.setAside(AMD, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"avx2", "compatible", "native"})
    void nothingIsSaidOnTheSameMachine(String choice) {
        assertThat(kernels(AMD, choice).changeTo(kernels(AMD, choice))).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatSaysNothing() {
        assertThat(Kernels.UNKNOWN.changeTo(kernels(AMD, "avx2"))).isEmpty();
    }

    @Test
    void theSameBitsAreExpectedWhereTheLibrariesPromiseThem() {
        assertThat(kernels(OLD_INTEL, "avx2").changeTo(kernels(NEW_INTEL, "avx2")))
                .hasValue("networks were computed on Intel(R) Core(TM) i7-4770, AVX2 with avx2 " + SET
                        + " instructions before, on Intel(R) Xeon(R) Gold 6430, AVX-512 with avx2 " + SET
                        + " instructions now: the same bits are expected");
        assertThat(same(OLD_INTEL, "compatible", AMD, "compatible")).isTrue();
        assertThat(same(NEW_INTEL, "compatible", OLD_INTEL, "compatible")).isTrue();
    }

    @Test
    void elsewhereTheyMayDiffer() {
        assertThat(same(OLD_INTEL, "avx2", AMD, "avx2")).isFalse();
        assertThat(same(AMD, "avx2", new Processor("amd64", "AMD EPYC 9654", Vectors.AVX512), "avx2"))
                .isFalse();
        assertThat(same(OLD_INTEL, "native", NEW_INTEL, "native")).isFalse();
        assertThat(same(OLD_INTEL, "avx2", NEW_INTEL, "native")).isFalse();
        assertThat(same(AMD, "avx2", AMD, "compatible")).isFalse();
        assertThat(same(ANCIENT, "compatible", AMD, "compatible")).isFalse();
        assertThat(same(ANCIENT, "avx2", OLD_INTEL, "avx2")).isFalse();
    }

    private static boolean same(Processor before, String choice, Processor now, String other) {
        String said = kernels(before, choice).changeTo(kernels(now, other)).orElseThrow();
        assertThat(said)
                .satisfiesAnyOf(
                        line -> assertThat(line).endsWith(": the same bits are expected"),
                        line -> assertThat(line)
                                .endsWith(": the result may differ in the last bits, and then in its course"));
        return said.endsWith("expected");
    }

    @Test
    void librariesReadWhatTheyAreTold() {
        assumeThat(NativeEnvironment.isThere()).isTrue();
        assertThat(NativeEnvironment.get("CATALLAXY_TEST")).isEmpty();
        NativeEnvironment.set(Map.of("CATALLAXY_TEST", "a=b ü"));
        assertThat(NativeEnvironment.get("CATALLAXY_TEST")).hasValue("a=b ü");
        assertThat(System.getenv("CATALLAXY_TEST")).isNull();
    }

    @Test
    void openingADeviceTellsThem() {
        assumeThat(NativeEnvironment.isThere()).isTrue();
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            assertThat(compute.kernels()).isEqualTo(Kernels.current());
            assertThat(compute.description())
                    .contains("CPU, 1 thread, " + compute.kernels().choice() + " instructions");
            InstructionChoice.of(System.getenv())
                    .variables(Processor.current())
                    .forEach((name, value) ->
                            assertThat(NativeEnvironment.get(name)).hasValue(value));
        }
    }
}
