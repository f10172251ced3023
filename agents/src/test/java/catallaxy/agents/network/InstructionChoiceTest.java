package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.network.Processor.Vectors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionChoiceTest {
    private static Processor with(Vectors vectors) {
        return new Processor("amd64", "Some Processor", vectors);
    }

    @ParameterizedTest
    @EnumSource(names = {"AVX2", "AVX512"})
    void widerProcessorsAreHeldToAvx2(Vectors vectors) {
        assertThat(InstructionChoice.AVX2.variables(with(vectors)))
                .containsOnly(
                        Map.entry("ATEN_CPU_CAPABILITY", "avx2"),
                        Map.entry("MKL_CBWR", "AVX2"),
                        Map.entry("ONEDNN_MAX_CPU_ISA", "AVX2"));
        assertThat(InstructionChoice.COMPATIBLE.variables(with(vectors)))
                .containsOnly(
                        Map.entry("ATEN_CPU_CAPABILITY", "avx2"),
                        Map.entry("MKL_CBWR", "COMPATIBLE"),
                        Map.entry("ONEDNN_MAX_CPU_ISA", "AVX2"));
    }

    /** PyTorch does not look whether a processor has what it is told to use. */
    @ParameterizedTest
    @EnumSource(names = {"AVX2", "COMPATIBLE"})
    void aProcessorWithoutAvx2IsNotToldToUseIt(InstructionChoice choice) {
        assertThat(choice.variables(with(Vectors.NONE)))
                .containsOnly(
                        Map.entry("ATEN_CPU_CAPABILITY", "default"),
                        Map.entry("MKL_CBWR", "COMPATIBLE"),
                        Map.entry("ONEDNN_MAX_CPU_ISA", "SSE41"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownToBeX86IsLeftAlone(InstructionChoice choice) {
        assertThat(choice.variables(with(Vectors.UNKNOWN))).isEmpty();
        assertThat(choice.variables(new Processor("aarch64", "Neoverse", Vectors.NONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nativeLeavesEveryProcessorAlone(Vectors vectors) {
        assertThat(InstructionChoice.NATIVE.variables(with(vectors))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"avx2, AVX2", "Compatible, COMPATIBLE", "' native ', NATIVE", "'', AVX2", "' ', AVX2"})
    void isReadFromTheEnvironment(String word, InstructionChoice expected) {
        assertThat(InstructionChoice.of(Map.of("CATALLAXY_INSTRUCTIONS", word))).isEqualTo(expected);
    }

    @Test
    void isAvx2WhereNothingIsSaid() {
        assertThat(InstructionChoice.of(Map.of("MKL_CBWR", "AUTO"))).isEqualTo(InstructionChoice.AVX2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avx512", "portable", "avx2,native"})
    void whatIsNoChoiceIsRefusedWithThoseThatAre(String word) {
        assertThatThrownBy(() -> InstructionChoice.of(Map.of("CATALLAXY_INSTRUCTIONS", word)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CATALLAXY_INSTRUCTIONS: found " + word + ", expected avx2, compatible, native");
    }
}
