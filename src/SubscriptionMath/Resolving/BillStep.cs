using NodaTime;

namespace SubscriptionMath;

/// <summary>
/// A decision that a bill has to show, such as units that leave or enter an item. A step holds no amount; charging turns each step into
/// lines and lots.
/// </summary>
/// <param name="Settles">The bill that shows the decision.</param>
internal abstract record BillStep(Settles Settles)
{
    /// <summary>A bill is drawn up, even if no charge comes to stand on it.</summary>
    internal sealed record BillOpens(Settles Settles) : BillStep(Settles)
    {
        internal static BillOpens AsRenewal { get; } = new(Settles.AsRenewal);
    }

    /// <summary>Units leave an item.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Units">The units, with the item as held.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="By">The valuation of the units.</param>
    internal sealed record UnitsLeave(Settles Settles, LeavingUnits Units, string Name, Valuation By) : BillStep(Settles)
    {
        /// <summary>Gets whether the item continues with its other units.</summary>
        internal bool OthersStay { get; init; }

        /// <summary>Gets the price at a shorter interval, if the vendor keeps the discount of the longer one; else null.</summary>
        internal Price? Shorter { get; init; }
    }

    /// <summary>Units enter an item.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Into">The item that will hold them.</param>
    /// <param name="Wanted">The product and its price.</param>
    /// <param name="Units">The units, with the time for which they are bought.</param>
    /// <param name="Discounts">The running discounts.</param>
    internal sealed record UnitsEnter(Settles Settles, Item Into, Wanted Wanted, EnteringUnits Units, RunningDiscounts Discounts)
        : BillStep(Settles);

    /// <summary>A product is set up, for a fee.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Into">The item that will hold the fee.</param>
    /// <param name="Wanted">The product and its price.</param>
    internal sealed record SetsUp(Settles Settles, Item Into, Wanted Wanted) : BillStep(Settles);

    /// <summary>Time of a lot that is charged in arrears has been used.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Lot">The lot.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="Measure">The measure of time.</param>
    internal sealed record TimeUsed(Settles Settles, Item Item, Lot Lot, string Name, Measure Measure) : BillStep(Settles);

    /// <summary>A contract ends early, and a part of its rest or a fee is owed.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Plan">The plan, as held before.</param>
    /// <param name="Name">The name of the plan, as a customer reads it.</param>
    /// <param name="Owed">The charge that is owed.</param>
    /// <param name="Measure">The measure of a term that the contract's end cuts.</param>
    /// <param name="Ends">The end of the subscription; null for the end of the billed time.</param>
    internal sealed record ContractLeft(
        Settles Settles, Item Plan, string Name, EarlyTerminationCharge Owed, Measure Measure, Instant? Ends)
        : BillStep(Settles);

    /// <summary>The end of an item's term moves to another date.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Held">The item, as held before the change.</param>
    /// <param name="Now">The item after the other parts of the change.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="Measure">The measure of time.</param>
    /// <param name="Moved">The old end and the new one.</param>
    internal sealed record EndMoves(Settles Settles, Item Held, Item Now, string Name, Measure Measure, MovedEnd Moved) : BillStep(Settles);
}
