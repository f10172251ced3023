// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// A token whose whole supply belongs to whoever deploys it.
contract Coin {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;
    uint8 public immutable decimals;

    constructor(uint8 withDecimals) {
        decimals = withDecimals;
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

/// Owns both tokens, and does at a protocol what it is told, one operation after the other.
abstract contract Trader {
    Coin public base;
    Coin public quote;

    /// What an operation moved.
    event Moved(uint256 a, uint256 b, uint256 c);

    constructor() {
        base = new Coin(18);
        do {
            quote = new Coin(6);
        } while (address(quote) < address(base));
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

    /// Does an operation that must revert; tells the first 32 bytes of why.
    function refused(bytes calldata operation) external {
        (bool done, bytes memory why) = address(this).delegatecall(operation);
        require(!done, "not refused");
        emit Moved(uint256(bytes32(reason(why))), 0, 0);
    }

    /// A text, the name of a panic, or EMPTY.
    function reason(bytes memory why) internal pure returns (bytes memory) {
        if (why.length < 4) {
            return "EMPTY";
        }
        bytes4 selector = bytes4(why);
        assembly {
            let length := sub(mload(why), 4)
            why := add(why, 4)
            mstore(why, length)
        }
        if (selector == 0x4e487b71) {
            return abi.decode(why, (uint256)) == 0x11 ? bytes("Panic(0x11)") : bytes("Panic(0x12)");
        }
        return bytes(abi.decode(why, (string)));
    }
}
