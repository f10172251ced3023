package catallaxy.environment.market.storm;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands on the chains of a {@link StormPlan}: ledger, contracts, prices of the world, and what is under way. Contracts are addressed
 * as on a real chain: first the services of each chain, then the venues'.
 */
final class StormState {
    private final StormPlan plan;
    private final Accounts accounts;
    private final int issuer;
    private final List<Contract> services = new ArrayList<>();
    private final List<Map<String, Integer>> serviceOfCall = new ArrayList<>();
    private final StormMarket market;
    private final List<Bridge> bridges = new ArrayList<>();
    private final List<Delivery> sent = new ArrayList<>();
    /** By venue: the place of its contract. */
    private final int[] places;

    private final Contract[] contracts;
    private final Ledger ledger;
    private final Settlement settlement;

    StormState(StormPlan plan) {
        this.plan = plan;
        this.ledger = new Ledger(plan.assets());
        this.market = new StormMarket(plan.assets());
        this.issuer = ledger.openIssuer("genesis");
        this.places = new int[plan.venues().size()];
        plan.bridges().forEach(bridge -> Bridge.open(bridge, ledger));
        openServices();
        this.contracts = deploy();
        this.accounts = new Accounts(List.of("one", "two"));
        this.settlement = new Settlement(ledger, accounts, 0);
        foundBridges();
        for (int i = 0; i < StormPlan.PARTICIPANTS; i++) {
            endow(settlement.openParticipant("p" + i));
        }
    }

    private void foundBridges() {
        for (BridgeSpec each : plan.bridges()) {
            Bridge bridge = Bridge.of(each, ledger, 0, 0);
            bridges.add(bridge);
            bridge.found(ledger, this::endow);
        }
    }

    private void endow(int participant) {
        for (int asset = 0; asset < plan.assets().size(); asset++) {
            for (int chain = 0; chain < StormPlan.CHAINS; chain++) {
                endow(
                        accounts.free(participant, chain),
                        chain,
                        asset,
                        plan.wealth().get(asset));
            }
        }
    }

    /** Puts new units on a chain: minted by a bridge that mints them there. */
    private void endow(int account, int chain, int asset, UInt256 amount) {
        for (Bridge bridge : bridges) {
            if (bridge.mints(chain, asset)) {
                bridge.endow(ledger, issuer, account, asset, amount);
                return;
            }
        }
        ledger.issue(issuer, account, asset, amount);
    }

    private void openServices() {
        for (int chain = 0; chain < StormPlan.CHAINS; chain++) {
            Map<String, Integer> ofCall = new TreeMap<>();
            serviceOfCall.add(ofCall);
            for (Kind kind : plan.kinds().all()) {
                Optional<Contract> service = kind.onChain(plan.site(ledger, chain));
                service.ifPresent(contract -> {
                    kind.calls().forEach(call -> ofCall.put(call.name(), services.size()));
                    services.add(contract);
                });
            }
        }
    }

    private Contract[] deploy() {
        List<Contract> deployed = new ArrayList<>();
        Map<Object, Integer> hosts = new HashMap<>();
        for (int venue = 0; venue < places.length; venue++) {
            VenueSpec.OnChain spec = plan.venues().get(venue);
            Integer known = hosts.get(spec.host());
            places[venue] = known == null ? deployed.size() : known;
            if (known == null) {
                hosts.put(spec.host(), places[venue]);
                deployed.add(deploy(plan.kinds().venueOf(spec), venue));
            }
        }
        return deployed.toArray(Contract[]::new);
    }

    private <S extends VenueSpec.OnChain> Contract deploy(VenueKind<S, ?> kind, int venue) {
        return kind.deploy(kind.spec().cast(plan.venues().get(venue)), new Birth(venue));
    }

    /** A venue's contract at time zero; whatever has the same host shares it. */
    private final class Birth implements Deployment {
        private final int venue;

        Birth(int venue) {
            this.venue = venue;
        }

        @Override
        public int venue() {
            return venue;
        }

        @Override
        public List<Shared> sharing() {
            List<Shared> sharing = new ArrayList<>();
            for (int other = venue; other < places.length; other++) {
                if (plan.venues()
                        .get(other)
                        .host()
                        .equals(plan.venues().get(venue).host())) {
                    sharing.add(new Shared(other, plan.venues().get(other)));
                }
            }
            return sharing;
        }

