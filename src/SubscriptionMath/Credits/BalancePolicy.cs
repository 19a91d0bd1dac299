using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>What the money credit of the account is drawn on for.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceUses>))]
public enum BalanceUses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Changes that are due at once.</summary>
    Changes = 1,

    /// <summary>Renewals, before any other payment.</summary>
    Renewals = 2,

    /// <summary>All bills.</summary>
    All = Changes | Renewals,
}

/// <summary>The order in which lots of money credit are drawn.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DrawOrder>))]
public enum DrawOrder
{
    /// <summary>As they came in.</summary>
    OldestFirst,

    /// <summary>The one that expires first; those that never expire last; as they came in where that is equal.</summary>
    SoonestExpiryFirst,
}

/// <summary>When money credit is lost.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceLoss>))]
public enum BalanceLoss
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When the subscription has been terminated and its term has ended.</summary>
    AtExpiry,
}

/// <summary>The policy's answer to: what does money credit pay, in which order, and when is it lost?</summary>
/// <param name="Pays">What it is drawn on for.</param>
/// <param name="Order">Which lot is drawn first.</param>
/// <param name="Lost">When it is lost.</param>
public sealed record BalancePolicy(BalanceUses Pays, DrawOrder Order, BalanceLoss Lost);
