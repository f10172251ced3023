package catallaxy.environment.base.digest;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceDigestTest {
    @Test
    void everySmallDifferenceShows() {
        Set<String> seen = new HashSet<>();
        for (int position = 0; position < 200; position++) {
            for (int bit = 0; bit < 64; bit++) {
                TraceDigest digest = new TraceDigest();
                for (int i = 0; i < 200; i++) {
                    digest.add(i == position ? i ^ (1L << bit) : i);
                }
                seen.add(digest.hex());
            }
        }
        assertThat(seen).hasSize(200 * 64);
    }

    @Test
    void orderAndEventBoundariesMatter() {
        TraceDigest ab = new TraceDigest().add(1).add(2);
        TraceDigest ba = new TraceDigest().add(2).add(1);
        assertThat(ab.hex()).isNotEqualTo(ba.hex());
        TraceDigest split = new TraceDigest().add(1);
        split.endEvent();
        split.add(2);
        assertThat(split.hex()).isNotEqualTo(ab.hex());
    }

    @Test
    void continuesAfterCopyAndAfterSaving() {
        TraceDigest digest = new TraceDigest().add(3.5).add("x");
        StateWriter out = new StateWriter();
        digest.save(out);
        TraceDigest loaded = TraceDigest.load(new StateReader(out.toBytes()));
        assertThat(loaded.add(7).hex()).isEqualTo(digest.copy().add(7).hex());
        assertThat(digest.hex()).isNotEqualTo(loaded.hex());
    }
}
