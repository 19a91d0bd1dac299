namespace SubscriptionMath;

/// <summary>Resolves a pending cart that replaces the held items when a term ends.</summary>
internal static class CartAtTheTurn
{
    /// <summary>A cart that replaces the held items, with the answers for the plan.</summary>
    /// <param name="Cart">The cart.</param>
    /// <param name="Plan">The plan, as it is sold.</param>
    /// <param name="Direction">The direction of the change.</param>
    /// <param name="IsSamePlan">Whether plan and interval are those held.</param>
    /// <param name="Fate">The answer that decides from when the phases of new add-ons are counted.</param>
    private readonly record struct Ordered(Cart Cart, Sale Plan, Direction Direction, bool IsSamePlan, TrialFate Fate);

    /// <summary>Gives the resolution with the items of the cart, and the direction of the change.</summary>
    internal static (Resolution Resolution, Direction Direction) To(Resolution resolution, Catalog catalog, Cart cart)
    {
        var (on, held, sold) = (resolution.On, resolution.Held.Plan!, catalog.HeldPlan(cart.PlanId));
        var turning = Turning.Of(resolution, catalog, resumes: null);
        var same = held.ProductId == sold.Id && held.SoldAt.Interval == cart.Interval;
        var price = same
            ? turning.RenewalPriceOf(held, sold.Prices, cart.Quantity)
            : Turning.Sold(sold.PriceFor(cart.Interval, on.Currency), sold.Name, cart.Interval);
        var direction = same
            ? cart.Quantity.CompareTo(held.Quantity) switch { > 0 => Direction.Up, < 0 => Direction.Down, _ => Direction.Lateral }
            : on.Policy.Requests.Direction.Of(on.Before, cart, catalog);
        var then = same ? null : AtTheTurn(on, held, sold, price, direction);
        var (listed, fate) = (Wanted.Of(sold, price, cart.Quantity), then?.Trial ?? TrialFate.Ended);
        var sale = (same ? new Sale(listed, held.PhasesFrom, GrantSource.Plan) : turning.InPhase(listed, GrantSource.Plan, fate)) with
        {
            Aligned = then is { Timing: Timing.PeriodEnd } ? then.Term as TermRule.ToBillingDay : null,
        };
        resolution = resolution with { Discounts = DiscountUse.Asked(on.Before, cart.Discounts) };
        var ordered = new Ordered(cart, sale, direction, same, fate);
        turning = resolution.Discounts.IsEmpty ? turning : turning with { SoldTogether = Together(turning, resolution.Held, ordered) };
        resolution = WithoutAhead(resolution, catalog, then?.Unused ?? UnusedValue.OfAllLots);
        return (Items(resolution, turning, ordered), direction);
    }

    /// <summary>Lists the items of the cart: what is held at the price of its renewal, and what is new as it is sold.</summary>
    private static PricedItems Together(Turning turning, Holdings held, in Ordered ordered)
    {
        var (cart, together) = (ordered.Cart, new SoldTogether());
        var addOns = Index<Item>.Of(held.AddOns, static item => item.ProductId);
        together.Add(ordered.Plan.Wanted, goesOn: ordered.IsSamePlan);
        foreach (var entry in cart.AddOns)
        {
            var addOn = addOns.Find(entry.Id);
            if (addOn is not null && GoesOn(addOn, entry))
            {
                together.Add(turning.Renewed(addOn with { RenewsWith = entry.Quantity }, GrantSource.AddOn), goesOn: true);
            }
            else
            {
                var fate = addOn is null ? ordered.Fate : TrialFate.Ended;
                together.Add(AsSold(turning, entry, entry.Interval ?? cart.Interval, fate).Wanted, goesOn: false);
            }
        }

        return together.ToPricedItems();
    }

    /// <summary>Resolves the plan first, then the held add-ons, then the new ones.</summary>
    private static Resolution Items(Resolution resolution, Turning turning, in Ordered ordered)
    {
        var (build, cart, keeps) = (new TurnBuild(resolution), ordered.Cart, turning.On.Policy.AddOns.KeepsWhereOffered);
        var plan = build.Add(PlanTo(turning, resolution.Held.Plan!, ordered.Plan, ordered.Direction, build.Now));
        var (sold, asked) = (turning.Catalog.HeldPlan(cart.PlanId), Index<CartAddOn>.Of(cart.AddOns, static entry => entry.Id));
        var (addOns, held) = (new List<Item>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var addOn in resolution.Held.AddOns)
        {
            var turned = keeps && !ordered.IsSamePlan && sold.OfferOf(addOn.ProductId) != AddOnOffer.Offered
                ? EndedWithThePlan(turning, addOn, build.Now)
                : AddOnTo(turning, asked.Find(addOn.ProductId), addOn, build.Now);
            if (build.Add(turned) is { } item && held.Add(item.ProductId))
            {
                addOns.Add(item);
            }
        }

        foreach (var entry in cart.AddOns)
        {
            // An add-on that the new plan does not offer ended with the old plan, earlier or just now.
            if ((!keeps || sold.OfferOf(entry.Id) == AddOnOffer.Offered) && held.Add(entry.Id))
            {
                var sale = AsSold(turning, entry, entry.Interval ?? cart.Interval, ordered.Fate);
                var next = turning.NextTermOf(null, sale, build.Now.Schedule);
                addOns.Add(build.Add(turning.Begin(sale, next, new Beginning(null, null, IsNew: true), build.Now.Discounts))!);
            }
        }

        return build.ToResolution(new Holdings(plan, addOns.ToSequence()));
    }

