namespace SubscriptionMath;

/// <content>What is granted with what is bought: nothing twice for the same units and the same time.</content>
internal sealed partial class GrantLedger
{
    /// <summary>The allotment of what was bought: all of it with a term that begins, as the policy says within one, or with a first one that is short.</summary>
    /// <param name="product">The plan or add-on, with the number of units that are held of it afterwards.</param>
    /// <param name="quantity">The number of units that were bought.</param>
    /// <param name="source">Whether it is the plan or an add-on.</param>
    /// <param name="term">The stretch for which they were bought.</param>
    /// <param name="begins">Whether a term begins.</param>
    /// <param name="again">Whether what was granted for the same stretch before counts: what rests comes back, and only units that had nothing are granted anything.</param>
    internal void Enter(Wanted product, int quantity, GrantSource source, in GrantTerm term, bool begins, bool again)
    {
        foreach (var allowance in product.Allowances)
        {
            Enter(product.ProductId, allowance, quantity, source, term, begins, again ? product.Quantity : null);
        }
    }

    private void Enter(string productId, Allowance allowance, int quantity, GrantSource source, in GrantTerm term, bool begins, int? held = null)
    {
        if (held is not null)
        {
            Return(productId, allowance.Kind, source);
        }

        if (term.Covers.IsEmpty)
        {
            WaitForLength(productId, allowance, quantity, source, term, begins, held);
            return;
        }

        var allotment = source != GrantSource.Plan ? policy.BoughtAddOns : begins ? policy.FirstTerm : policy.AddedSeats;
        for (var from = term.Covers.Start; from < term.Covers.End;)
        {
            var (covers, share) = term.PeriodAt(allowance, from);
            var isPart = allotment == Allotment.ForTheRest && share.Left < share.Of;
            var without = held is { } all ? all - UnitsThatHad(productId, allowance.Kind, source, covers) : quantity;
            if (held is not null && source == GrantSource.AddOn)
            {
                Lengthen(productId, allowance.Kind, covers);
            }

            if (without > 0)
            {
                // It stands for all units that have none: those that were not bought now had their time before it.
                var whole = allowance.Units * Math.Min(without, quantity);
                Add(productId, allowance, source, without, isPart ? policy.Rounding.Part(whole, share) : whole, covers);
            }

            from = covers.End;
        }
    }

    /// <summary>A term as long as what was bought: where that is nothing it renews at once, and brings its allotment then.</summary>
    private void WaitForLength(string productId, Allowance allowance, int quantity, GrantSource source, GrantTerm term, bool begins, int? held) =>
        (_whenItHasLength ??= []).Add(to => Enter(
            productId, allowance, quantity, source, term with { Covers = new Term(term.Covers.Start, to), Share = new Share(1, 1, term.Share.Unit) }, begins, held));

    private void Add(string productId, Allowance allowance, GrantSource source, int quantity, decimal units, Term covers)
    {
        var grant = new Grant
        {
            Kind = allowance.Kind,
            ProductId = productId,
            Source = source,
            Quantity = quantity,
            Granted = units,
            Used = 0m,
            Effective = covers.Start,
            Expires = covers.End,
            Rollover = allowance.Rollover,
        };
        Held.Add(grant);
        Tell(GrantEffectKind.Granted, grant, units);
    }

    /// <summary>What rests of a product comes back as it was left.</summary>
    private void Return(string productId, string kind, GrantSource source)
    {
        for (var i = 0; i < Count; i++)
        {
            if (RestsOn(Held[i]) && IsOf(Held[i], productId, kind, source))
            {
                Held[i] = Held[i] with { Rests = false };
                Tell(GrantEffectKind.Granted, Held[i], Held[i].Unused);
            }
        }
    }

    /// <summary>The number of units that had their allotment for a period, or a part of it: of the plan, whichever it was then, or of an add-on.</summary>
    private int UnitsThatHad(string productId, string kind, GrantSource source, Term period)
    {
        var units = 0;
        for (var i = 0; i < Count; i++)
        {
            units += IsFor(Held[i], source == GrantSource.Plan ? Held[i].ProductId : productId, kind, source, period) ? Held[i].Quantity : 0;
        }

        return units;
    }

    /// <summary>
    /// What an add-on had for a period lasts as long as that, where another interval has made it longer: else it would lapse before, and a unit that leaves and comes back would
    /// bring it once more.
    /// </summary>
    private void Lengthen(string productId, string kind, Term period)
    {
        for (var i = 0; i < Count; i++)
        {
            if (IsFor(Held[i], productId, kind, GrantSource.AddOn, period) && Held[i].Expires < period.End)
            {
                Held[i] = Held[i] with { Expires = period.End };
            }
        }
    }

    private static bool IsFor(Grant grant, string productId, string kind, GrantSource source, Term period) =>
        !grant.Rests && IsOf(grant, productId, kind, source) && grant.Effective < period.End && !(grant.Ends <= period.Start);
}
