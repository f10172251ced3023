// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import "./Trader.sol";

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

/// Trades at a pair of Uniswap V2.
contract PairTrader is Trader {
    address public venue;
    address public router;

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
}
