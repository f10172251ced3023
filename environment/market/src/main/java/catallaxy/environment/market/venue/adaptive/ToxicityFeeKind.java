package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import java.util.List;

/** The fee that follows the toxicity of flow, as scenarios name it. */
public final class ToxicityFeeKind implements FeeRuleKind {
    static final String NAME = "toxicity-fee";

    private static final VenueKey BUCKET = VenueKey.quantity("bucket-quote", "Volume of a bucket, in the quote asset.");
    private static final VenueKey BUCKETS = VenueKey.number(
            "buckets", "20", 1, 200, "Over how many buckets the imbalance is averaged, a whole number.");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "A fee that rises with the imbalance of the order flow";
    }

    @Override
    public String detail() {
        return """
                fee = low + (high - low) VPIN, where VPIN = sum of |bought - sold| / (buckets x volume) over the last buckets of
                equal volume (Easley, Lopez de Prado and O'Hara 2012): 0 where buyers and sellers balance, 1 where all trade
                one way, as arbitrageurs do after a move.""";
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(FeeBounds.LOW, FeeBounds.HIGH, BUCKET, BUCKETS);
    }

    @Override
    public FeeRule read(VenueSettings settings) {
        return ToxicityFee.of(
                FeeBounds.read(settings),
                settings.units(BUCKET, settings.quote(), 0).max(UInt256.ONE),
                (int) settings.number(BUCKETS));
    }

    @Override
    public FeeRule load(StateReader in) {
        return ToxicityFee.load(in);
    }
}
