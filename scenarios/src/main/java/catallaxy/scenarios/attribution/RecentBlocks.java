package catallaxy.scenarios.attribution;

import catallaxy.environment.market.chain.ChainSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What agents' transactions did in the latest blocks of each chain, as long as these may be replaced.
 *
 * @param <T> what is kept of a transaction
 */
final class RecentBlocks<T> {
    private final List<ChainSpec> chains;
    /** {@code [chains]}: the newest block last. */
    private final List<Deque<List<T>>> blocks = new ArrayList<>();
    /** {@code [chains]}: of the block that is being made. */
    private final List<List<T>> current = new ArrayList<>();

    RecentBlocks(List<ChainSpec> chains) {
        this.chains = chains;
        chains.forEach(_ -> {
            blocks.add(new ArrayDeque<>());
            current.add(new ArrayList<>());
        });
    }

    void add(int chain, T transaction) {
        if (depth(chain) > 0) {
            current.get(chain).add(transaction);
        }
    }

    private int depth(int chain) {
        return chains.get(chain).permanence().depth();
    }

    void closed(int chain) {
        if (depth(chain) > 0) {
            blocks.get(chain).addLast(List.copyOf(current.get(chain)));
            current.get(chain).clear();
            if (blocks.get(chain).size() > depth(chain)) {
                blocks.get(chain).removeFirst();
            }
        }
    }

    /** Takes out the latest blocks of a chain; returns their transactions, the newest first. */
    List<T> undone(int chain, int depth) {
        List<T> undone = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            undone.addAll(blocks.get(chain).removeLast().reversed());
        }
        return undone;
    }
}
