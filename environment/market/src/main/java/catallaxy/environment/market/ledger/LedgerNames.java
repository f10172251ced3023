package catallaxy.environment.market.ledger;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Names of assets and accounts, in order of their numbers. Shared by a ledger's copies until one of them adds a name. */
final class LedgerNames {
    private static final double[] POWERS_OF_TEN = IntStream.rangeClosed(0, 77)
            .mapToDouble(exponent -> Double.parseDouble("1e" + exponent))
            .toArray();

    private final List<AssetSpec> assets = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, Integer> assetNumbers = new LinkedHashMap<>();
    private final Map<String, Integer> accountNumbers = new LinkedHashMap<>();
    private boolean[] issuers = new boolean[16];

    LedgerNames() {}

    LedgerNames(LedgerNames other) {
        assets.addAll(other.assets);
        accounts.addAll(other.accounts);
        assetNumbers.putAll(other.assetNumbers);
        accountNumbers.putAll(other.accountNumbers);
        issuers = other.issuers.clone();
    }

    int addAsset(AssetSpec asset) {
        if (assetNumbers.putIfAbsent(asset.symbol(), assets.size()) != null) {
            throw new IllegalArgumentException("asset " + asset.symbol() + " exists already");
        }
        assets.add(asset);
        return assets.size() - 1;
    }

    int addAccount(String name, boolean issuer) {
        if (accountNumbers.putIfAbsent(name, accounts.size()) != null) {
            throw new IllegalArgumentException("account " + name + " exists already");
        }
        int account = accounts.size();
        if (account == issuers.length) {
            issuers = Arrays.copyOf(issuers, 2 * account);
        }
        issuers[account] = issuer;
        accounts.add(name);
        return account;
    }

    int assets() {
        return assets.size();
    }

    int accounts() {
        return accounts.size();
    }

    AssetSpec asset(int asset) {
        return assets.get(asset);
    }

    /** Base units per whole unit, the nearest double. */
    double baseUnits(int asset) {
        return POWERS_OF_TEN[assets.get(asset).decimals()];
    }

    String account(int account) {
        return accounts.get(account);
    }

    boolean issuer(int account) {
        return issuers[account];
    }

    int assetNumber(String symbol) {
        Integer number = assetNumbers.get(symbol);
        if (number == null) {
            throw new IllegalArgumentException("no asset " + symbol + " among " + assetNumbers.keySet());
        }
        return number;
    }

    int accountNumber(String name) {
        Integer number = accountNumbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no account " + name + " among " + accounts.size());
        }
        return number;
    }

    void save(StateWriter out) {
        out.int32(assets.size());
        for (AssetSpec asset : assets) {
            out.text(asset.symbol()).int32(asset.decimals());
        }
        out.int32(accounts.size());
        for (int account = 0; account < accounts.size(); account++) {
            out.text(accounts.get(account)).flag(issuers[account]);
        }
    }

    static LedgerNames load(StateReader in) {
        LedgerNames names = new LedgerNames();
        try {
            int assets = in.count(2 * Integer.BYTES);
            for (int i = 0; i < assets; i++) {
                names.addAsset(new AssetSpec(in.text(), in.int32()));
            }
            int accounts = in.count(Integer.BYTES + 1);
            for (int i = 0; i < accounts; i++) {
                names.addAccount(in.text(), in.flag());
            }
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException("ledger: " + e.getMessage());
        }
        return names;
    }
}
