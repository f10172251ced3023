// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import "./Trader.sol";

interface Manager {
    struct Key {
        address currency0;
        address currency1;
        uint24 fee;
        int24 tickSpacing;
        address hooks;
    }

    struct Change {
        int24 lower;
        int24 upper;
        int256 liquidity;
        bytes32 salt;
    }

    struct Order {
        bool zeroForOne;
        int256 amount;
        uint160 limit;
    }

    function initialize(Key memory key, uint160 sqrtPriceX96) external returns (int24);
    function setProtocolFeeController(address controller) external;
    function setProtocolFee(Key memory key, uint24 fee) external;
    function protocolFeesAccrued(address currency) external view returns (uint256);
    function unlock(bytes calldata data) external returns (bytes memory);
    function modifyLiquidity(Key memory key, Change memory change, bytes calldata data)
        external
        returns (int256, int256);
    function swap(Key memory key, Order memory order, bytes calldata data) external returns (int256);
    function donate(Key memory key, uint256 amount0, uint256 amount1, bytes calldata data) external returns (int256);
    function sync(address currency) external;
    function take(address currency, address to, uint256 amount) external;
    function settle() external payable returns (uint256);
    function extsload(bytes32 slot) external view returns (bytes32);
}

/// Trades at the pools of a manager of Uniswap V4, which are told by fee and tick spacing. Positions of different owners have different salts.
contract ManagerTrader is Trader {
    uint160 constant LOWEST = 4295128740;
    uint160 constant HIGHEST = 1461446703485210103287273052203988822378723970341;
    uint256 constant POOLS = 6;

    Manager public manager;

    function openManager(address at) external {
        manager = Manager(at);
        manager.setProtocolFeeController(address(this));
    }

    function key(uint24 fee, int24 spacing) internal view returns (Manager.Key memory) {
        return Manager.Key(address(base), address(quote), fee, spacing, address(0));
    }

    function open(uint24 fee, int24 spacing, uint160 sqrtPriceX96, uint24 protocolFee) external {
        manager.initialize(key(fee, spacing), sqrtPriceX96);
        manager.setProtocolFee(key(fee, spacing), protocolFee);
    }

    /// A delta's two halves.
    function halves(int256 delta) internal pure returns (int256, int256) {
        return (delta >> 128, int256(int128(delta)));
    }

    function settle(Coin coin, int256 delta) internal {
        if (delta < 0) {
            manager.sync(address(coin));
            coin.transfer(address(manager), uint256(-delta));
            manager.settle();
        } else if (delta > 0) {
            manager.take(address(coin), address(this), uint256(delta));
        }
    }

    function settle(int256 delta) internal {
        (int256 amount0, int256 amount1) = halves(delta);
        settle(base, amount0);
        settle(quote, amount1);
    }

    function unlockCallback(bytes calldata data) external returns (bytes memory) {
        (bool done, bytes memory why) = address(this).delegatecall(data);
        if (!done) {
            assembly {
                revert(add(why, 32), mload(why))
            }
        }
        return "";
    }

    function change(uint24 fee, int24 spacing, int24 lower, int24 upper, int256 liquidity, uint256 owner) external {
        manager.unlock(abi.encodeCall(this.changeUnlocked, (fee, spacing, lower, upper, liquidity, owner)));
    }

    function changeUnlocked(uint24 fee, int24 spacing, int24 lower, int24 upper, int256 liquidity, uint256 owner)
        external
    {
        (int256 delta, int256 fees) =
            manager.modifyLiquidity(key(fee, spacing), Manager.Change(lower, upper, liquidity, bytes32(owner)), "");
        settle(delta);
        (int256 amount0, int256 amount1) = halves(delta);
        (int256 fee0, int256 fee1) = halves(fees);
        emit Moved(abs(amount0 - fee0), abs(amount1 - fee1), abs(liquidity));
    }

    function abs(int256 value) internal pure returns (uint256) {
        return uint256(value < 0 ? -value : value);
    }

    function donate(uint24 fee, int24 spacing, uint256 amount0, uint256 amount1) external {
        manager.unlock(abi.encodeCall(this.donateUnlocked, (fee, spacing, amount0, amount1)));
    }

    function donateUnlocked(uint24 fee, int24 spacing, uint256 amount0, uint256 amount1) external {
        int256 delta = manager.donate(key(fee, spacing), amount0, amount1, "");
        settle(delta);
        (int256 given0, int256 given1) = halves(delta);
        emit Moved(abs(given0), abs(given1), 0);
    }

    function swap(uint24 fee, int24 spacing, bool zeroForOne, uint256 amountIn) external {
        manager.unlock(abi.encodeCall(this.swapUnlocked, (fee, spacing, zeroForOne, -int256(amountIn))));
    }

    function swapUnlocked(uint24 fee, int24 spacing, bool zeroForOne, int256 amount) external {
        int256 delta = trade(fee, spacing, zeroForOne, amount);
        settle(delta);
        (uint256 paid, uint256 got) = sides(delta, zeroForOne);
        emit Moved(paid, got, zeroForOne ? 1 : 0);
    }

    function trade(uint24 fee, int24 spacing, bool zeroForOne, int256 amount) internal returns (int256) {
        return manager.swap(key(fee, spacing), Manager.Order(zeroForOne, amount, zeroForOne ? LOWEST : HIGHEST), "");
    }

    function sides(int256 delta, bool zeroForOne) internal pure returns (uint256, uint256) {
        (int256 amount0, int256 amount1) = halves(delta);
        return zeroForOne ? (uint256(-amount0), uint256(amount1)) : (uint256(-amount1), uint256(amount0));
    }

    /// Swaps up to a price; tells what manager and payments used of gas.
    function swapTo(uint24 fee, int24 spacing, uint160 sqrtPriceX96) external {
        bool zeroForOne = sqrtPriceX96 < uint160(load(pool(fee, spacing)));
        bytes memory operation = abi.encodeCall(this.swapToUnlocked, (fee, spacing, zeroForOne, sqrtPriceX96));
        uint256 before = gasleft();
        manager.unlock(operation);
        emit Moved(before - gasleft(), 0, 0);
    }

    function swapToUnlocked(uint24 fee, int24 spacing, bool zeroForOne, uint160 limit) external {
        Manager.Order memory order = Manager.Order(zeroForOne, -type(int128).max, limit);
        settle(manager.swap(key(fee, spacing), order, ""));
    }

    /// What an exact output would cost; nothing changes.
    function ask(uint24 fee, int24 spacing, bool zeroForOne, uint256 amountOut) external {
        bytes memory asked = abi.encodeCall(this.askUnlocked, (fee, spacing, zeroForOne, int256(amountOut)));
        (, bytes memory told) = address(manager).call(abi.encodeCall(Manager.unlock, (asked)));
        (uint256 paid, uint256 got) = abi.decode(told, (uint256, uint256));
        emit Moved(paid, got, zeroForOne ? 1 : 0);
    }

    function askUnlocked(uint24 fee, int24 spacing, bool zeroForOne, int256 amount) external {
        (uint256 paid, uint256 got) = sides(trade(fee, spacing, zeroForOne, amount), zeroForOne);
        bytes memory told = abi.encode(paid, got);
        assembly {
            revert(add(told, 32), mload(told))
        }
    }

    function pool(uint24 fee, int24 spacing) internal view returns (uint256) {
        return uint256(keccak256(abi.encode(keccak256(abi.encode(key(fee, spacing))), POOLS)));
    }

    function load(uint256 slot) internal view returns (uint256) {
        return uint256(manager.extsload(bytes32(slot)));
    }

    /// Price, tick and liquidity of a pool, and what the manager owns.
    function state(uint24 fee, int24 spacing) external {
        uint256 slot = pool(fee, spacing);
        uint256 slot0 = load(slot);
        emit Moved(uint160(slot0), uint256(int256(int24(int256(slot0 >> 160)))), load(slot + 3));
        emit Moved(base.balanceOf(address(manager)), quote.balanceOf(address(manager)), 0);
    }

    /// Growth of fees of a pool, with the protocol's and the liquidity's fee, and what the protocol has earned at all.
    function fees(uint24 fee, int24 spacing) external {
        uint256 slot = pool(fee, spacing);
        emit Moved(load(slot + 1), load(slot + 2), load(slot) >> 184);
        emit Moved(manager.protocolFeesAccrued(address(base)), manager.protocolFeesAccrued(address(quote)), 0);
    }
}
