package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.network.Processor;
import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherMachineTest {
    private static final Map<String, ?> LEARNED = Map.of("maker", Map.of("path", "runs/x", "sha256", "ab"));

    @TempDir
    Path folder;

    @Test
    void aRunWithTrainedPoliciesSaysThatItIsReplayedElsewhere() {
        assertThat(OtherMachine.of(Map.of("processor", "Alpha", "checkpoints", LEARNED), "Beta"))
                .hasValue(
                        "recorded on Alpha, replayed on Beta: in a market, networks act alike to the last bit on every "
                                + "machine");
    }

    @Test
    void nothingIsSaidOnTheSameMachineOrWithoutNetworksOrOfARunThatDoesNotTell() {
        assertThat(OtherMachine.of(Map.of("processor", "Beta", "checkpoints", LEARNED), "Beta"))
                .isEmpty();
        assertThat(OtherMachine.of(Map.of("processor", "Alpha", "checkpoints", Map.of()), "Beta"))
                .isEmpty();
        assertThat(OtherMachine.of(Map.of("processor", "Alpha"), "Beta")).isEmpty();
        assertThat(OtherMachine.of(Map.of("checkpoints", LEARNED), "Beta")).isEmpty();
    }

    @Test
    void isReadFromARunsManifest() throws IOException {
        assertThat(OtherMachine.of(folder)).isEmpty();
        Files.writeString(folder.resolve("manifest.json"), "{\"processor\":");
        assertThat(OtherMachine.of(folder)).isEmpty();
        Files.writeString(
                folder.resolve("manifest.json"), JsonText.of(Map.of("processor", "Alpha", "checkpoints", LEARNED)));
        assertThat(OtherMachine.of(folder))
                .hasValueSatisfying(said -> assertThat(said).contains("replayed on " + Processor.current()));
    }

    @Test
    void aCheckpointSaysThatItIsEvaluatedElsewhere() {
        assertThat(OtherMachine.ofTraining("Alpha"))
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("trained on Alpha, evaluated on " + Processor.current() + ": "));
        assertThat(OtherMachine.ofTraining("unknown")).isEmpty();
        assertThat(OtherMachine.ofTraining(Processor.current().toString())).isEmpty();
    }
}
