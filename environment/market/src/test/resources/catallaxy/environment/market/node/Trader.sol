// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A token whose whole supply belongs to whoever deploys it.
contract Coin {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    constructor() {
        balanceOf[msg.sender] = type(uint256).max;
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        return true;
    }
}

interface PairFactory {
    function createPair(address a, address b) external returns (address);
}

interface Pair {
    function mint(address to) external returns (uint256);
    function burn(address to) external returns (uint256, uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function getReserves() external view returns (uint112, uint112, uint32);
    function totalSupply() external view returns (uint256);
    function price0CumulativeLast() external view returns (uint256);
    function price1CumulativeLast() external view returns (uint256);
}

interface PairRouter {
    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 amountOutMin,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external returns (uint256[] memory);
}

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

/// Owns both tokens, and does at pools what it is told, one operation after the other.
contract Trader {
    uint160 constant LOWEST = 4295128740;
    uint160 constant HIGHEST = 1461446703485210103287273052203988822378723970341;

    Coin public base;
    Coin public quote;
    address public venue;
    address public router;

    /// What an operation moved.
    event Moved(uint256 a, uint256 b, uint256 c);

    constructor() {
        Coin one = new Coin();
        Coin other = new Coin();
        (base, quote) = address(one) < address(other) ? (one, other) : (other, one);
    }

    /// Does several operations in one transaction.
    function all(bytes[] calldata operations) external {
        for (uint256 i = 0; i < operations.length; i++) {
            (bool done, bytes memory why) = address(this).delegatecall(operations[i]);
            if (!done) {
                assembly {
                    revert(add(why, 32), mload(why))
                }
            }
        }
    }

    function openPair(address factory, address withRouter) external {
        venue = PairFactory(factory).createPair(address(base), address(quote));
        router = withRouter;
        base.approve(withRouter, type(uint256).max);
        quote.approve(withRouter, type(uint256).max);
    }

    function pairAdd(uint256 amount0, uint256 amount1) external {
        base.transfer(venue, amount0);
        quote.transfer(venue, amount1);
        emit Moved(amount0, amount1, Pair(venue).mint(address(this)));
    }

    function pairRemove(uint256 shares) external {
        Pair(venue).transfer(venue, shares);
        (uint256 amount0, uint256 amount1) = Pair(venue).burn(address(this));
        emit Moved(amount0, amount1, shares);
    }

    function pairSwap(bool zeroForOne, uint256 amountIn) external {
        address[] memory path = new address[](2);
        (path[0], path[1]) = zeroForOne ? (address(base), address(quote)) : (address(quote), address(base));
        uint256[] memory amounts =
            PairRouter(router).swapExactTokensForTokens(amountIn, 0, path, address(this), type(uint256).max);
        emit Moved(amounts[0], amounts[1], zeroForOne ? 1 : 0);
    }

    function pairState() external {
        (uint112 reserve0, uint112 reserve1, ) = Pair(venue).getReserves();
        emit Moved(reserve0, reserve1, Pair(venue).totalSupply());
        emit Moved(Pair(venue).price0CumulativeLast(), Pair(venue).price1CumulativeLast(), 0);
        emit Moved(base.balanceOf(venue), quote.balanceOf(venue), 0);
    }

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
