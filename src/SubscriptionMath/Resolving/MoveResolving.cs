using NodaTime;

namespace SubscriptionMath;

/// <summary>Resolves the moves of a change, one at a time: the units that leave an item, and the units that enter.</summary>
/// <param name="On">The given values of the pricing.</param>
/// <param name="Catalog">The catalog.</param>
/// <param name="Asked">The requested change.</param>
/// <param name="Plan">The plan after the change.</param>
/// <param name="SoldTogether">The items that share a discount on the invoice, each with its price; null if no discount runs.</param>
internal readonly record struct MoveResolving(
    Circumstances On, Catalog Catalog, Request Asked, ChangedPlan Plan, PricedItems? SoldTogether)
{
    /// <summary>Gets the treatment of a plan that is replaced or begins anew at once; null if the plan is kept.</summary>
    internal Treatment? Decided { get; init; }

    private Subscription Before => On.Before;

    private Instant At => On.Moment;

    /// <summary>Resolves a move.</summary>
    /// <param name="move">The move.</param>
    /// <param name="now">The plan after the change, or the add-on as held; null for a new add-on.</param>
    /// <param name="discounts">The discounts held so far.</param>
    internal ItemResolved Of(Move move, Item? now, Sequence<Discount> discounts)
    {
        var thing = move.Thing;
        var isPlan = ReferenceEquals(thing, Asked.Pairing.Plan);
        var measure = On.Counted(thing.OwnMeasure ?? move.Treatment.Measure ?? On.Policy.Proration.Measure);
        if (thing is { Before: { } kept, Changes: ChangeKinds.NextBilling } && move.KeepsLots)
        {
            // The same plan at the same price: only its end moves, and no later phase of the price begins.
            return new ItemResolved(now! with { SoldAt = kept.SoldAt, Lots = kept.Lots, SetUp = kept.SetUp }, discounts)
            {
                Steps = [new BillStep.BillOpens(Settles.By(move.Treatment))],
            };
        }

        var ends = move.Replaces && !isPlan && thing.Before is not null;
        var result = move.Entering > 0
            ? Entered(move, isPlan || !move.Replaces ? now! : NewAddOn(move, measure), isPlan, measure, discounts)
            : new ItemResolved(ends ? null : now, discounts);
        if (!move.Replaces)
        {
            result = result with { After = Kept(result.After!, move) };
        }

        var left = Left(move, measure);
        return result with
        {
            Steps = result.Steps.IsEmpty ? left : [.. left, .. result.Steps],
            Grants = WithThoseOfLeaving(move, isPlan, ends, result.Grants),
        };
    }

    /// <summary>Gives an item that continues with another number of units.</summary>
    private static Item Kept(Item item, Move move)
    {
        item = item with { Quantity = move.Thing.After!.Quantity };
        return move is { KeepsLots: true, Leaving: > 0 } ? KeptLots.Of(item, item.Quantity) : item;
    }

    private Sequence<BillStep> Left(Move move, Measure measure)
    {
        var settles = Settles.By(move.Treatment);
        if (move.Thing.Before is not { } item || move.KeepsLots)
        {
            return [new BillStep.BillOpens(settles)];
        }

        var by = new Valuation(move.Unused, measure, On.Mode, Before, At);
        return move.Thing.After?.ProductId != item.ProductId
            ? new Leaving(On, Catalog).Whole(item, move.Thing.NameBefore!, settles, by)
            : [new Leaving(On, Catalog).Of(item, move.Leaving, move.Thing.NameBefore!, settles, by) with { OthersStay = !move.Replaces }];
    }

    private static Sequence<GrantStep> WithThoseOfLeaving(Move move, bool isPlan, bool ends, Sequence<GrantStep> grants)
    {
        var thing = move.Thing;
        return ends ? [new GrantStep.AddOnLeft(thing.Before!.ProductId), .. grants]
            : !move.Replaces && thing.Removed > 0 && !move.KeepsLots
                ? [
                    .. grants,
                    new GrantStep.UnitsLeft(thing.Before!.ProductId, isPlan ? GrantSource.Plan : GrantSource.AddOn, thing.After!.Quantity),
                ]
                : grants;
    }

    private Item NewAddOn(Move move, Measure measure)
    {
        var (wanted, plan) = (move.Thing.After!, Plan.Plan!);
        var rule = Before.Plan is null && !move.Treatment.BeginsAnew ? TermRule.Restarted
            : move.Treatment.TermOfAddOn(wanted.Price, plan.SoldAt.Interval);
        var term = rule is TermRule.KeptEnd && move is { KeepsLots: true, Thing.Before: { } kept }
            ? new AddOnTerm(kept.Term, kept.Anchor)
            : AddOnTerm.Find(On, plan.Term, wanted.Price.Interval, rule, measure);
        var (price, from) = ChangedPlan.Phased(move.Thing, move.Treatment, null, On);
        return new Item
        {
            ProductId = wanted.ProductId,
            SoldAt = price,
            Quantity = wanted.Quantity,
            Term = term.Term,
            Anchor = term.Anchor,
            PhasesFrom = from,
        };
    }

    private ItemResolved Entered(Move move, Item item, bool isPlan, Measure measure, Sequence<Discount> discounts)
    {
        var (thing, wanted, interval) = (move.Thing, move.Thing.After!, item.SoldAt.Interval);
        var begins = move.Replaces && item.Term.Start == At
            && (Before.Plan is null || item.Anchor is not null || !move.Treatment.Term.KeepsTerm);
        var (anchor, isNew) = (item.Anchor ?? Plan.Schedule.Anchor, thing.Before?.ProductId != wanted.ProductId);
        wanted = ReferenceEquals(wanted.Price, item.SoldAt) ? wanted : wanted with { Price = item.SoldAt };
        Sequence<Segment> segments = begins
            ? [new Segment(
                item.Term, move.Treatment.Term.StubPeriod(Before, interval, At, Asked.Wish.NextBilling)
                    ?? item.Term) { IsFirst = Before.Plan is null }]
            : new RestOfTerm(item.Term, interval, At, anchor, Before.Zone).Beside(isPlan || !move.Replaces ? thing.Before : null);
        segments = MovesWithThePlan(move, isPlan, item)
            ? DateMove.Beside(Before, Plan.Plan!, Asked.Wish.NextBilling!.Value).Of(segments, item.SoldAt)
            : segments;
        if (!isNew)
        {
            // The set-up fee of a term that has ended does not pass on to the next term, and goes no further than a kept end.
            var fee = begins && thing.Before!.SetUp?.Covers.Start < At ? null : thing.Before!.SetUp;
            fee = fee?.Covers.End > item.Term.End ? fee with { Covers = fee.Covers.Until(item.Term.End) } : fee;
            item = ReferenceEquals(item.SetUp, fee) ? item : item with { SetUp = fee };
            wanted = wanted.PaidBefore(thing.Before.Quantity);
        }

        var (settles, sold) = (Settles.By(move.Treatment), new SoldUnits(move.Staying, move.Entering, move.Source));
        var units = new EnteringUnits(sold, move.Treatment.NewPrice, segments, measure, anchor);
        var isBought = IsCharged(move, isPlan, wanted.Price) && !(isPlan && Plan.Trial is { } trial && trial.Contains(At));
        if (isBought && !discounts.IsEmpty)
        {
            discounts = DiscountUse.Bought(
                discounts, Before, new(wanted.ProductId, isPlan, begins || (isPlan && Before.InTrial(At)), isNew));
        }

        var running = new RunningDiscounts(discounts, SoldTogether);
        running = isBought ? running.Begun(item.ProductId, units, wanted.Price.BillingTiming, Before.Zone) : running;
        var grants = Before.Grants.IsEmpty && wanted.Allowances.IsEmpty ? default
            : MoveGrants.Of(this, move, new(item, wanted.Price.Interval, units, begins, isPlan));
        var after = move is { KeepsLots: true, Replaces: true, Thing.Before: { } kept }
            ? KeptLots.Of(item with { Lots = kept.Lots }, move.Thing.After!.Quantity)
            : item;
        return new ItemResolved(after, running.Discounts)
        {
            Steps = (isNew && wanted.Price.SetUp is not (null or 0m), isBought) switch
            {
                (true, true) =>
                    [new BillStep.SetsUp(settles, item, wanted), new BillStep.UnitsEnter(settles, item, wanted, units, running)],
                (true, false) => [new BillStep.SetsUp(settles, item, wanted)],
                (false, true) => [new BillStep.UnitsEnter(settles, item, wanted, units, running)],
                _ => default,
            },
            Grants = grants,
        };
    }

    /// <summary>Whether the units are added to an add-on that ends with the plan, while the plan's end moves.</summary>
    private bool MovesWithThePlan(Move move, bool isPlan, Item item) =>
        !isPlan && !move.Replaces && Decided is { MovesKept: true, Term: TermRule.ToDateAsked } && item.Term.End == Before.Plan!.Term.End;

    private static bool IsCharged(Move move, bool isPlan, Price price) =>
        price.BillingTiming == BillingTiming.Once
        || (move.Treatment.NewPrice != NewPrice.NothingUntilRenewal && !(isPlan && move.Treatment.Term is TermRule.StubToDate));
}
