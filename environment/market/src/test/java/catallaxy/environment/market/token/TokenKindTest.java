package catallaxy.environment.market.token;

import static catallaxy.environment.market.contract.TestFrame.OTHER;
import static catallaxy.environment.market.contract.TestFrame.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallTable;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.contract.TestFrame;
import catallaxy.environment.market.contract.TestSite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers of tokens, to participants and to contracts. */
final class TokenKindTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final int TILL = 3;
    private static final long GAS = 30_000;
    private static final long CHECKS = 13_500;
    private static final Result NOBODY = Result.reverted("ERC20: transfer to the zero address");
    private static final Result TOO_MUCH = Result.reverted("ERC20: transfer amount exceeds balance");

    private final Contract tokens = new TokenKind().onChain(new TestSite()).orElseThrow();
    private final TestFrame frame = new TestFrame(100);

    /** A contract with an account, which takes no calls. */
    private record Till(int account) implements Contract {
        @Override
        public Result call(Frame frame, Call call) {
            return Result.reverted(call.name());
        }

        @Override
        public Contract copy() {
            return this;
        }

        @Override
        public void restore(Contract earlier) {}

        @Override
        public void save(StateWriter out) {}
    }

    private Result transfer(int participant, int asset, long units) {
        return tokens.call(frame, new Call.Transfer(participant, asset, UInt256.of(units)));
    }

    private Result pay(int venue, Amount amount) {
        return tokens.call(frame, new Call.Pay(venue, USDC, amount));
    }

    @Test
    void aTransferMovesWhatItSays() {
        assertThat(transfer(OTHER, USDC, 30)).isEqualTo(Result.of(UInt256.of(30)));
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.of(70));
        assertThat(frame.owned(OTHER, USDC)).isEqualTo(UInt256.of(130));
        assertThat(frame.owned(SENDER, ETH)).as("of the other asset").isEqualTo(UInt256.of(100));
        assertThat(frame.charged).containsExactly(CHECKS, GAS - CHECKS);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100})
    void aTransferToOneselfChangesNothing(long units) {
        assertThat(transfer(SENDER, USDC, units)).isEqualTo(Result.of(UInt256.of(units)));
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.of(100));
    }

    @Test
    void theAmountMayBeAllOrWhatAnEarlierCallGave() {
        frame.after(Result.of(UInt256.of(40)));
        assertThat(tokens.call(frame, new Call.Transfer(OTHER, USDC, Amount.given(0))))
                .isEqualTo(Result.of(UInt256.of(40)));
        assertThat(tokens.call(frame, new Call.Transfer(OTHER, USDC, Amount.all())))
                .isEqualTo(Result.of(UInt256.of(60)));
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void whoIsNotThereReceivesNothing(int participant) {
        assertThat(transfer(participant, USDC, 1)).isEqualTo(NOBODY);
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.of(100));
        assertThat(frame.charged).containsExactly(CHECKS);
    }

    @Test
    void moreThanThereIsDoesNotMove() {
        assertThat(transfer(OTHER, USDC, 101)).isEqualTo(TOO_MUCH);
        assertThat(tokens.call(frame, new Call.Transfer(OTHER, USDC, UInt256.MAX)))
                .isEqualTo(TOO_MUCH);
        assertThat(frame.owned(OTHER, USDC)).isEqualTo(UInt256.of(100));
        assertThat(frame.gas()).isEqualTo(2 * CHECKS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MIN_VALUE})
    void anAssetThatDoesNotExistIsNobodys(int asset) {
        assertThat(transfer(OTHER, asset, 0)).isEqualTo(TOO_MUCH);
        assertThat(tokens.call(frame, new Call.Transfer(OTHER, asset, Amount.all())))
                .isEqualTo(TOO_MUCH);
    }

    @Test
    void aVenueIsPaidIntoItsContractsAccount() {
        int till = frame.ledger().openAccount("till");
        frame.with(TILL, new Till(till));
        assertThat(pay(TILL, Amount.of(UInt256.of(25)))).isEqualTo(Result.of(UInt256.of(25)));
        assertThat(frame.ledger().balance(till, USDC)).isEqualTo(UInt256.of(25));
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.of(75));
        assertThat(frame.called).as("the contract is not asked").isEmpty();
    }

    @Test
    void whoCannotOwnCannotBePaid() {
        frame.with(TILL, new Till(Kind.NO_ACCOUNT));
        assertThat(pay(TILL, Amount.all())).as("a contract without account").isEqualTo(NOBODY);
        assertThat(pay(TILL + 1, Amount.all())).as("no contract").isEqualTo(NOBODY);
        assertThat(frame.owned(SENDER, USDC)).isEqualTo(UInt256.of(100));
    }

    @Test
    void anotherCallIsUnknown() {
        assertThat(tokens.call(frame, new Call.Deposit(0, ETH, UInt256.ONE)))
                .isEqualTo(Result.reverted("ERC20: UNKNOWN_CALL Deposit"));
    }

    /** Against balances that are counted by hand. */
    @Test
    void balancesFollowTheTransfersThatSucceed() {
        for (long seed = 0; seed < 20; seed++) {
            TestFrame drawn = new TestFrame(1_000);
            RandomStream random = RandomStream.of(seed, "test/transfers");
            long[] left = {1_000, 1_000};
            for (int i = 0; i < 50; i++) {
                int asset = random.nextInt(2);
                int to = random.nextInt(4) - 1;
                long units = random.nextLong(200);
                boolean moves = to >= SENDER && to <= OTHER && units <= left[asset];
                Call call = new Call.Transfer(to, asset, UInt256.of(units));
                assertThat(tokens.call(drawn, call).ok())
                        .as("seed %d: %s", seed, call)
                        .isEqualTo(moves);
                left[asset] -= moves && to == OTHER ? units : 0;
                assertThat(drawn.owned(SENDER, asset)).as("seed %d", seed).isEqualTo(UInt256.of(left[asset]));
                assertThat(drawn.owned(OTHER, asset)).as("seed %d", seed).isEqualTo(UInt256.of(2_000 - left[asset]));
            }
        }
    }

    @Test
    void aTransferTakesItsAmountOfItsAssetWhereThatIsKnown() {
        CallTable table = new CallTable(Kinds.of(List.of(new TokenKind())), List.of());
        UInt256 seven = UInt256.of(7);
        for (Call call : List.of(new Call.Transfer(OTHER, USDC, seven), new Call.Pay(TILL, USDC, Amount.of(seven)))) {
            assertThat(table.taken(call, USDC)).as(call.name()).isEqualTo(seven);
            assertThat(table.taken(call, ETH)).as(call.name()).isEqualTo(UInt256.ZERO);
            assertThat(table.gas(call)).as(call.name()).isEqualTo(GAS);
        }
        assertThat(table.taken(new Call.Transfer(OTHER, USDC, Amount.all()), USDC))
                .isEqualTo(UInt256.ZERO);
        assertThat(table.taken(new Call.Pay(TILL, USDC, Amount.given(0)), USDC)).isEqualTo(UInt256.ZERO);
    }
}
