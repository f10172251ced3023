package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.node.NodeTrader;
import catallaxy.environment.market.node.NodeTrader.Moved;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Aave's deployed contracts on a node, whose trader acts for users with the numbers of the simulator's ledger accounts. */
final class LenderOnNode {
    static final String PACKAGE = "@aave/core-v3@1.19.3";
    private static final String CONTRACTS = "@aave/core-v3/artifacts/contracts/protocol/";
    /** "Market" as an argument at 64 bytes. */
    private static final List<BigInteger> NAME =
            List.of(BigInteger.valueOf(6), new BigInteger("4d61726b6574", 16).shiftLeft(8 * 26));

    private LenderOnNode() {}

    private static BigInteger deploy(NodeTrader trader, String path, BigInteger... words) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return trader.deploy(CONTRACTS + path + ".sol/" + name + ".json", words);
    }

    /** A market of two reserves, base and quote, with what the founder has supplied at time zero. */
    static void open(NodeTrader trader, LendingSpec spec, int treasury, int founder) {
        BigInteger provider = deploy(
                trader,
                "configuration/PoolAddressesProvider",
                BigInteger.valueOf(64),
                trader.address(),
                NAME.getFirst(),
                NAME.getLast());
        trader.at(-100, List.of(trader.operation("openProvider(address)", provider)));
        BigInteger admins = deploy(trader, "configuration/ACLManager", provider);
        String open = trader.operation(
                "openPool(address,address,address)",
                admins,
                deploy(trader, "pool/Pool", provider),
                deploy(trader, "pool/PoolConfigurator"));
        Moved pool = trader.at(-80, List.of(open)).getFirst();
        List<BigInteger> tokens = Stream.of("AToken", "StableDebtToken", "VariableDebtToken")
                .map(each -> deploy(trader, "tokenization/" + each, pool.a().toBigInteger()))
                .toList();
        for (int reserve = 0; reserve < spec.reserves().size(); reserve++) {
            LendingTerms terms = spec.reserves().get(reserve);
            reserve(trader, reserve, terms, treasury, tokens, rates(trader, provider, terms.curve()));
        }
        FlashLending.Terms flash = spec.flash();
        trader.at(
                -20,
                List.of(trader.operation("setPremiums(uint128,uint128)", flash.premiumBps(), flash.protocolBps())));
        List<String> supplies = new ArrayList<>();
        for (int reserve = 0; reserve < spec.reserves().size(); reserve++) {
            UInt256 supplied = spec.reserves().get(reserve).supplied();
            supplies.add(trader.operation("supply(uint256,uint256,uint256)", founder, reserve, supplied));
        }
        trader.at(0, supplies);
    }

    private static BigInteger rates(NodeTrader trader, BigInteger provider, RateCurve curve) {
        RateCurve.Stable stable = curve.stable();
        BigInteger[] words = Stream.of(
                        curve.optimalUsage(),
                        curve.base(),
                        curve.slope1(),
                        curve.slope2(),
                        stable.slope1(),
                        stable.slope2(),
                        stable.baseOffset(),
                        stable.excessOffset(),
                        stable.optimalShare())
                .map(UInt256::toBigInteger)
                .toArray(BigInteger[]::new);
        BigInteger[] all = Stream.concat(Stream.of(provider), Stream.of(words)).toArray(BigInteger[]::new);
        return deploy(trader, "pool/DefaultReserveInterestRateStrategy", all);
    }

    private static void reserve(
            NodeTrader trader,
            int reserve,
            LendingTerms terms,
            int treasury,
            List<BigInteger> tokens,
            BigInteger rates) {
        String open = trader.operation(
                "openReserve(uint256,uint256,address,address,address,address)",
                reserve,
                treasury,
                tokens.get(0),
                tokens.get(1),
                tokens.get(2),
                rates);
        String set = trader.operation(
                "setTerms(uint256,uint256,uint256,uint256,uint256,uint256)",
                reserve,
                terms.ltvBps(),
                terms.thresholdBps(),
                terms.bonusBps(),
                terms.reserveFactorBps(),
                terms.protocolFeeBps());
        trader.at(-60 + reserve, List.of(open, set));
    }
}
