package catallaxy.scenarios.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Negative controls of what is asked of Python files. */
final class PythonRulesTest {
    private static final String PATH = "python/catallaxy/planted.py";
    private static final String HEAD = "\"\"\"A plant.\"\"\"\n";

    @Test
    void longFilesAreSeenAndDocumentationIsNoCode() {
        String code = "x = 1\n".repeat(251);
        assertThat(check(PATH, HEAD + code))
                .extracting(Violation::what)
                .containsExactly("251 lines of code, at most 250");
        assertThat(check("python/tests/test_planted.py", HEAD + code)).isEmpty();
        assertThat(check(PATH, "\"\"\"A plant.\n" + "x\n".repeat(300) + "\"\"\"\n# why\n\nx = 1\n"))
                .isEmpty();
        assertThat(check(PATH, HEAD + "text = \"\"\"\n" + "x\n".repeat(300) + "\"\"\"\n"))
                .hasSize(1);
    }

    @Test
    void longFunctionsAreSeen() {
        String planted = "def grow(\n    a,\n):\n    \"\"\"Grows.\"\"\"\n" + "    a += 1\n\n".repeat(38) + "\nx = 1\n";
        assertThat(check(PATH, HEAD + planted))
                .extracting(Violation::what)
                .containsExactly("grow has 41 lines, at most 40");
        assertThat(check(PATH, HEAD + planted.replaceFirst("    a \\+= 1\n", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def grow():\n    return 1\n",
                "async def grow(a,\n         b):\n    # grows\n    return 1\n",
                "class Plant:\n    pass\n",
                "class Plant:\n    \"\"\"A plant.\"\"\"\n\n    def grow(self):\n        return 1\n",
            })
    void whatIsPublicAndUnexplainedIsSeen(String planted) {
        assertThat(check(PATH, HEAD + planted))
                .singleElement()
                .extracting(Violation::what)
                .asString()
                .endsWith("is public and not explained");
        assertThat(check("python/tests/test_planted.py", HEAD + planted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def _grow():\n    return 1\n",
                "class _Plant:\n    def grow(self):\n        return 1\n",
                "def grow(\n    a: int = 1,\n):\n    \"\"\"Grows.\"\"\"\n    def more():\n        return 1\n    return more\n",
                "class Plant:\n    \"\"\"A plant.\"\"\"\n\n    def __init__(self):\n        self.size = 1\n",
                "text = \"\"\"\ndef grow():\n    return 1\n\"\"\"\n",
            })
    void whatIsExplainedOrNobodysBusinessIsAllowed(String planted) {
        assertThat(check(PATH, HEAD + planted)).isEmpty();
    }

    @Test
    void aFileThatDoesNotSayWhatItIsIsSeen() {
        assertThat(check(PATH, "x = 1\n")).hasSize(1);
    }

    private static List<Violation> check(String path, String text) {
        return PythonRules.check(path, text);
    }
}
