package catallaxy.environment.market.engine;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.CallExecutor;
import catallaxy.environment.market.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What a block changed of contracts, and what it sent. The images are never called, so that forks share them.
 *
 * @param images by place among the contracts that are venues: each as it was before the block first called it
 * @param sent   slots of what it sent to other places
 */
record BlockEffects(Map<Integer, Contract> images, List<Integer> sent) implements CallExecutor.Effects {
    static final BlockEffects NOTHING = new BlockEffects(new TreeMap<>(), List.of());

    /** What a block has changed so far. */
    static final class Recording {
        private final Map<Integer, Contract> images = new TreeMap<>();
        private final List<Integer> sent = new ArrayList<>();

        /** Remembers a contract before its first call. */
        void touched(int index, Contract contract) {
            images.computeIfAbsent(index, ignored -> contract.copy());
        }

        void sent(List<Integer> slots) {
            sent.addAll(slots);
        }

        BlockEffects ended() {
            return new BlockEffects(images, List.copyOf(sent));
        }
    }

    /**
     * Puts the contracts back, and takes back what the latest block of a chain has sent and forced.
     *
     * @param recall takes back what has left, by its slot
     */
    void undo(MarketState state, int chain, IntConsumer recall) {
        images.forEach((index, image) -> state.contracts[index].restore(image));
        sent.forEach(recall::accept);
        new Forcing(state, chain).recall();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(images.size());
        images.forEach((index, image) -> image.save(out.int32(index)));
        out.int32(sent.size());
        sent.forEach(out::int32);
    }

    static BlockEffects load(StateReader in, MarketLayout layout) {
        Map<Integer, Contract> images = new TreeMap<>();
        for (int rest = in.count(Integer.BYTES); rest > 0; rest--) {
            int index = in.int32();
            images.put(index, layout.contracts().load(index, in));
        }
        List<Integer> sent = new ArrayList<>();
        for (int rest = in.count(Integer.BYTES); rest > 0; rest--) {
            sent.add(in.int32());
        }
        return new BlockEffects(images, sent);
    }
}
