package catallaxy.environment.market.contract;

import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** A chain on which a test says what the scenario describes; it knows no names. */
public record TestSite(List<?> described) implements Site {
    /** Nothing is described. */
    public TestSite() {
        this(List.of());
    }

    @Override
    public int chain() {
        return 0;
    }

    @Override
    public <S> List<S> specs(Class<S> type) {
        return described.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public int account(String name) {
        throw new IllegalArgumentException("no account " + name);
    }

    @Override
    public Ledger ledger() {
        return new Ledger(List.of());
    }

    @Override
    public int quoteAsset() {
        return 0;
    }

    @Override
    public int place(String id) {
        throw new IllegalArgumentException("no place " + id);
    }
}
