package catallaxy.scenarios.run;

import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Holds back what happened in blocks that may still be replaced, so that what is counted and written of a run is what stands in the
 * end. Events of chains whose blocks stand, and of everything else, come through at once.
 */
final class StandingBlocks {
    private static final int NO_CHAIN = -1;

    private final EngineSpec spec;
    private final boolean holds;
    /** {@code [chains]}: the latest blocks, the newest last. */
    private final List<Deque<List<MarketEvent>>> blocks = new ArrayList<>();
    /** {@code [chains]}: what has happened in the block that is being made. */
    private final List<List<MarketEvent>> current = new ArrayList<>();

    StandingBlocks(EngineSpec spec) {
        this.spec = spec;
        this.holds = spec.chains().stream().anyMatch(chain -> chain.permanence().depth() > 0);
        for (int chain = 0; chain < spec.chains().size(); chain++) {
            blocks.add(new ArrayDeque<>());
            current.add(new ArrayList<>());
        }
    }

    /** Whether the blocks of all chains stand, so that every event comes through at once. */
    boolean holdsNothing() {
        return !holds;
    }

    /** Takes the next event; returns what is now known to stand, in order. */
    List<MarketEvent> standing(MarketEvent event) {
        if (event instanceof MarketEvent.ChainReorganised replaced) {
            for (int i = 0; i < replaced.depth(); i++) {
                blocks.get(replaced.chain()).removeLast();
            }
        }
        int chain = chainOf(event);
        if (chain == NO_CHAIN || depth(chain) == 0) {
            return List.of(event);
        }
        current.get(chain).add(event);
        return event instanceof MarketEvent.BlockProduced ? close(chain) : List.of();
    }

    private List<MarketEvent> close(int chain) {
        blocks.get(chain).addLast(List.copyOf(current.get(chain)));
        current.get(chain).clear();
        return blocks.get(chain).size() > depth(chain) ? blocks.get(chain).removeFirst() : List.of();
    }

    private int depth(int chain) {
        return spec.chains().get(chain).permanence().depth();
    }

    /** The chain in whose blocks an event happens. */
    private int chainOf(MarketEvent event) {
        return switch (event) {
            case MarketEvent.PoolSwapped swap -> chainOfVenue(swap.venue());
            case MarketEvent.LiquidityChanged changed -> chainOfVenue(changed.venue());
            case MarketEvent.VenueChanged changed -> chainOfVenue(changed.venue());
            case MarketEvent.TransactionExecuted executed -> executed.chain();
            case MarketEvent.DataPaid paid -> paid.chain();
            case MarketEvent.BlobsPosted posted -> posted.chain();
            case MarketEvent.BundleIncluded included -> included.chain();
            case MarketEvent.BlockAuctioned auctioned -> auctioned.chain();
            case MarketEvent.BlockProduced produced -> produced.chain();
            default -> NO_CHAIN;
        };
    }

    private int chainOfVenue(int venue) {
        return spec.venues().get(venue) instanceof VenueSpec.OnChain contract ? contract.chain() : NO_CHAIN;
    }

    /** What is left at the end of a run, when nothing more can be replaced. */
    List<MarketEvent> rest() {
        List<MarketEvent> rest = new ArrayList<>();
        for (Deque<List<MarketEvent>> chain : blocks) {
            chain.forEach(rest::addAll);
            chain.clear();
        }
        return rest;
    }
}
