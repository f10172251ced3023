package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.network.Processor.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {
    private static final String WIDE = "fpu fma avx avx2 avx512f avx512dq avx512bw avx512vl";

    @Test
    void isNamedAsTheSystemNamesIt() {
        Processor found = Processor.of(
                "amd64",
                List.of(
                        "processor\t: 0",
                        "vendor_id\t: GenuineIntel",
                        "cpu family\t: 6",
                        "model\t\t: 167",
                        "model name\t: Intel(R) Xeon(R) E-2378 CPU @ 2.60GHz",
                        "flags\t\t: " + WIDE));
        assertThat(found.vectors()).isEqualTo(Vectors.AVX512);
        assertThat(found).hasToString("Intel(R) Xeon(R) E-2378 CPU @ 2.60GHz (family 6 model 167), AVX-512");
    }

    @ParameterizedTest
    @CsvSource({
        "fpu sse2, NONE",
        "fpu avx, NONE",
        "fpu avx avx2, NONE",
        "fpu fma avx avx2, AVX2",
        "fpu fma avx2 avx512f, AVX2",
        "fpu fma avx2 avx512dq avx512bw, AVX2",
        "fpu fma avx2 avx512dq avx512bw avx512vl, AVX512"
    })
    void isAsWideAsPyTorchTakesItToBe(String flags, Vectors expected) {
        assertThat(Processor.of("amd64", List.of("flags : " + flags)).vectors()).isEqualTo(expected);
    }

    @Test
    void isItsArchitectureWhereTheSystemTellsNothing() {
        Processor silent = Processor.of("aarch64", List.of());
        assertThat(silent).isEqualTo(new Processor("aarch64", "aarch64", Vectors.UNKNOWN));
        assertThat(silent).hasToString("aarch64");
        assertThat(silent.isKnownX86()).isFalse();
        assertThat(Processor.of("amd64", List.of()).isKnownX86()).isFalse();
    }

    @Test
    void linesWithoutAColonAndOfOtherKeysDoNotCount() {
        Processor odd = Processor.of("amd64", List.of("", "model name", "bogus : model name", "flags2 : avx2 fma"));
        assertThat(odd.model()).isEqualTo("amd64");
        assertThat(odd.vectors()).isEqualTo(Vectors.UNKNOWN);
    }

    @Test
    void ofThisMachineIsTheSameEachTime() {
        assertThat(Processor.current()).isEqualTo(Processor.current());
        assertThat(Processor.current().toString()).isNotBlank();
    }
}
