package catallaxy.environment.market.bridge;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.chain.ChainSpec;
import java.util.List;

/**
 * A lock-and-mint bridge as the scenario describes it: assets native to {@code homeChain} are locked there and minted
 * on {@code remoteChain}; on the way back they are burned there and unlocked at home.
 *
 * @param id                 name
 * @param homeChain          index of the chain on which the assets are native
 * @param remoteChain        index of the chain on which they are minted
 * @param assets             indices of the assets carried
 * @param delayNanos         from inclusion of the deposit to delivery
 * @param feePips            of the amount, in millionths, rounded up, kept by the bridge in the asset carried
 * @param failureProbability in [0, 1]: the transfer comes back to its sender, less nothing, after the delay
 */
public record BridgeSpec(
        String id,
        @Key("home") @NameOf(NameOf.Thing.CHAIN) int homeChain,
        @Key("remote") @NameOf(NameOf.Thing.CHAIN) int remoteChain,
        @NameOf(NameOf.Thing.ASSET) List<Integer> assets,
        long delayNanos,
        long feePips,
        double failureProbability) {
    public BridgeSpec {
        assets = List.copyOf(assets);
        Checks.that(homeChain != remoteChain, "remoteChain", "another chain than the home chain", remoteChain);
        Checks.inRange("delayNanos", delayNanos, 0, 30 * 86_400_000_000_000L);
        Checks.inRange("feePips", feePips, 0, 500_000);
        Checks.inRange("failureProbability", failureProbability, 0, 1);
    }

    /** Number of the block of a chain of departure with which a transfer in one of its blocks may be paid out. */
    public long finalWith(ChainSpec chain, long block) {
        return block + chain.reorganisations().depth();
    }
}
