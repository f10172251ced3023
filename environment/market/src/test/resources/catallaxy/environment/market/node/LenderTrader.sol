// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

import "./Trader.sol";

interface Provider {
    function setACLAdmin(address admin) external;
    function setACLManager(address manager) external;
    function setPriceOracle(address oracle) external;
    function setPoolImpl(address code) external;
    function setPoolConfiguratorImpl(address code) external;
    function getPool() external view returns (address);
    function getPoolConfigurator() external view returns (address);
}

interface Admins {
    function addPoolAdmin(address admin) external;
}

interface Configurator {
    struct Reserve {
        address aToken;
        address stableDebt;
        address variableDebt;
        uint8 decimals;
        address rates;
        address asset;
        address treasury;
        address incentives;
        string aTokenName;
        string aTokenSymbol;
        string variableDebtName;
        string variableDebtSymbol;
        string stableDebtName;
        string stableDebtSymbol;
        bytes parameters;
    }

    function initReserves(Reserve[] memory reserves) external;
    function configureReserveAsCollateral(address asset, uint256 ltv, uint256 threshold, uint256 bonus) external;
    function setReserveBorrowing(address asset, bool enabled) external;
    function setReserveFactor(address asset, uint256 factor) external;
    function setLiquidationProtocolFee(address asset, uint256 fee) external;
    function setReserveFlashLoaning(address asset, bool enabled) external;
    function updateFlashloanPremiumTotal(uint128 premium) external;
    function updateFlashloanPremiumToProtocol(uint128 premium) external;
}

interface LendingPool {
    struct Data {
        uint256 configuration;
        uint128 liquidityIndex;
        uint128 liquidityRate;
        uint128 debtIndex;
        uint128 debtRate;
        uint128 stableRate;
        uint40 lastUpdate;
        uint16 id;
        address aToken;
        address stableDebt;
        address variableDebt;
        address rates;
        uint128 accruedToTreasury;
        uint128 unbacked;
        uint128 isolatedDebt;
    }

    function supply(address asset, uint256 amount, address account, uint16 referral) external;
    function withdraw(address asset, uint256 amount, address to) external returns (uint256);
    function borrow(address asset, uint256 amount, uint256 mode, uint16 referral, address account) external;
    function repay(address asset, uint256 amount, uint256 mode, address account) external returns (uint256);
    function setUserUseReserveAsCollateral(address asset, bool whether) external;
    function liquidationCall(address collateral, address debt, address account, uint256 most, bool asClaim) external;
    function mintToTreasury(address[] calldata assets) external;
    function flashLoan(
        address receiver,
        address[] calldata assets,
        uint256[] calldata amounts,
        uint256[] calldata modes,
        address account,
        bytes calldata data,
        uint16 referral
    ) external;
    function getReserveData(address asset) external view returns (Data memory);
    function getUserAccountData(address account)
        external
        view
        returns (uint256, uint256, uint256, uint256, uint256, uint256);
}

interface Scaled {
    function scaledBalanceOf(address account) external view returns (uint256);
    function scaledTotalSupply() external view returns (uint256);
}

/// Somebody who owns both tokens, and does what its owner says.
contract Wallet {
    address immutable owner = msg.sender;

    /// Lets its owner act while it has what was lent.
    function executeOperation(
        address[] calldata,
        uint256[] calldata,
        uint256[] calldata premiums,
        address,
        bytes calldata operations
    ) external returns (bool) {
        Borrowing(owner).during(operations, premiums[0]);
        return true;
    }

    function act(address target, bytes calldata data) external {
        require(msg.sender == owner);
        (bool done, bytes memory why) = target.call(data);
        if (!done) {
            assembly {
                revert(add(why, 32), mload(why))
            }
        }
    }
}

interface Borrowing {
    function during(bytes calldata operations, uint256 premium) external;
}

