package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * One execution of a bundle in a block: its transactions, then its bid. Where one of them cannot be executed it stops there, and
 * whoever runs it takes back what came before.
 */
final class BundleRun {
    private static final String REVERTED = "REVERTED: ";

    private final Bundle bundle;
    private final BlockExecution block;
    private final BlockExecution.Header header;
    private final Ledger ledger;
    private final int account;
    private final List<List<UInt256>> course = new ArrayList<>();
    private final List<UInt256> given = new ArrayList<>();
    private UInt256 gasWei = UInt256.ZERO;
    private UInt256 tipsWei = UInt256.ZERO;
    private long gasUsed;

    BundleRun(Bundle bundle, BlockExecution block) {
        Settlement settlement = block.settlement();
        this.bundle = bundle;
        this.block = block;
        this.header = block.header();
        this.ledger = settlement.ledger();
        this.account = settlement.accounts().free(bundle.participant(), header.chain());
    }

    /** Runs it. */
    BundleOutcome outcome() {
        course.add(holdings());
        for (BundleItem each : bundle.items()) {
            String fault = executed(each);
            if (!fault.isEmpty()) {
                return BundleOutcome.failed(fault);
            }
            course.add(holdings());
        }
        UInt256 bid = bundle.terms().bidWei();
        if (!ledger.transfer(account, header.accounts().proposers(), gasAsset(), bid)) {
            return BundleOutcome.failed("BID_NOT_COVERED");
        }
        if (!block.executor().isTrial()) {
            tell(course.getFirst(), holdings());
        }
        return new BundleOutcome("", bid.plusExact(tipsWei), gasUsed);
    }

    private int gasAsset() {
        return header.spec().gas().gasAsset();
    }

    /** {@code [transactions + 1][assets]}: what the sender had before and after each transaction, the bid not taken off. */
    List<List<UInt256>> course() {
        return List.copyOf(course);
    }

    /** {@code [transactions]}: what each gave, base units. */
    List<UInt256> given() {
        return List.copyOf(given);
    }

    private List<UInt256> holdings() {
        List<UInt256> holdings = new ArrayList<>(ledger.assets());
        for (int asset = 0; asset < ledger.assets(); asset++) {
            holdings.add(ledger.balance(account, asset));
        }
        return holdings;
    }

    /** Executes a transaction; why it cannot be, or nothing. */
    private String executed(BundleItem item) {
        return switch (item) {
            case BundleItem.Own own -> executedOwn(own);
            case BundleItem.Waiting(int sender, long nonce, long sequence) -> {
                Transaction waiting = block.pools().mempool().executable(sender);
                yield waiting != null && waiting.nonce() == nonce && waiting.sequence() == sequence
                        ? executed(waiting, true)
                        : "TRANSACTION_NOT_EXECUTABLE";
            }
        };
    }

    private String executedOwn(BundleItem.Own own) {
        int sender = bundle.participant();
        long nonce = block.pools().nonces().next(sender);
        if (block.pools().mempool().get(sender, nonce) != null) {
            return "NONCE_WAITS_IN_MEMPOOL";
        }
        Transaction transaction = new Transaction(
                bundle.sequence(),
                sender,
                nonce,
                own.gasLimit(),
                own.maxFeePerGasWei(),
                own.maxPriorityFeePerGasWei(),
                Long.MAX_VALUE,
                own.call());
        return transaction.fault(header.spec().gas().gasLimit()).orElseGet(() -> executed(transaction, false));
    }

    private String executed(Transaction transaction, boolean waited) {
        if (transaction.maxFeePerGasWei() < block.baseFeeWei()) {
            return "FEE_CAP_BELOW_BASE_FEE";
        } else if (transaction.gasLimit() > block.gasLeft()) {
            return "BLOCK_FULL";
        } else if (!block.isCovered(transaction)) {
            return Admission.INSUFFICIENT_FUNDS;
        }
        UInt256 data = block.executor().dataFee(transaction.call());
        Execution execution = block.execute(transaction, waited);
        gasUsed += execution.gasUsed();
        given.add(execution.amount());
        if (!waited) {
            long tip = transaction.priorityFeeWei(block.baseFeeWei());
            tipsWei = tipsWei.plusExact(Wei.times(tip, execution.gasUsed()));
            gasWei = gasWei.plusExact(Wei.times(block.baseFeeWei() + tip, execution.gasUsed()))
                    .plusExact(data);
        }
        boolean sound = execution.succeeded() || bundle.terms().mayRevert();
        return sound ? "" : REVERTED + execution.reason();
    }

    private static List<MarketEvent.Detail> changes(List<UInt256> before, List<UInt256> after) {
        List<MarketEvent.Detail> changes = new ArrayList<>();
        for (int asset = 0; asset < after.size(); asset++) {
            UInt256 was = before.get(asset);
            UInt256 now = after.get(asset);
            if (now.isLessThan(was)) {
                changes.add(new MarketEvent.Detail("lost", asset, was.minusExact(now)));
            } else if (was.isLessThan(now)) {
                changes.add(new MarketEvent.Detail("gained", asset, now.minusExact(was)));
            }
        }
        return changes;
    }

    private void tell(List<UInt256> before, List<UInt256> after) {
        double bid = ledger.toWhole(gasAsset(), bundle.terms().bidWei());
        block.remembered(bundle.participant()).gas(bid * block.settlement().mark(gasAsset()));
        block.settlement()
                .log()
                .emit(new MarketEvent.BundleIncluded(
                        header.timeNanos(),
                        header.chain(),
                        header.number(),
                        bundle.participant(),
                        bundle.id(),
                        bundle.strategy(),
                        bundle.items().size(),
                        gasWei,
                        bundle.terms().bidWei(),
                        changes(before, after)));
    }
}
