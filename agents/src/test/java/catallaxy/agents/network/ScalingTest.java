package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.environment.market.random.RandomStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final int TRIES = 20;
    private static final int BUFFERS = 2_000;
    private static final int PATIENCE_SECONDS = 60;
    private static final Cleaner CLEANER = Cleaner.create();

    /** What nothing holds is collected and written over between the product and the gradient. */
    @Test
    void theFactorOutlivesGarbageCollection() throws InterruptedException {
        List<Float> gradients = new ArrayList<>();
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            ParameterLayout layout = new ParameterLayout();
            Mlp line = Mlp.uniform(layout, "line", 1, List.of(), 1, Activation.TANH);
            try (ParameterVector theta = layout.build(compute, RandomStream.of(1, "line"))) {
                for (int i = 0; i < TRIES; i++) {
                    gradients.add(slope(compute, line, theta));
                }
            }
        }
        assertThat(gradients).isEqualTo(Collections.nCopies(TRIES, 0.75f));
    }

    /** Of {@code 0.75 (w x + b)} at x = 1 by w. */
    private static float slope(Compute compute, Mlp line, ParameterVector theta) throws InterruptedException {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray y = line.forward(theta.views(scope), new HostTensor(1).fill(new float[] {1}, 1, scope));
            NDArray loss = Scaling.scaled(y, 0.75).sum();
            List<ByteBuffer> junk = junk();
            gradients.backward(loss);
            assertThat(junk).hasSize(BUFFERS);
            try (NDArray gradient = theta.flat().getGradient()) {
                float slope = gradient.toFloatArray()[0];
                gradient.subi(gradient);
                return slope;
            }
        }
    }

    private static List<ByteBuffer> junk() throws InterruptedException {
        CountDownLatch collected = new CountDownLatch(1);
        CLEANER.register(new Object(), collected::countDown);
        System.gc();
        assertThat(collected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        List<ByteBuffer> junk = new ArrayList<>();
        for (int i = 0; i < BUFFERS; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(Float.BYTES);
            buffer.putInt(0, 0x7f000000 + i);
            junk.add(buffer);
        }
        return junk;
    }
}
