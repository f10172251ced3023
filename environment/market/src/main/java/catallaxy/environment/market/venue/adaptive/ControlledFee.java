package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A fee that stays where its controller has set it.
 *
 * @param pips of both directions
 */
public record ControlledFee(FeeBounds bounds, String controller, int pips, Flow flow) implements SteeredFee {
    public ControlledFee {
        Checks.inRange("pips", pips, bounds.lowPips(), bounds.highPips());
    }

    @Override
    public String kind() {
        return ControlledFeeKind.NAME;
    }

    @Override
    public int feePips(boolean baseForQuote, long timeNanos) {
        return pips;
    }

    @Override
    public ControlledFee set(int changed) {
        return new ControlledFee(bounds, controller, changed, flow);
    }

    @Override
    public ControlledFee begun(int tick) {
        return new ControlledFee(bounds, controller, pips, Flow.NONE);
    }

    @Override
    public ControlledFee after(SeenSwap swap) {
        return new ControlledFee(bounds, controller, pips, flow.with(swap));
    }

    @Override
    public void save(StateWriter out) {
        bounds.save(out);
        out.text(controller).int32(pips);
        flow.baseIn().save(out);
        flow.baseOut().save(out);
        flow.quoteIn().save(out);
        flow.quoteOut().save(out);
    }

    static ControlledFee load(StateReader in) {
        return new ControlledFee(
                FeeBounds.load(in),
                in.text(),
                in.int32(),
                new Flow(UInt256.load(in), UInt256.load(in), UInt256.load(in), UInt256.load(in)));
    }
}
