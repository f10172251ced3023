package catallaxy.environment.market.rollup;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.GasSchedule;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.GasPart;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.Service;
import catallaxy.environment.market.contract.Site;
import java.util.List;
import java.util.Optional;

/** Where a chain takes transactions for the rollups that settle on it; on a chain without such rollups there is none. */
public final class RollupPortal implements Kind {
    /** What it uses beside the transaction's and its data's: a round number, between a deposit's own work and its event. */
    private static final long GAS = 40_000;

    /** Gas of a byte of data that is not zero, EIP-2028, https://eips.ethereum.org/EIPS/eip-2028. */
    private static final long GAS_PER_BYTE = 16;

    @Override
    public String name() {
        return "rollup-portal";
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(new CallKind<>(
                ForceTransaction.class,
                "has a rollup execute a call even while its sequencer is out",
                ForceTransaction::load,
                (force, table) -> gas(force),
                (force, asset, table) -> UInt256.ZERO));
    }

    /** Gas units of a call, beside its transaction's: it carries the data of the call that it forces. */
    static long gas(ForceTransaction force) {
        return GAS + GAS_PER_BYTE * force.dataBytes();
    }

    @Override
    public Optional<Contract> onChain(Site site) {
        List<ChainSpec> chains = site.specs(ChainSpec.class);
        boolean any = !chains.isEmpty()
                && chains.stream()
                        .anyMatch(each -> each.dataSpec()
                                .isForcedBy(chains.get(site.chain()).id()));
        return any ? Optional.of(new Portal(chains, chains.get(site.chain()).id())) : Optional.empty();
    }

    private static final class Portal extends Service {
        private final List<ChainSpec> chains;
        private final String here;

        private Portal(List<ChainSpec> chains, String here) {
            this.chains = chains;
            this.here = here;
        }

        @Override
        public Result call(Frame frame, Call call) {
            ForceTransaction force = (ForceTransaction) call;
            return GasPart.charge(frame, gas(force), () -> carryOut(frame, force));
        }

        private Result carryOut(Frame frame, ForceTransaction force) {
            int rollup = force.rollup();
            if (rollup < 0
                    || rollup >= chains.size()
                    || !chains.get(rollup).dataSpec().isForcedBy(here)) {
                return Result.reverted("Rollup: NOT_FORCED_FROM_HERE");
            }
            long most = chains.get(rollup).gas().gasLimit();
            if (force.gasLimit() < GasSchedule.TRANSACTION || force.gasLimit() > most) {
                return Result.reverted("Rollup: GAS_LIMIT_NOT_WITHIN_A_BLOCK");
            }
            frame.force(rollup, force.gasLimit(), force.call());
            return Result.OK;
        }
    }
}
