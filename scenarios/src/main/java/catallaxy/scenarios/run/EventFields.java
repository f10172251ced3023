package catallaxy.scenarios.run;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.run.TraceEvent.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one event says, as it is gathered: names instead of indices, whole units instead of base units. */
final class EventFields {
    private static final int GWEI_DECIMALS = 9;

    private final RunNames names;
    private final Map<String, Object> said = new LinkedHashMap<>();
    private final List<String> participants = new ArrayList<>();

    EventFields(RunNames names) {
        this.names = names;
    }

    /** Says a text, a number, a truth value or an amount. */
    EventFields put(String key, Object value) {
        said.put(key, value);
        return this;
    }

    EventFields put(String key, Enum<?> constant) {
        return put(key, constant.name().toLowerCase(Locale.ROOT));
    }

    /** Says an amount of base units. */
    EventFields put(String key, int asset, UInt256 units) {
        return put(key, names.amount(asset, units));
    }

    EventFields chain(int chain) {
        return put("chain", names.chain(chain));
    }

    EventFields venue(int venue) {
        return put("venue", names.venue(venue).id());
    }

    EventFields participant(int participant) {
        return participant("participant", participant);
    }

    EventFields participant(String key, int participant) {
        return who(key, names.participant(participant));
    }

    EventFields agent(String key, int agent) {
        return who(key, names.agentId(agent));
    }

    private EventFields who(String key, String name) {
        participants.add(name);
        return put(key, name);
    }

    /** Says an amount of a chain's gas asset. */
    EventFields paid(String key, int chain, UInt256 wei) {
        return put(key, names.engine().spec().chains().get(chain).gas().gasAsset(), wei);
    }

    /** Says a price of gas. */
    EventFields gasPrice(String key, long wei) {
        return put(key, new Amount(BigDecimal.valueOf(wei, GWEI_DECIMALS), "gwei"));
    }

    /** The event in words. */
    TraceEvent of(long number, MarketEvent event) {
        return new TraceEvent(number, event.timeNanos(), TraceEvent.kind(event), participants, said);
    }
}
