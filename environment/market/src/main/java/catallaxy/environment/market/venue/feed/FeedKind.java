package catallaxy.environment.market.venue.feed;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueAssets;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** Feeds of prices that participants report in transactions of their own. */
public final class FeedKind implements VenueKind<FeedSpec, FeedContract> {
    private static final VenueKey REPORTERS = VenueKey.names(
            "reporters",
            "Participants who may report: names of agents, and of groups of the population of kind `reporter`.");
    private static final VenueKey QUORUM = VenueKey.number(
            "quorum", "1", 1, 31, "How many fresh reports an answer needs; without them the last stands.");
    private static final VenueKey HEARTBEAT = VenueKey.number(
            "heartbeat-seconds",
            "3600",
            1,
            604_800,
            "After which a reporter tells a price again though it has not moved; a report is fresh for two of them.");
    private static final VenueKey DEVIATION = VenueKey.number(
            "deviation-bps", "50", 0, 10_000, "By how much a price must have moved for a report before that.");

    @Override
    public String name() {
        return "price-feed";
    }

    @Override
    public String summary() {
        return "A contract to which reporters tell prices in transactions, and which answers with their median";
    }

    @Override
    public String detail() {
        return """
                answer = median of the reporters' last prices that are fresh, as of the last report at which the quorum was met.
                It exchanges nothing: lending markets and options read it where their oracle is `median`.""";
    }

    @Override
    public Class<FeedSpec> spec() {
        return FeedSpec.class;
    }

    @Override
    public VenueAssets assets() {
        return VenueAssets.LIST;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(REPORTERS, QUORUM, HEARTBEAT, DEVIATION);
    }

    /** One venue, which exchanges nothing. */
    @Override
    public List<String> venues(String name, List<String> assets) {
        return List.of(name);
    }

    @Override
    public List<FeedSpec> read(VenueSettings settings) {
        return List.of(new FeedSpec(
                settings.name(),
                settings.chain(),
                settings.assets(),
                settings.names(REPORTERS),
                (int) Math.round(settings.number(QUORUM)),
                Math.round(settings.number(HEARTBEAT)),
                settings.number(DEVIATION)));
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(CallKind.ofVenue(
                ReportPrice.class,
                "tells a price to a feed, as one of its reporters",
                (in, inner) -> ReportPrice.load(in)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return call instanceof ReportPrice ? FeedContract.GAS : 0;
    }

    @Override
    public long hopGas() {
        return 0;
    }

    @Override
    public FeedContract deploy(FeedSpec spec, Deployment at) {
        return FeedContract.open(spec, at.venue());
    }

    @Override
    public FeedContract load(FeedSpec spec, int venue, StateReader in) {
        return FeedContract.load(spec, venue, in);
    }

    @Override
    public List<Class<?>> capabilities() {
        return List.of(PriceFeed.class);
    }

    /** Nothing without the market's time. */
    @Override
    public <T> Optional<T> as(Class<T> capability, FeedSpec spec, int venue, FeedContract contract, Ledger ledger) {
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability, FeedSpec spec, int venue, FeedContract contract, Ledger ledger, MarketView market) {
        return capability == PriceFeed.class
                ? Optional.of(capability.cast(new FeedView(spec, venue, contract, ledger, market)))
                : Optional.empty();
    }
}
