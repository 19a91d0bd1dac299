namespace SubscriptionMath;

/// <summary>Answers what is owed of a contract that is left before its end.</summary>
internal static class ContractRest
{
    /// <summary>The line of what is owed; null where nothing of the contract is left beyond what is billed.</summary>
    /// <param name="plan">The plan, as held.</param>
    /// <param name="name">Its name, as a customer reads it.</param>
    /// <param name="owed">What is owed of the rest.</param>
    /// <param name="measure">How a term that the contract cuts is counted.</param>
    /// <param name="mode">How the amount is rounded.</param>
    /// <param name="before">The subscription.</param>
    internal static Line? Owed(Item plan, string name, EarlyEnd.PartOwed owed, Measure measure, RoundingMode mode, Subscription before)
    {
        var (from, anchor) = (plan.BilledUntil, plan.Anchor ?? before.Anchor);
        if (plan.Contract is not { } contract || contract.End <= from)
        {
            return null;
        }

        var rest = Fraction.Zero;
        for (var start = from; start < contract.End;)
        {
            var next = PlanTerm.After(anchor, start, plan.SoldAt.Every, before.Zone);
            var price = plan.SoldAt.InPhase(plan.PhasesFrom, start, before.Zone).For(plan.Quantity);
            var covers = ContractTerm.Cut(next, contract.End).Term;
            rest += covers == next.Term
                ? price
                : measure.PartOf(price, Counting.Left(Stretch.Of(covers, next.Term, plan.SoldAt.Every, 1), start, measure, next.Anchor, before.Zone, ends: false), plan.SoldAt.Every);
            (start, anchor) = (next.Term.End, next.Anchor);
        }

        var exact = rest * owed.Part;
        return new Line
        {
            Kind = LineKind.EarlyEnd,
            Product = name,
            Quantity = plan.Quantity,
            Price = MinorUnits.Major(rest, before.Currency),
            Covers = new Term(from, contract.End),
            Share = new Share((long)owed.Part.Numerator, (long)owed.Part.Denominator, Grain.Parts),
            Exact = -exact,
            Amount = -Money.Round(exact, before.Currency, mode),
            Basis = LineBasis.AllUnits,
            Forfeited = false,
        };
    }
}
