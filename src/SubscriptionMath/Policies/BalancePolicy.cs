using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The bills that the account's money credit pays.</summary>
[Flags]
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceUses>))]
public enum BalanceUses
{
    /// <summary>No bills.</summary>
    None = 0,

    /// <summary>Changes that are due at once.</summary>
    Changes = 1,

    /// <summary>Renewals, before any other payment.</summary>
    Renewals = 2,

    /// <summary>All bills.</summary>
    All = Changes | Renewals,
}

/// <summary>The time at which money credit is lost.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BalanceLoss>))]
public enum BalanceLoss
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>At the end of the term of a canceled subscription.</summary>
    AtExpiry,

    /// <summary>
    /// When the customer asks to cancel, whenever the cancellation takes effect; withdrawing it does not restore the credit.
    /// </summary>
    /// <remarks>"Cancelling loses them at once" (Wraithscribe). Credit that arrives afterwards is lost at the end.</remarks>
    AtCancellation,
}

/// <summary>The fate of the part of a surplus that was paid with promotional credit.</summary>
/// <remarks>
/// This part never becomes a payment, nor credit that counts as paid. If the whole surplus is forfeited or buys time, so does this part.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnumConverter<PromotionValue>))]
public enum PromotionValue
{
    /// <summary>The part becomes promotional credit again, with its priority and expiry; credit that would have expired is lost.</summary>
    Returned,

    /// <summary>The part is lost: a gift is spent once.</summary>
    Forfeited,
}

/// <summary>The vendor's rules for money credit: the bills that credit pays, the order of its lots, and its loss.</summary>
/// <param name="Pays">The bills that it pays.</param>
/// <param name="Order">The order in which lots are drawn.</param>
/// <param name="PaidLost">The time at which paid credit is lost.</param>
/// <param name="PromotionLost">The time at which promotional credit is lost.</param>
/// <param name="Promotion">The fate of the part of a surplus that was paid with promotional credit.</param>
/// <example>
/// Slack's credits are not money and expire on cancellation: as promotional credit, lost <see cref="BalanceLoss.AtExpiry"/>, while paid
/// credit is lost <see cref="BalanceLoss.Never"/>.
/// </example>
public sealed record BalancePolicy(BalanceUses Pays, CreditOrder Order, BalanceLoss PaidLost, BalanceLoss PromotionLost,
    PromotionValue Promotion)
{
    /// <summary>Credit pays changes and renewals, oldest lot first, and is never lost; a gift comes back as a gift.</summary>
    public static BalancePolicy NeverLost { get; }
        = new(BalanceUses.All, CreditOrder.OldestFirst, BalanceLoss.Never, BalanceLoss.Never, PromotionValue.Returned);

    /// <summary>The same, but the rest is lost when the account's last subscription has ended.</summary>
    public static BalancePolicy LostAtExpiry { get; }
        = NeverLost with { PaidLost = BalanceLoss.AtExpiry, PromotionLost = BalanceLoss.AtExpiry };

    /// <summary>Gets the order in which lots are drawn.</summary>
    public CreditOrder Order { get; init => field = Require.NotNull(value, nameof(Order)); } = Require.NotNull(Order, nameof(Order));

    /// <summary>Gets the time at which paid credit is lost.</summary>
    public BalanceLoss PaidLost { get; init => field = Require.Defined(value, nameof(PaidLost)); }
        = Require.Defined(PaidLost, nameof(PaidLost));

    /// <summary>Gets the time at which promotional credit is lost.</summary>
    public BalanceLoss PromotionLost { get; init => field = Require.Defined(value, nameof(PromotionLost)); }
        = Require.Defined(PromotionLost, nameof(PromotionLost));

    /// <summary>Gets the fate of the part of a surplus that was paid with promotional credit.</summary>
    public PromotionValue Promotion { get; init => field = Require.Defined(value, nameof(Promotion)); }
        = Require.Defined(Promotion, nameof(Promotion));

    /// <summary>The sources lost when the subscription ends, or when the customer asks to cancel.</summary>
    internal (bool Paid, bool Promotion) LostAt(bool ended, bool canceled)
    {
        return (IsLost(PaidLost), IsLost(PromotionLost));

        bool IsLost(BalanceLoss loss) => (ended && loss != BalanceLoss.Never) || (canceled && loss == BalanceLoss.AtCancellation);
    }
}