/// Acts for numbered users at a market of Aave v3, which it owns, and tells it prices. Asset 0 is the base, 1 the quote.
contract LenderTrader is Trader {
    Provider public provider;
    LendingPool public pool;
    mapping(uint256 => Wallet) wallets;
    mapping(address => uint256) public getAssetPrice;

    function openProvider(address at) external {
        provider = Provider(at);
        provider.setACLAdmin(address(this));
        provider.setPriceOracle(address(this));
    }

    function openPool(address admins, address code, address configuratorCode) external {
        provider.setACLManager(admins);
        Admins(admins).addPoolAdmin(address(this));
        provider.setPoolImpl(code);
        provider.setPoolConfiguratorImpl(configuratorCode);
        pool = LendingPool(provider.getPool());
        emit Moved(uint160(address(pool)), 0, 0);
    }

    function coin(uint256 asset) internal view returns (Coin) {
        return asset == 0 ? base : quote;
    }

    function openReserve(
        uint256 asset,
        uint256 treasury,
        address aToken,
        address stableDebt,
        address variableDebt,
        address rates
    ) external {
        Configurator.Reserve[] memory one = new Configurator.Reserve[](1);
        one[0].aToken = aToken;
        one[0].stableDebt = stableDebt;
        one[0].variableDebt = variableDebt;
        one[0].decimals = coin(asset).decimals();
        one[0].rates = rates;
        one[0].asset = address(coin(asset));
        one[0].treasury = address(wallet(treasury));
        Configurator(provider.getPoolConfigurator()).initReserves(one);
    }

    function setTerms(uint256 asset, uint256 ltv, uint256 threshold, uint256 bonus, uint256 factor, uint256 fee)
        external
    {
        Configurator configurator = Configurator(provider.getPoolConfigurator());
        configurator.configureReserveAsCollateral(address(coin(asset)), ltv, threshold, bonus);
        configurator.setReserveBorrowing(address(coin(asset)), true);
        configurator.setReserveFactor(address(coin(asset)), factor);
        configurator.setLiquidationProtocolFee(address(coin(asset)), fee);
    }

    function setPremiums(uint128 total, uint128 ofProtocol) external {
        Configurator configurator = Configurator(provider.getPoolConfigurator());
        configurator.updateFlashloanPremiumTotal(total);
        configurator.updateFlashloanPremiumToProtocol(ofProtocol);
        configurator.setReserveFlashLoaning(address(base), true);
        configurator.setReserveFlashLoaning(address(quote), true);
    }

    function setPrices(uint256 ofBase, uint256 ofQuote) external {
        getAssetPrice[address(base)] = ofBase;
        getAssetPrice[address(quote)] = ofQuote;
    }

    function wallet(uint256 user) internal returns (Wallet) {
        if (address(wallets[user]) == address(0)) {
            Wallet created = new Wallet();
            wallets[user] = created;
            for (uint256 asset = 0; asset < 2; asset++) {
                coin(asset).transfer(address(created), 1e36);
                created.act(
                    address(coin(asset)), abi.encodeCall(Coin.approve, (address(pool), type(uint256).max))
                );
            }
        }
        return wallets[user];
    }

    function act(uint256 user, bytes memory data) internal {
        Wallet who = wallet(user);
        uint256 ofBase = base.balanceOf(address(who));
        uint256 ofQuote = quote.balanceOf(address(who));
        who.act(address(pool), data);
        emit Moved(distance(ofBase, base.balanceOf(address(who))), distance(ofQuote, quote.balanceOf(address(who))), 0);
    }

    function distance(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? b - a : a - b;
    }

    function supply(uint256 user, uint256 asset, uint256 amount) external {
        act(user, abi.encodeCall(LendingPool.supply, (address(coin(asset)), amount, address(wallet(user)), 0)));
    }

    function withdraw(uint256 user, uint256 asset, uint256 amount) external {
        act(user, abi.encodeCall(LendingPool.withdraw, (address(coin(asset)), amount, address(wallet(user)))));
    }

    function borrow(uint256 user, uint256 asset, uint256 amount) external {
        act(user, abi.encodeCall(LendingPool.borrow, (address(coin(asset)), amount, 2, 0, address(wallet(user)))));
    }

    function repay(uint256 user, uint256 asset, uint256 amount) external {
        act(user, abi.encodeCall(LendingPool.repay, (address(coin(asset)), amount, 2, address(wallet(user)))));
    }

    function useAsCollateral(uint256 user, uint256 asset, bool whether) external {
        act(user, abi.encodeCall(LendingPool.setUserUseReserveAsCollateral, (address(coin(asset)), whether)));
    }

    function liquidate(uint256 user, uint256 borrower, uint256 collateral, uint256 debt, uint256 most, bool asClaim)
        external
    {
        address whose = address(wallet(borrower));
        act(
            user,
            abi.encodeCall(
                LendingPool.liquidationCall, (address(coin(collateral)), address(coin(debt)), whose, most, asClaim)
            )
        );
    }

    function mintToTreasury(uint256 user) external {
        address[] memory both = new address[](2);
        (both[0], both[1]) = (address(base), address(quote));
        act(user, abi.encodeCall(LendingPool.mintToTreasury, (both)));
    }

    /// Lends a user something for operations, whose call is given; tells the amount.
    function flash(uint256 user, uint256 asset, uint256 amount, bytes calldata operations) external {
        address[] memory assets = new address[](1);
        uint256[] memory amounts = new uint256[](1);
        (assets[0], amounts[0]) = (address(coin(asset)), amount);
        Wallet who = wallet(user);
        bytes memory data = abi.encodeCall(
            LendingPool.flashLoan, (address(who), assets, amounts, new uint256[](1), address(who), operations, 0)
        );
        who.act(address(pool), data);
        emit Moved(amount, 0, 0);
    }

    /// What is done with what was lent; tells what that costs.
    function during(bytes calldata operations, uint256 premium) external {
        (bool done, bytes memory why) = address(this).delegatecall(operations);
        if (!done) {
            assembly {
                revert(add(why, 32), mload(why))
            }
        }
        emit Moved(premium, 0, 0);
    }

    function reserve(uint256 asset) external {
        LendingPool.Data memory data = pool.getReserveData(address(coin(asset)));
        emit Moved(data.liquidityIndex, data.debtIndex, data.accruedToTreasury);
        emit Moved(data.liquidityRate, data.debtRate, data.lastUpdate);
        emit Moved(
            Scaled(data.aToken).scaledTotalSupply(),
            Scaled(data.variableDebt).scaledTotalSupply(),
            coin(asset).balanceOf(data.aToken)
        );
    }

    function position(uint256 user) external {
        address who = address(wallet(user));
        for (uint256 asset = 0; asset < 2; asset++) {
            LendingPool.Data memory data = pool.getReserveData(address(coin(asset)));
            emit Moved(Scaled(data.aToken).scaledBalanceOf(who), Scaled(data.variableDebt).scaledBalanceOf(who), 0);
        }
        (uint256 collateral, uint256 debt, uint256 available, uint256 threshold, uint256 ltv, uint256 factor) =
            pool.getUserAccountData(who);
        emit Moved(collateral, debt, available);
        emit Moved(threshold, ltv, factor);
    }
}
