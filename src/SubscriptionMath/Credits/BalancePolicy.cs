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

/// <summary>When money credit is lost.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceLoss>))]
public enum BalanceLoss
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When the subscription has been terminated and its term has ended.</summary>
    AtExpiry,

    /// <summary>When a termination is asked for, whenever it takes effect; taking it back does not bring the credit back.</summary>
    /// <remarks>"Cancelling loses them at once" (Wraithscribe). What comes in afterwards is lost at the end.</remarks>
    AtCancellation,
}

/// <summary>What becomes of a surplus as far as it had been paid with promotional credit.</summary>
/// <remarks>It never becomes a payment, nor credit that counts as paid. Where the surplus as a whole is forfeited or buys time, so does this part.</remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<PromotionValue>))]
public enum PromotionValue
{
    /// <summary>It becomes promotional credit again, with the priority and the expiry that it had; what would have expired by now is lost.</summary>
    Returned,

    /// <summary>It is lost: a gift is spent once.</summary>
    Forfeited,
}

/// <summary>The policy's answer to: what does money credit pay, in which order, and when is it lost?</summary>
/// <param name="Pays">What it is drawn on for.</param>
/// <param name="Order">Which lot is drawn first.</param>
/// <param name="Lost">When credit that was paid for is lost.</param>
/// <param name="PromotionLost">When promotional credit is lost.</param>
/// <param name="Promotion">What becomes of a surplus as far as it had been paid with promotional credit.</param>
/// <example>
/// Slack's credits are no money and expire on termination: as promotional credit, lost <see cref="BalanceLoss.AtExpiry"/>, while what was paid for is
/// lost <see cref="BalanceLoss.Never"/>.
/// </example>
public sealed record BalancePolicy(BalanceUses Pays, CreditOrder Order, BalanceLoss Lost, BalanceLoss PromotionLost, PromotionValue Promotion)
{
    /// <summary>It pays changes and renewals, what came in first is drawn first, and none of it is ever lost; a gift comes back as a gift.</summary>
    public static BalancePolicy NeverLost { get; } = new(BalanceUses.All, CreditOrder.OldestFirst, BalanceLoss.Never, BalanceLoss.Never, PromotionValue.Returned);

    /// <summary>The same, and what is left is lost when the account's last subscription has ended.</summary>
    public static BalancePolicy LostAtExpiry { get; } = NeverLost with { Lost = BalanceLoss.AtExpiry, PromotionLost = BalanceLoss.AtExpiry };

    /// <summary>Gets which lot is drawn first.</summary>
    public CreditOrder Order { get; init => field = Require.NotNull(value, nameof(Order)); } = Require.NotNull(Order, nameof(Order));

    /// <summary>Gets when credit that was paid for is lost.</summary>
    public BalanceLoss Lost { get; init => field = Require.Defined(value, nameof(Lost)); } = Require.Defined(Lost, nameof(Lost));

    /// <summary>Gets when promotional credit is lost.</summary>
    public BalanceLoss PromotionLost { get; init => field = Require.Defined(value, nameof(PromotionLost)); } = Require.Defined(PromotionLost, nameof(PromotionLost));

    /// <summary>Gets what becomes of a surplus as far as it had been paid with promotional credit.</summary>
    public PromotionValue Promotion { get; init => field = Require.Defined(value, nameof(Promotion)); } = Require.Defined(Promotion, nameof(Promotion));

    /// <summary>Which sources are lost where the subscription ends, or its termination is asked for.</summary>
    internal (bool Paid, bool Promotion) LostAt(bool ended, bool terminated)
    {
        return (IsLost(Lost), IsLost(PromotionLost));

        bool IsLost(BalanceLoss loss) => (ended && loss != BalanceLoss.Never) || (terminated && loss == BalanceLoss.AtCancellation);
    }
}
