package catallaxy.scenarios.file;

import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.ChainSpec.BlockspaceDemand;
import catallaxy.environment.market.chain.ChainSpec.GasMarket;
import catallaxy.environment.market.chain.ChainSpec.Propagation;
import catallaxy.environment.market.chain.ChainSpec.Reorganisations;
import java.util.Locale;
import java.util.Optional;

/** Reads one entry of {@code chains}. */
final class ChainReader {
    private static final int GAS_DECIMALS = 18;

    private ChainReader() {}

    static Optional<ChainSpec> read(Section.Variant variant, Assets assets) {
        Section section = variant.section();
        ChainSpec.Ordering ordering = Values.constant(section, "ordering", ChainSpec.Ordering.values());
        long blockTime = section.nanos("block-time");
        long gasLimit = section.whole("gas-limit");
        int elasticity = section.whole32("elasticity");
        int denominator = section.whole32("base-fee-denominator");
        long baseFee = section.get("initial-base-fee-gwei", ValueKind.GAS_PRICE);
        int gasAsset = gasAsset(section, assets);
        long propagation = section.nanos("propagation");
        double jitter = section.number("propagation-jitter");
        int mempool = section.whole32("mempool-limit");
        Optional<BlockspaceDemand> demand = demand(section.section("demand"));
        Optional<Reorganisations> reorganisations = reorganisations(section.section("reorganisations"));
        return section.build(() -> new ChainSpec(
                section.name(),
                ChainSpec.Kind.valueOf(variant.kind().toUpperCase(Locale.ROOT).replace('-', '_')),
                ordering,
                blockTime,
                new GasMarket(gasLimit, elasticity, denominator, baseFee, gasAsset, demand.orElseThrow()),
                new Propagation(propagation, jitter),
                mempool,
                reorganisations.orElseThrow()));
    }

    private static int gasAsset(Section section, Assets assets) {
        int asset = section.reference("gas-asset", assets.names());
        if (section.isSound() && assets.decimals(asset) != GAS_DECIMALS) {
            section.reject("gas-asset", "an asset with 18 decimals");
        }
        return asset;
    }

    private static Optional<Reorganisations> reorganisations(Section section) {
        double probability = section.number("probability");
        int depth = section.whole32("depth");
        return section.build(() -> new Reorganisations(probability, depth));
    }

    private static Optional<BlockspaceDemand> demand(Section section) {
        double meanShare = section.number("mean-share");
        double deviation = section.number("log-standard-deviation");
        double elasticity = section.number("price-elasticity");
        long reference = section.get("reference-base-fee-gwei", ValueKind.GAS_PRICE);
        return section.build(() -> new BlockspaceDemand(meanShare, deviation, elasticity, reference));
    }
}
