using NodaTime;

namespace SubscriptionMath;

/// <summary>Something that was decided and that a bill has to tell: units leave or enter, used time is owed. It holds no amount.</summary>
/// <param name="Settles">The bill that it is on.</param>
internal abstract record BillStep(Settles Settles)
{
    /// <summary>A bill is drawn up, though nothing may be on it.</summary>
    internal sealed record BillOpens(Settles Settles) : BillStep(Settles)
    {
        internal static BillOpens AsRenewal { get; } = new(Settles.AsRenewal);
    }

    /// <summary>Units leave an item.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Units">The units, of the item as it is held.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="By">How they are valued.</param>
    internal sealed record UnitsLeave(Settles Settles, LeavingUnits Units, string Name, Valuation By) : BillStep(Settles)
    {
        /// <summary>Gets whether the item goes on with its other units.</summary>
        internal bool OthersStay { get; init; }

        /// <summary>Gets the price of the interval over which a longer one has a discount, if the policy keeps that.</summary>
        internal Price? Shorter { get; init; }
    }

    /// <summary>Units enter an item.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Into">The item that will hold them.</param>
    /// <param name="Wanted">The product and its price.</param>
    /// <param name="Units">The units, and for which time.</param>
    /// <param name="Discounts">The discounts that run.</param>
    internal sealed record UnitsEnter(Settles Settles, Item Into, Wanted Wanted, EnteringUnits Units, RunningDiscounts Discounts)
        : BillStep(Settles);

    /// <summary>A product is set up, for a fee.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Into">The item that will hold it.</param>
    /// <param name="Wanted">The product and its price.</param>
    internal sealed record SetsUp(Settles Settles, Item Into, Wanted Wanted) : BillStep(Settles);

    /// <summary>Time of a lot that is charged in arrears has been used.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Lot">The lot.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="Measure">How its time is counted.</param>
    internal sealed record TimeUsed(Settles Settles, Item Item, Lot Lot, string Name, Measure Measure) : BillStep(Settles);

    /// <summary>A contract is left before its end.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Plan">The plan, as it was held.</param>
    /// <param name="Name">Its name, as a customer reads it.</param>
    /// <param name="Owed">The part of the rest that is owed.</param>
    /// <param name="Measure">How a term that the contract cuts is counted.</param>
    /// <param name="Ends">When the subscription ends; null if it ends with what is billed.</param>
    internal sealed record ContractLeft(Settles Settles, Item Plan, string Name, EarlyEnd.PartOwed Owed, Measure Measure, Instant? Ends)
        : BillStep(Settles);

    /// <summary>The end of what was bought moves to another date.</summary>
    /// <param name="Settles">The bill.</param>
    /// <param name="Held">The item, as it was held before.</param>
    /// <param name="Now">The item, with the lots that it has by now.</param>
    /// <param name="Name">The name of the item, as a customer reads it.</param>
    /// <param name="Measure">How its time is counted.</param>
    /// <param name="Moved">The end, and where it moves to.</param>
    internal sealed record EndMoves(Settles Settles, Item Held, Item Now, string Name, Measure Measure, MovedEnd Moved) : BillStep(Settles);
}