        @Override
        public Ledger ledger() {
            return ledger;
        }

        @Override
        public void endow(int account, int asset, UInt256 amount) {
            ledger.issue(issuer, account, asset, amount);
        }
    }

    private StormState(StormState other, Settlement settlement, StormMarket market, Contract[] contracts) {
        this.plan = other.plan;
        this.accounts = other.accounts;
        this.issuer = other.issuer;
        this.services.addAll(other.services);
        this.serviceOfCall.addAll(other.serviceOfCall);
        this.market = market;
        this.sent.addAll(other.sent);
        this.places = other.places;
        this.contracts = contracts;
        this.settlement = settlement;
        this.ledger = settlement.ledger();
        other.bridges.forEach(bridge -> bridges.add(bridge.copy()));
    }

    /** An independent state: every contract's own copy. */
    StormState copy() {
        Contract[] copies = new Contract[contracts.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = contracts[i].copy();
        }
        return new StormState(this, settlement.copy(), market.copy(), copies);
    }

    /** An independent state: every contract written and read back. */
    StormState restored() {
        Contract[] loaded = new Contract[contracts.length];
        for (int venue = places.length - 1; venue >= 0; venue--) {
            loaded[places[venue]] = load(plan.kinds().venueOf(plan.venues().get(venue)), venue);
        }
        StateWriter out = new StateWriter();
        settlement.save(out);
        Settlement read = Settlement.load(new StateReader(out.toBytes()), accounts);
        return new StormState(this, read, market.copy(), loaded);
    }

    private <S extends VenueSpec.OnChain> Contract load(VenueKind<S, ?> kind, int venue) {
        StateWriter out = new StateWriter();
        contracts[places[venue]].save(out);
        StateReader in = new StateReader(out.toBytes());
        Contract loaded = kind.load(kind.spec().cast(plan.venues().get(venue)), venue, in);
        in.end();
        return loaded;
    }

    /** Ledger and contracts, written. */
    byte[] written() {
        StateWriter out = new StateWriter();
        for (int account = 0; account < ledger.accounts(); account++) {
            for (int asset = 0; asset < ledger.assets(); asset++) {
                (ledger.isIssuer(account) ? ledger.issued(account, asset) : ledger.balance(account, asset)).save(out);
            }
        }
        for (Contract each : contracts) {
            each.save(out);
        }
        out.int32(sent.size());
        return out.toBytes();
    }

    StormPlan plan() {
        return plan;
    }

    Ledger ledger() {
        return ledger;
    }

    Accounts accounts() {
        return accounts;
    }

    Settlement settlement() {
        return settlement;
    }

    Bridge bridge(int index) {
        return bridges.get(index);
    }

    StormMarket market() {
        return market;
    }

    /** What has left, and has not arrived. */
    List<Delivery> sent() {
        return sent;
    }

    /** Address of a venue, which is on the first chain, or {@link Frame#NO_CONTRACT}. */
    int venue(int chain, int venue) {
        return chain == 0 && venue >= 0 && venue < places.length ? services.size() + places[venue] : Frame.NO_CONTRACT;
    }

    /** Address of the service that carries out calls of a name, or {@link Frame#NO_CONTRACT}. */
    int service(int chain, String call) {
        return serviceOfCall.get(chain).getOrDefault(call, Frame.NO_CONTRACT);
    }

    Contract contract(int address) {
        return address < services.size() ? services.get(address) : contracts[address - services.size()];
    }

    /** Ledger account of a participant on the first chain. */
    int account(int participant) {
        return accounts.free(participant, 0);
    }

    /** What a venue offers of a capability; empty where it does not. */
    <T> Optional<T> find(int venue, Class<T> capability) {
        return find(plan.kinds().venueOf(plan.venues().get(venue)), venue, capability);
    }

    /** The same of one that does. */
    <T> T offered(int venue, Class<T> capability) {
        return find(venue, capability).orElseThrow();
    }

    @SuppressWarnings("unchecked") // a kind's contracts are those that it deployed or loaded
    private <S extends VenueSpec.OnChain, C extends Contract, T> Optional<T> find(
            VenueKind<S, C> kind, int venue, Class<T> capability) {
        S spec = kind.spec().cast(plan.venues().get(venue));
        return kind.as(capability, spec, venue, (C) contracts[places[venue]], ledger, market);
    }
}