    private static ItemTurned PlanTo(Turning turning, Item held, in Sale sale, Direction direction, Running running)
    {
        if (held.ProductId == sale.Wanted.ProductId)
        {
            return turning.GoOn(held, sale, running);
        }

        var next = turning.NextTermOf(held.Anchor, sale, running.Schedule);
        var contract = ContractTerm.Sold(sale.Wanted, held, anew: false, next.Term.Term.Start, turning.On.Zone);
        var begun = turning.Begin(sale, next, new Beginning(null, contract, IsNew: true), running.Discounts);
        return begun with { Grants = [new GrantStep.PlanLeft(sale.Wanted, direction, next.Term.Term.End), .. begun.Grants] };
    }

    /// <summary>
    /// Gives back a term of the plan that was bought ahead, since the cart is bought for that time instead.
    /// </summary>
    private static Resolution WithoutAhead(Resolution resolution, Catalog catalog, UnusedValue unused)
    {
        var (on, held) = (resolution.On, resolution.Held.Plan!);
        if (held.BoughtAhead is null)
        {
            return resolution;
        }

        var by = new Valuation(unused, on.Counted(on.Policy.Proration.Measure), on.Mode, on.Before, on.Moment);
        return resolution with
        {
            Steps = [.. resolution.Steps,
                .. new Leaving(on, catalog).Whole(held, catalog.HeldPlan(held.ProductId).Name, Settles.AsRenewal, by)],
            Held = resolution.Held with { Plan = held with { Lots = [.. held.Lots.Where(lot => lot.Covers.Start < on.Moment)] } },
        };
    }

    /// <summary>
    /// Finds the treatment of a new plan or interval that waited for the term's end. The treatment aligns the term and counts the phases.
    /// </summary>
    private static Treatment? AtTheTurn(Circumstances on, Item held, Plan sold, Price price, Direction direction)
    {
        var changes = (held.ProductId == sold.Id ? ChangeKinds.None : ChangeKinds.Plan)
            | (held.SoldAt.Interval == price.Interval ? ChangeKinds.None : ChangeKinds.Interval);
        return RuleBook.AtTheTurn(on, price, changes, direction);
    }

    private static ItemTurned EndedWithThePlan(Turning turning, Item addOn, Running running)
    {
        var (on, sold) = (turning.On, turning.Catalog.HeldAddOn(addOn.ProductId));
        var counted = on.Counted(sold.Measure ?? on.Policy.Proration.Measure);
        var by = new Valuation(on.Policy.AddOns.EndedValue, counted, on.Mode, on.Before, on.Moment);
        return Renewing.Ended(addOn, running) with
        {
            Steps = new Leaving(on, turning.Catalog).Whole(addOn, sold.Name, Settles.AsRenewal, by),
        };
    }

    private static ItemTurned AddOnTo(Turning turning, CartAddOn? wanted, Item addOn, Running running)
    {
        int? units = wanted is null ? 0 : wanted.Quantity == addOn.Quantity ? null : wanted.Quantity;
        addOn = units == addOn.RenewsWith ? addOn : addOn with { RenewsWith = units };
        if (addOn.Term.End > turning.On.Moment)
        {
            return new ItemTurned(addOn, running);
        }

        return wanted is null || GoesOn(addOn, wanted)
            ? Renewing.GoneOnOrEnded(turning, addOn, running)
            : turning.GoOn(addOn, AsSold(turning, wanted, wanted.Interval!.Value, TrialFate.Ended), running);
    }

    /// <summary>Whether a held add-on keeps its interval, and so renews as sold.</summary>
    private static bool GoesOn(Item addOn, CartAddOn wanted) => (wanted.Interval ?? addOn.SoldAt.Interval) == addOn.SoldAt.Interval;

    private static Sale AsSold(Turning turning, CartAddOn wanted, BillingInterval interval, TrialFate fate)
    {
        var sold = turning.Catalog.HeldAddOn(wanted.Id);
        var price = Turning.Sold(sold.PriceFor(interval, turning.On.Currency), sold.Name, interval);
        return turning.InPhase(Wanted.Of(sold, price, wanted.Quantity), GrantSource.AddOn, fate);
    }
}
