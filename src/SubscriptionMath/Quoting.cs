using NodaTime;

namespace SubscriptionMath;

/// <summary>Makes a quote of a resolution: first the charges, then their settlement, then the usage credits.</summary>
internal static class Quoting
{
    /// <summary>Gives the quote.</summary>
    /// <param name="resolution">The resolution, without amounts.</param>
    /// <param name="head">The head of the quote.</param>
    internal static Quote Of(Resolution resolution, in QuoteHead head)
    {
        var charged = Charging.Of(resolution);
        var settled = Settling.Of(resolution, charged, head.At);
        var grants = GrantsAfter.Of(settled.Resolution);
        return Assemble(settled, grants, head);
    }

    private static Quote Assemble(in SettledResolution settled, in GrantsAfter grants, in QuoteHead head)
    {
        var (resolution, settlement, on) = (settled.Resolution, settled.Settlement, settled.Resolution.On);
        return new Quote
        {
            SubscriptionId = on.Before.Id,
            ForVersion = on.Before.Version,
            BillingReason = head.Reason,
            At = head.At,
            GoodUntil = on.Policy.Requests.QuoteValidity?.EndOf(head.At, on.Zone),
            Change = head.Change,
            Direction = head.Direction,
            Read = new FactsRead(
                settlement.ReadsCredit ? on.Facts.Credit : null,
                head.Members,
                head.Role,
                settled.Others,
                settled.ReadsTaxes ? on.Facts.Taxes ?? TaxRates.None : null)
            {
                TimeLeft = resolution.ReadsTimeLeft ? on.Facts.TimeLeft : null,
            },
            Entries = settlement.Entries,
            Lines = settlement.Lines,
            Collected = settled.CollectsDeferred ? on.Before.NextInvoice : default,
            Grants = grants.Effects,
            EndedAddOns = resolution.EndedAddOns,
            TermBefore = on.Before.Term,
            SubscriptionAfter = SubscriptionAfter.Of(settled, grants),
            CreditAfter = settlement.Credit,
            NotMade = resolution.NotMade,
        };
    }
}

/// <summary>The head of a quote.</summary>
/// <param name="Reason">The reason for the quote.</param>
/// <param name="Change">The change that was asked for; null if nobody asked.</param>
/// <param name="Direction">The direction.</param>
/// <param name="At">The instant of the booking.</param>
internal readonly record struct QuoteHead(BillingReason Reason, Change? Change, Direction Direction, Instant At)
{
    /// <summary>Gets the number of members in use, if it was read.</summary>
    internal int? Members { get; init; }

    /// <summary>Gets the role of the person who asks, if it was read.</summary>
    internal Roles? Role { get; init; }
}
