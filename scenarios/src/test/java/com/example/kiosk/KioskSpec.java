package com.example.kiosk;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * A kiosk as the scenario describes it.
 *
 * @param price      of a whole unit of base, base units of the quote asset
 * @param stockBase  base asset in it at the start, base units
 * @param stockQuote quote asset in it at the start, base units
 * @param feePips    what it keeps of what is paid in, millionths
 * @param stepPips   by how much a trade moves its price, millionths
 */
record KioskSpec(
        String id,
        int chain,
        int base,
        int quote,
        UInt256 price,
        UInt256 stockBase,
        UInt256 stockQuote,
        long feePips,
        long stepPips)
        implements VenueSpec.OnChain {}
