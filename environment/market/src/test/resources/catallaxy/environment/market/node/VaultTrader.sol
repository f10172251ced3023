// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import "./Trader.sol";

interface WeightedFactory {
    function create(
        string memory name,
        string memory symbol,
        address[] memory tokens,
        uint256[] memory weights,
        uint256 swapFee,
        address owner
    ) external returns (address);
}

interface StableFactory {
    function create(
        string memory name,
        string memory symbol,
        address[] memory tokens,
        uint256 amplification,
        uint256 swapFee,
        address owner
    ) external returns (address);
}

interface Shares {
    function getPoolId() external view returns (bytes32);
    function balanceOf(address owner) external view returns (uint256);
    function totalSupply() external view returns (uint256);
}

interface Vault {
    struct Request {
        address[] assets;
        uint256[] limits;
        bytes data;
        bool internalBalance;
    }

    struct Single {
        bytes32 pool;
        uint8 kind;
        address assetIn;
        address assetOut;
        uint256 amount;
        bytes data;
    }

    struct Step {
        bytes32 pool;
        uint256 assetIn;
        uint256 assetOut;
        uint256 amount;
        bytes data;
    }

    struct Funds {
        address sender;
        bool fromInternalBalance;
        address recipient;
        bool toInternalBalance;
    }

    function joinPool(bytes32 pool, address sender, address recipient, Request memory request) external payable;
    function exitPool(bytes32 pool, address sender, address recipient, Request memory request) external;
    function swap(Single memory single, Funds memory funds, uint256 limit, uint256 deadline)
        external
        payable
        returns (uint256);
    function batchSwap(
        uint8 kind,
        Step[] memory steps,
        address[] memory assets,
        Funds memory funds,
        int256[] memory limits,
        uint256 deadline
    ) external payable returns (int256[] memory);
    function queryBatchSwap(uint8 kind, Step[] memory steps, address[] memory assets, Funds memory funds)
        external
        returns (int256[] memory);
    function getPoolTokens(bytes32 pool) external view returns (address[] memory, uint256[] memory, uint256);
}

/// Trades at pools of a vault of Balancer V2, which are numbered as they are opened.
contract VaultTrader is Trader {
    Vault public vault;
    Shares[] public pools;

    function openVault(address at) external {
        vault = Vault(at);
        base.approve(at, type(uint256).max);
        quote.approve(at, type(uint256).max);
    }

    function assets() internal view returns (address[] memory both) {
        both = new address[](2);
        (both[0], both[1]) = (address(base), address(quote));
    }

    function pair(uint256 a, uint256 b) internal pure returns (uint256[] memory both) {
        both = new uint256[](2);
        (both[0], both[1]) = (a, b);
    }

    function openWeighted(address factory, uint256 weight0, uint256 weight1, uint256 fee) external {
        pools.push(Shares(
            WeightedFactory(factory).create("weighted", "W", assets(), pair(weight0, weight1), fee, address(1))
        ));
    }

    function openStable(address factory, uint256 amplification, uint256 fee) external {
        pools.push(Shares(StableFactory(factory).create("stable", "S", assets(), amplification, fee, address(1))));
    }

    /// Tells what an operation moved of base, quote and a pool's shares.
    modifier telling(uint256 pool) {
        (uint256 a, uint256 b, uint256 c) = owned(pool);
        _;
        (uint256 d, uint256 e, uint256 f) = owned(pool);
        emit Moved(distance(a, d), distance(b, e), distance(c, f));
    }

    function owned(uint256 pool) internal view returns (uint256, uint256, uint256) {
        return (base.balanceOf(address(this)), quote.balanceOf(address(this)), pools[pool].balanceOf(address(this)));
    }

    function distance(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? b - a : a - b;
    }

    function enter(uint256 pool, bytes memory data) internal telling(pool) {
        uint256[] memory most = pair(type(uint128).max, type(uint128).max);
        vault.joinPool(
            pools[pool].getPoolId(), address(this), address(this), Vault.Request(assets(), most, data, false)
        );
    }

    function leave(uint256 pool, bytes memory data) internal telling(pool) {
        vault.exitPool(
            pools[pool].getPoolId(), address(this), address(this), Vault.Request(assets(), pair(0, 0), data, false)
        );
    }

    function first(uint256 pool, uint256 amount0, uint256 amount1) external {
        enter(pool, abi.encode(0, pair(amount0, amount1)));
    }

    function join(uint256 pool, uint256 amount0, uint256 amount1) external {
        enter(pool, abi.encode(1, pair(amount0, amount1), 0));
    }

    function joinForShares(uint256 pool, uint256 shares, uint256 asset) external {
        enter(pool, abi.encode(2, shares, asset));
    }

    function exitInOne(uint256 pool, uint256 shares, uint256 asset) external {
        leave(pool, abi.encode(0, shares, asset));
    }

    function exit(uint256 pool, uint256 shares) external {
        leave(pool, abi.encode(1, shares));
    }

    function exitExactly(uint256 pool, uint256 amount0, uint256 amount1) external {
        leave(pool, abi.encode(2, pair(amount0, amount1), type(uint128).max));
    }

    function funds() internal view returns (Vault.Funds memory) {
        return Vault.Funds(address(this), false, address(this), false);
    }

    /// A swap of an exact input, kind 0, or an exact output, kind 1.
    function swap(uint256 pool, uint8 kind, bool zeroForOne, uint256 amount) external telling(pool) {
        (address assetIn, address assetOut) =
            zeroForOne ? (address(base), address(quote)) : (address(quote), address(base));
        Vault.Single memory single = Vault.Single(pools[pool].getPoolId(), kind, assetIn, assetOut, amount, "");
        vault.swap(single, funds(), kind == 0 ? 0 : type(uint128).max, type(uint256).max);
    }

    /// A way through one pool and back through another.
    function steps(uint256 there, uint256 back, bool zeroForOne, uint256 amount)
        internal
        view
        returns (Vault.Step[] memory both)
    {
        (uint256 assetIn, uint256 assetOut) = zeroForOne ? (0, 1) : (1, 0);
        both = new Vault.Step[](2);
        both[0] = Vault.Step(pools[there].getPoolId(), assetIn, assetOut, amount, "");
        both[1] = Vault.Step(pools[back].getPoolId(), assetOut, assetIn, 0, "");
    }

    function batch(uint256 there, uint256 back, uint8 kind, bool zeroForOne, uint256 amount) external telling(there) {
        int256[] memory limits = new int256[](2);
        (limits[0], limits[1]) = (type(int128).max, type(int128).max);
        vault.batchSwap(
            kind, steps(there, back, zeroForOne, amount), assets(), funds(), limits, type(uint256).max
        );
    }

    /// What an exact output would cost; nothing changes.
    function ask(uint256 pool, bool zeroForOne, uint256 amountOut) external {
        Vault.Step[] memory one = new Vault.Step[](1);
        one[0] = steps(pool, pool, zeroForOne, amountOut)[0];
        int256[] memory deltas = vault.queryBatchSwap(1, one, assets(), funds());
        (int256 paid, int256 got) = zeroForOne ? (deltas[0], deltas[1]) : (deltas[1], deltas[0]);
        emit Moved(uint256(paid), uint256(-got), zeroForOne ? 1 : 0);
    }

    /// Balances of a pool, and all of its shares.
    function state(uint256 pool) external {
        (, uint256[] memory balances, ) = vault.getPoolTokens(pools[pool].getPoolId());
        emit Moved(balances[0], balances[1], pools[pool].totalSupply());
    }
}
