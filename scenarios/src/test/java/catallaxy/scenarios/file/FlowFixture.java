package catallaxy.scenarios.file;

import catallaxy.environment.base.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A small recording in Binance's form: ten levels around a mid-price that walks, told ten times a second, and trades between. */
public final class FlowFixture {
    private static final int LEVELS = 10;
    private static final int UPDATES = 600;
    private static final long STEP_NANOS = 100_000_000L;

    private final RandomStream random = RandomStream.of(1, "test/flow");
    private final StringBuilder text = new StringBuilder();
    private int mid = 268_000;
    private int before = mid;

    private FlowFixture() {}

    /** A minute of it. */
    public static Path write(Path folder) throws IOException {
        FlowFixture fixture = new FlowFixture();
        for (int update = 0; update < UPDATES; update++) {
            fixture.depth(update);
            fixture.trade(update);
        }
        return Files.writeString(folder.resolve("flow.jsonl"), fixture.text);
    }

    private void depth(int update) {
        before = mid;
        mid += random.nextInt(7) - 3;
        text.append("%d {\"stream\":\"x@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":%d,\"U\":%d,\"u\":%d,\"b\":["
                .formatted(update * STEP_NANOS, 100L * update, update + 1, update + 1));
        levels(-1);
        text.append("],\"a\":[");
        levels(1);
        text.append("]}}\n");
    }

    /** What stood around the former mid-price goes, what stands around the new one is told. */
    private void levels(int direction) {
        String separator = "";
        for (int ticks = mid - LEVELS - 4; ticks <= mid + LEVELS + 4; ticks++) {
            int distance = direction * (ticks - mid);
            boolean stands = distance > 0 && distance <= LEVELS;
            int formerly = direction * (ticks - before);
            if (stands || (formerly > 0 && formerly <= LEVELS)) {
                text.append(separator)
                        .append("[\"%s\",\"%s\"]".formatted(price(ticks), stands ? quantity() : "0.00000"));
                separator = ",";
            }
        }
    }

    private void trade(int update) {
        boolean sale = random.nextBoolean(0.5);
        text.append(
                "%d {\"stream\":\"x@trade\",\"data\":{\"e\":\"trade\",\"p\":\"%s\",\"q\":\"%s\",\"T\":%d,\"m\":%s,\"M\":true}}\n"
                        .formatted(
                                update * STEP_NANOS + STEP_NANOS / 2,
                                price(mid + (sale ? -1 : 1)),
                                quantity(),
                                100L * update + 50,
                                sale));
    }

    private static String price(int ticks) {
        return String.format(Locale.ROOT, "%d.%02d", ticks / 100, ticks % 100);
    }

    private String quantity() {
        return String.format(Locale.ROOT, "0.%05d", 1_000 + random.nextInt(90_000));
    }
}
