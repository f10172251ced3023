package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who bribe validators where that pays, and those who hold what a bridge has minted. */
final class BribingTest {
    private static final long MINUTE = 60_000_000_000L;

    /** Two of three sign, for 1 000 000 and more each. */
    private static CommitteeSpec committee(double income, double detection, boolean holds) {
        return new CommitteeSpec(
                List.of(100_000.0, 100_000.0, 100_000.0), List.of(), 2, 0, income, 1, detection, 10 * MINUTE, holds);
    }

    private static BridgeBriberSpec briber(double capital, double leastGain, int... venues) {
        List<Integer> list = new ArrayList<>();
        for (int venue : venues) {
            list.add(venue);
        }
        return new BridgeBriberSpec(new Group("briber", list, capital), 0, HOUR, leastGain);
    }

    private static BridgeHoldersSpec holders(double share) {
        return new BridgeHoldersSpec(new Group("holders", List.of(POOL_C), 2_000_000), 0, 5 * MINUTE, share);
    }

    private static Town town(CommitteeSpec committee, long seed, List<MarketEvent> events, GroupSpec... groups) {
        Town town = new Town(new SmallMarket().committee(committee), seed, groups);
        town.market.observe(events::add);
        return town;
    }

    private static List<TransportEvent.MessageForged> forged(
            CommitteeSpec committee, long seed, BridgeBriberSpec briber) {
        List<MarketEvent> events = new ArrayList<>();
        Town town = town(committee, seed, events, briber, holders(0.1));
        town.runUntil(70 * MINUTE);
        assertThat(town.market.checkConservation().violations()).isEmpty();
        return events.stream()
                .filter(TransportEvent.MessageForged.class::isInstance)
                .map(TransportEvent.MessageForged.class::cast)
                .toList();
    }

    /** The vault has 10 000 000 USDC and more for what is on the rollup: that is what a quorum may ask. */
    @Test
    void theyAttackIfAndOnlyIfItPays() {
        for (long seed = 1; seed <= 5; seed++) {
            assertThat(forged(committee(2_000_000, 0, false), seed, briber(30_000_000, 0, POOL_A)))
                    .as("it costs 4 000 000, seed %d", seed)
                    .hasSizeBetween(1, 2)
                    .first()
                    .satisfies(first -> assertThat(first.chain()).isEqualTo(SmallMarket.MAIN));
            assertThat(forged(committee(20_000_000, 0, false), seed, briber(300_000_000, 0, POOL_A)))
                    .as("it costs 40 000 000, seed %d", seed)
                    .isEmpty();
            assertThat(forged(committee(2_000_000, 0, false), seed, briber(30_000_000, 1e9, POOL_A)))
                    .as("it is not enough for them")
                    .isEmpty();
            assertThat(forged(committee(2_000_000, 0, false), seed, briber(3_000_000, 0, POOL_A)))
                    .as("they have 1 500 000")
                    .isEmpty();
        }
    }

    /** Found with probability 0.8, what is worth 10 to 25 millions is worth a fifth, if messages wait; else the stakes count alone. */
    @Test
    void aWindowThatMessagesWaitOutTakesTheProfit() {
        assertThat(forged(committee(4_000_000, 0.8, false), 1, briber(30_000_000, 0, POOL_A)))
                .isNotEmpty();
        assertThat(forged(committee(4_000_000, 0.8, true), 1, briber(30_000_000, 0, POOL_A)))
                .isEmpty();
    }

    /** Minted on the rollup, and sold there. */
    @Test
    void whatIsForgedIsSold() {
        assertThat(priceAfter(committee(1_000_000, 0, false), POOL_C, holders(0)))
                .isLessThan(1_500);
        assertThat(priceAfter(CommitteeSpec.NONE, POOL_C, holders(0.2))).isEqualTo(2_000);
    }

    /** Released on the main chain: only those who hold what the bridge minted sell it on the rollup. */
    @Test
    void holdersSellWhatNothingBacks() {
        assertThat(priceAfter(committee(1_000_000, 0, false), POOL_A, holders(0.2)))
                .isLessThan(1_900);
        assertThat(priceAfter(committee(1_000_000, 0, false), POOL_A, holders(0)))
                .isEqualTo(2_000);
    }

    private static double priceAfter(CommitteeSpec committee, int pool, BridgeHoldersSpec holders) {
        List<MarketEvent> events = new ArrayList<>();
        List<GroupSpec> groups = new ArrayList<>(List.of(holders));
        if (committee.exists()) {
            groups.add(new BridgeBriberSpec(new Group("b", List.of(pool), 30_000_000), 0, 10 * MINUTE, 0));
        }
        Town town = town(committee, 3, events, groups.toArray(GroupSpec[]::new));
        town.runUntil(3 * HOUR);
        assertThat(town.market.checkConservation().violations()).isEmpty();
        assertThat(town.market.checkConservation().shortfalls().isEmpty()).isEqualTo(!committee.exists());
        return town.market.price(POOL_C);
    }

    @Test
    void holdersTakeHomeWhatTheVaultPaysFirst() {
        List<MarketEvent> events = new ArrayList<>();
        Town town = town(committee(2_000_000, 0, false), 1, events, holders(0.1), briber(30_000_000, 0, POOL_A));
        town.runUntil(3 * HOUR);
        assertThat(events)
                .filteredOn(TransportEvent.FundsSent.class::isInstance)
                .extracting(event -> ((TransportEvent.FundsSent) event).participant())
                .as("they went home with what was left")
                .contains(town.participant(0));
    }

    @Test
    void forksAndReloadedTownsGoOnAlike() {
        List<MarketEvent> events = new ArrayList<>();
        Town town =
                town(committee(1_000_000, 0.5, false), 2, events, briber(30_000_000, 0, POOL_A, POOL_C), holders(0.1));
        town.runUntil(65 * MINUTE);
        Town fork = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, fork, reloaded)) {
            each.runUntil(4 * HOUR);
        }
        assertThat(fork.digest()).isEqualTo(town.digest());
        assertThat(reloaded.digest()).isEqualTo(town.digest());
        assertThat(events).anyMatch(TransportEvent.ForgeryPaid.class::isInstance);
    }

    @Test
    void whatDoesNotFitTheBridgeIsRefused() {
        assertThatThrownBy(() -> briber(1, 0, POOL_A).check(new SmallMarket().engine()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("one with a committee");
        assertThatThrownBy(() -> new BridgeHoldersSpec(new Group("h", List.of(POOL_A), 1), 0, HOUR, 0.1)
                        .check(new SmallMarket().engine()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("venues on rollup");
        assertThatThrownBy(() -> holders(1.1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new BridgeBriberSpec(new Group("b", List.of(POOL_A), 1), 0, 1, 0))
                .isInstanceOf(InvalidValueException.class);
    }
}
