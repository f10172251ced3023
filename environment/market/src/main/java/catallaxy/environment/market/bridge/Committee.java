package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The validators of a bridge, as accounts of the ledger and no state beside them: a validator is in office as long as it has a stake.
 * One that can be bought signs a forged message for its reservation price, {@code stake · P(caught) + future income}, rounded up: what it
 * expects to lose by it. The least sum that buys a quorum is the cost of corruption, which a safe bridge keeps above the profit from
 * corruption (Deb, Raynor and Kannan 2024, STAKESURE, https://arxiv.org/abs/2401.05797, section 2). Immutable; shared by all forks.
 *
 * @param asset    of stakes and bribes: the market's quote asset
 * @param stakes   account of each validator's stake
 * @param incomes  account of each validator's bribes
 * @param slashed  account of what was taken of stakes
 */
record Committee(CommitteeSpec spec, int asset, List<Integer> stakes, List<Integer> incomes, int slashed) {
    private static final long PARTS = 1_000_000_000L;

    Committee {
        stakes = List.copyOf(stakes);
        incomes = List.copyOf(incomes);
    }

    static void open(BridgeSpec spec, Ledger ledger) {
        for (int i = 0; i < spec.committee().stakes().size(); i++) {
            ledger.openAccount(name(spec, i, "stake"));
            ledger.openAccount(name(spec, i, "income"));
        }
        ledger.openAccount(spec.id() + "/slashed");
    }

    /** The committee of a bridge whose accounts are open; empty if it has none. */
    static Optional<Committee> of(BridgeSpec spec, Ledger ledger, int quoteAsset) {
        return spec.committee().exists()
                ? Optional.of(new Committee(
                        spec.committee(),
                        quoteAsset,
                        accounts(spec, ledger, "stake"),
                        accounts(spec, ledger, "income"),
                        ledger.account(spec.id() + "/slashed")))
                : Optional.empty();
    }

    private static List<Integer> accounts(BridgeSpec spec, Ledger ledger, String what) {
        return IntStream.range(0, spec.committee().stakes().size())
                .mapToObj(i -> ledger.account(name(spec, i, what)))
                .toList();
    }

    private static String name(BridgeSpec spec, int validator, String what) {
        return spec.id() + "/validator-" + (validator + 1) + "/" + what;
    }

    /** Puts up the stakes, which come from outside of the market. */
    void found(BridgeSpec bridge, Ledger ledger, Bridge.Founding founding) {
        for (int i = 0; i < stakes.size(); i++) {
            founding.endow(
                    stakes.get(i),
                    bridge.homeChain(),
                    asset,
                    units(ledger, spec.stakes().get(i)));
        }
    }

    private UInt256 units(Ledger ledger, double whole) {
        return BaseUnits.floor(whole, ledger.assetSpec(asset).decimals());
    }

    /** The cheapest quorum that can be bought now; empty if none can. */
    Optional<CheapestQuorum> cheapest(Ledger ledger) {
        CheapestQuorum.Asking asking = new CheapestQuorum.Asking() {
            @Override
            public Optional<UInt256> price(int validator) {
                return Committee.this.price(ledger, validator);
            }

            @Override
            public int votes(int validator) {
                return spec.votes(validator);
            }
        };
        return CheapestQuorum.of(spec.neededVotes(), stakes.size(), asking);
    }

    /** The least for which a validator signs a forged message; empty if it can't be bought, or is in office no more. */
    Optional<UInt256> price(Ledger ledger, int validator) {
        UInt256 stake = ledger.balance(stakes.get(validator), asset);
        if (validator < spec.incorruptible() || stake.isZero()) {
            return Optional.empty();
        }
        long caught = (long) StrictMath.ceil(spec.caughtProbability() * PARTS);
        UInt256 risk = stake.mulDivCeil(UInt256.of(caught), UInt256.of(PARTS));
        return Optional.of(risk.plusExact(units(ledger, spec.futureIncome())));
    }

    /** Pays each signer of a quorum what it asks; false, and nothing is paid, if the payer has less. */
    boolean pay(Ledger ledger, int payer, CheapestQuorum quorum) {
        if (!ledger.covers(payer, asset, quorum.cost())) {
            return false;
        }
        for (int i = 0; i < stakes.size(); i++) {
            if (signed(quorum.signers(), i)) {
                ledger.transfer(payer, incomes.get(i), asset, price(ledger, i).orElseThrow());
            }
        }
        return true;
    }

    /** Takes the whole stakes of signers; returns what they were. */
    UInt256 slash(Ledger ledger, long signers) {
        UInt256 sum = UInt256.ZERO;
        for (int i = 0; i < stakes.size(); i++) {
            UInt256 stake = ledger.balance(stakes.get(i), asset);
            if (signed(signers, i) && ledger.transfer(stakes.get(i), slashed, asset, stake)) {
                sum = sum.plusExact(stake);
            }
        }
        return sum;
    }

    private static boolean signed(long signers, int validator) {
        return ((signers >>> validator) & 1) == 1;
    }
}
