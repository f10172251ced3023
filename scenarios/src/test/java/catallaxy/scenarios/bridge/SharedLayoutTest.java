package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.bridge.SharedLayout.SharedArray;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SharedLayoutTest {
    private static final SharedLayout LAYOUT = SharedLayout.ofTurns()
            .with("rows", SharedLayout.Type.FLOAT32, 3, 7)
            .with("flags", SharedLayout.Type.UINT8, 65)
            .with("none", SharedLayout.Type.FLOAT64, 0)
            .with("numbers", SharedLayout.Type.FLOAT64, 4);

    @TempDir
    Path folder;

    @Test
    void arraysLieApartOnLinesOfTheirOwn() {
        long end = 0;
        for (SharedArray each : LAYOUT.arrays()) {
            assertThat(each.offset()).as(each.name()).isGreaterThanOrEqualTo(end);
            assertThat(each.offset() % 64).as(each.name()).isZero();
            end = each.offset() + each.size();
        }
        assertThat(LAYOUT.bytes()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void sizesAreThoseOfTheirNumbers() {
        assertThat(LAYOUT.array("rows").size()).isEqualTo(3 * 7 * 4);
        assertThat(LAYOUT.array("flags").size()).isEqualTo(65);
        assertThat(LAYOUT.array("none").size()).isZero();
        assertThat(LAYOUT.array("rows").json()).containsEntry("type", "float32").containsEntry("shape", List.of(3, 7));
        assertThatThrownBy(() -> LAYOUT.array("row")).hasMessage("no array row");
    }

    @Test
    void numbersAreLittleEndianWhereTheLayoutSays() throws IOException {
        Path file = folder.resolve("memory");
        Files.write(file, new byte[(int) LAYOUT.bytes()]);
        SharedBlock block = SharedBlock.map(file, LAYOUT);
        SharedBlock.write(new double[] {1.5, -2}, block.array("numbers"), 1);
        SharedBlock.write(new boolean[] {true, false, true}, block.array("flags"), 2);
        byte[] bytes = Files.readAllBytes(file);
        int numbers = (int) LAYOUT.array("numbers").offset();
        assertThat(bytes[numbers + 8 + 7]).isEqualTo((byte) 0x3f);
        assertThat(bytes[numbers + 8 + 6]).isEqualTo((byte) 0xf8);
        int flags = (int) LAYOUT.array("flags").offset();
        assertThat(List.of(bytes[flags + 2], bytes[flags + 3], bytes[flags + 4]))
                .containsExactly((byte) 1, (byte) 0, (byte) 1);
        assertThatThrownBy(() -> SharedBlock.write(new double[4], block.array("numbers"), 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(block.array("flags").get(ValueLayout.JAVA_BYTE, 4)).isEqualTo((byte) 1);
    }

    @Test
    void memoryThatIsTooSmallOrAbsentIsRefused() throws IOException {
        Path file = folder.resolve("small");
        Files.write(file, new byte[100]);
        assertThatThrownBy(() -> SharedBlock.map(file, LAYOUT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("expected " + LAYOUT.bytes() + " bytes of shared memory, found 100");
        assertThatThrownBy(() -> SharedBlock.map(folder.resolve("absent"), LAYOUT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("absent");
    }
}
