// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import "./Trader.sol";

interface PoolFactory {
    function createPool(address a, address b, uint24 fee) external returns (address);
}

interface Pool {
    function initialize(uint160 sqrtPriceX96) external;
    function mint(address to, int24 lower, int24 upper, uint128 liquidity, bytes calldata data)
        external
        returns (uint256, uint256);
    function burn(int24 lower, int24 upper, uint128 liquidity) external returns (uint256, uint256);
    function collect(address to, int24 lower, int24 upper, uint128 most0, uint128 most1)
        external
        returns (uint128, uint128);
    function swap(address to, bool zeroForOne, int256 amount, uint160 limit, bytes calldata data)
        external
        returns (int256, int256);
    function slot0() external view returns (uint160, int24, uint16, uint16, uint16, uint8, bool);
    function liquidity() external view returns (uint128);
    function feeGrowthGlobal0X128() external view returns (uint256);
    function feeGrowthGlobal1X128() external view returns (uint256);
}

/// Trades at a pool of Uniswap V3.
contract PoolTrader is Trader {
    uint160 constant LOWEST = 4295128740;
    uint160 constant HIGHEST = 1461446703485210103287273052203988822378723970341;

    address public venue;

    function openPool(address factory, uint24 fee, uint160 sqrtPriceX96) external {
        venue = PoolFactory(factory).createPool(address(base), address(quote), fee);
        Pool(venue).initialize(sqrtPriceX96);
    }

    function poolMint(int24 lower, int24 upper, uint128 liquidity) external {
        (uint256 amount0, uint256 amount1) = Pool(venue).mint(address(this), lower, upper, liquidity, "");
        emit Moved(amount0, amount1, liquidity);
    }

    function poolBurn(int24 lower, int24 upper, uint128 liquidity) external {
        (uint256 amount0, uint256 amount1) = Pool(venue).burn(lower, upper, liquidity);
        emit Moved(amount0, amount1, liquidity);
    }

    function poolCollect(int24 lower, int24 upper) external {
        Pool(venue).collect(address(this), lower, upper, type(uint128).max, type(uint128).max);
    }

    function poolSwap(bool zeroForOne, uint256 amountIn) external {
        (int256 amount0, int256 amount1) =
            Pool(venue).swap(address(this), zeroForOne, int256(amountIn), zeroForOne ? LOWEST : HIGHEST, "");
        (int256 paid, int256 got) = zeroForOne ? (amount0, amount1) : (amount1, amount0);
        emit Moved(uint256(paid), uint256(-got), zeroForOne ? 1 : 0);
    }

    /// Swaps up to a price; tells what the pool used of gas, payment included.
    function poolSwapTo(uint160 sqrtPriceX96) external {
        (uint160 price, , , , , , ) = Pool(venue).slot0();
        uint256 before = gasleft();
        Pool(venue).swap(address(this), sqrtPriceX96 < price, type(int128).max, sqrtPriceX96, "");
        emit Moved(before - gasleft(), 0, 0);
    }

    function poolState() external {
        (uint160 sqrtPriceX96, int24 tick, , , , , ) = Pool(venue).slot0();
        emit Moved(sqrtPriceX96, uint256(int256(tick)), Pool(venue).liquidity());
        emit Moved(Pool(venue).feeGrowthGlobal0X128(), Pool(venue).feeGrowthGlobal1X128(), 0);
        emit Moved(base.balanceOf(venue), quote.balanceOf(venue), 0);
    }

    function uniswapV3MintCallback(uint256 amount0, uint256 amount1, bytes calldata) external {
        base.transfer(msg.sender, amount0);
        quote.transfer(msg.sender, amount1);
    }

    function uniswapV3SwapCallback(int256 amount0, int256 amount1, bytes calldata) external {
        if (amount0 > 0) {
            base.transfer(msg.sender, uint256(amount0));
        }
        if (amount1 > 0) {
            quote.transfer(msg.sender, uint256(amount1));
        }
    }
}
