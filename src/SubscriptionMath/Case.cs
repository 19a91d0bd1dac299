namespace SubscriptionMath;

/// <summary>The condition of a rule. A member left out matches anything.</summary>
/// <remarks>
/// A first purchase has no old plan and no old interval, and a dropped add-on no new one. A case that names <see cref="From"/>,
/// <see cref="To"/> or <see cref="Interval"/> does not match if there is nothing to compare.
/// </remarks>
/// <example><c>new Case { Direction = Direction.Up, InTrial = true }</c> matches an upgrade asked for in a trial.</example>
public sealed partial record Case
{
    /// <summary>The case that matches everything.</summary>
    public static Case Otherwise { get; } = new();

    /// <summary>Gets the direction, or null for any.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Gets the changes that must all be present, or null for any.</summary>
    /// <example>
    /// <c>ChangeKinds.Plan | ChangeKinds.Interval</c> matches another plan by another interval, and not another plan by the same one.
    /// </example>
    public ChangeKinds? Changes { get; init; }

    /// <summary>Gets the changes of which at least one must be present, or null for any.</summary>
    /// <example><c>ChangeKinds.Plan | ChangeKinds.Interval</c> matches another plan, another interval, and both at once.</example>
    public ChangeKinds? ChangesOneOf { get; init; }

    /// <summary>Gets the aspects that must all be unchanged, or null for any.</summary>
    public ChangeKinds? Keeps { get; init; }

    /// <summary>Gets the move of the interval, or null for any.</summary>
    public IntervalMove? Interval { get; init; }

    /// <summary>Gets whether the subscription is in trial, or null for both.</summary>
    public bool? InTrial { get; init; }

    /// <summary>Gets whether the plan is under a contract that has begun and not ended, or null for both.</summary>
    /// <remarks>True from the first day of the contract up to, not including, its end; false in a trial before it.</remarks>
    public bool? InContract { get; init; }

    /// <summary>Gets the time since the purchase within which the case matches, or null for any time.</summary>
    /// <remarks>
    /// The time is counted on the calendar of the billing zone, to the same time of day; its end is exclusive. A subscription without
    /// <see cref="Subscription.PurchasedAt"/>, such as one that was imported without it, does not match.
    /// </remarks>
    /// <example>14 days from 1 March at 09:00 match until 15 March at 08:59:59, and no longer at 09:00.</example>
    public BillingInterval? WithinOfPurchase { get; init; }

    /// <summary>Gets the time since the start of the plan's current term within which the case matches, or null for any time.</summary>
    /// <remarks>The time is counted as in <see cref="WithinOfPurchase"/>. A trial has a term too, which ends with it.</remarks>
    /// <example>
    /// Seven days from a purchase and from each renewal: a term from 1 March matches until 7 March, and one from 1 April until 7 April.
    /// </example>
    public BillingInterval? WithinOfTermStart { get; init; }

    /// <summary>Gets the time since the last renewal within which the case matches, or null for any time.</summary>
    /// <remarks>
    /// The time is counted as in <see cref="WithinOfPurchase"/>. A subscription without <see cref="Subscription.RenewedAt"/> does not
    /// match: its plan was not renewed yet.
    /// </remarks>
    /// <example>14 days of 1 April, when the second month began: 14 April matches, 14 March in the first month does not.</example>
    public BillingInterval? WithinOfRenewal { get; init; }

    /// <summary>Gets whether the plan was not renewed since its purchase, or null for both.</summary>
    /// <remarks>A trial belongs to the first term. Without both instants of the subscription neither answer matches.</remarks>
    /// <example>A year from 1 March 2026, renewed once: true up to 28 February 2027, false from 1 March 2027 on.</example>
    public bool? InFirstTerm { get; init; }

    /// <summary>Gets the interval of the item held, or null for any.</summary>
    /// <example><c>IntervalHeld = BillingInterval.Year</c> matches a change by a yearly customer; 365 days are no year.</example>
    public BillingInterval? IntervalHeld { get; init; }

    /// <summary>Gets the interval of the item wanted, or null for any.</summary>
    /// <example><c>IntervalWanted = BillingInterval.Month</c> matches a change to a monthly price, whatever was held.</example>
    public BillingInterval? IntervalWanted { get; init; }

    /// <summary>Gets whether the next billing is put off (true) or brought forward (false), or null for both.</summary>
    /// <remarks>Only a change that moves the next billing matches; compared with the end of the current term.</remarks>
    /// <example>A month to 15 May: a next billing on 20 May is later, one on 10 May is not.</example>
    public bool? MovesLater { get; init; }

    /// <summary>Gets the state of the subscription, or null for any.</summary>
    public Status? Status { get; init; }

    /// <summary>Gets whether the plan held is free or paid, or null for both.</summary>
    public PriceClass? From { get; init; }

    /// <summary>Gets whether the plan wanted is free or paid, or null for both.</summary>
    public PriceClass? To { get; init; }
}
