using SubscriptionMath.Vendors;

namespace SubscriptionMath;

/// <summary>The same work for any number of the same things: the tests count its bytes, the benchmarks its time.</summary>
internal sealed class Growth
{
    private static readonly BillingPolicy Policy = Keeping(WhaleBooks.Policy());
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant July = Instant.FromUtc(2026, 7, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2027, 1, 1, 0, 0);

    private Subscription _held = Subscription.NotStarted("s", "EUR", DateTimeZone.Utc);
    private Facts _facts = Facts.None;
    private Sequence<Discount> _discounts;
    private int _count;

    internal required Catalog Sold { get; init; }

    private Cart AllAddOns => Cart.Of("p0", BillingInterval.Year) with { AddOns = [.. Sold.AddOns.Select(addOn => new CartAddOn { Id = addOn.Id })], Discounts = _discounts };

    internal static Growth Catalog(int plans, int addOns)
    {
        string[] ids = [.. Enumerable.Range(0, addOns).Select(n => $"a{n}")];
        return new()
        {
            _count = Math.Max(plans, addOns),
            Sold = new()
            {
                Plans = [.. Enumerable.Range(0, plans).Select(n => new Plan
                {
                    Id = $"p{n}", Name = $"Plan {n}", Rank = n, AddOns = [.. ids],
                    Prices = [Price.Of(10m + n, "EUR", BillingInterval.Year), Price.Of(1m, "EUR", BillingInterval.Day)],
                })],
                AddOns = [.. ids.Select(id => new AddOn { Id = id, Name = id, Prices = [Price.Of(1m, "EUR", BillingInterval.Year)] })],
            },
        };
    }

    /// <summary>A year with so many add-ons.</summary>
    internal static Growth Held(int addOns)
    {
        var growth = Catalog(2, addOns);
        growth._held = growth.Ask(growth.AllAddOns, Start).SubscriptionAfter;
        return growth;
    }

    /// <summary>A year with so many add-ons, each with an allotment of each month.</summary>
    internal static Growth Credits(int addOns)
    {
        var growth = Catalog(2, addOns);
        var calls = new Allowance { Kind = "calls", Units = 10m, Rollover = Rollover.None };
        growth = new() { _count = addOns, Sold = growth.Sold with { AddOns = [.. growth.Sold.AddOns.Select(addOn => addOn with { Allowances = [calls] })] } };
        growth._held = growth.Ask(growth.AllAddOns, Start).SubscriptionAfter;
        return growth;
    }

    /// <summary>A year with so many seats, each with its own grant of the plan.</summary>
    internal static Growth SeatGrants(int count)
    {
        var growth = Catalog(2, 0);
        var calls = new Allowance { Kind = "calls", Units = 10m, Rollover = Rollover.None };
        growth = new()
        {
            _count = count,
            Sold = growth.Sold with { Plans = [.. growth.Sold.Plans.Select(plan => plan with { Allowances = [calls with { Rollover = Rollover.Full }] })] },
        };
        growth._held = growth.Ask(Cart.Of("p0", BillingInterval.Year) with { Quantity = count }, Start).SubscriptionAfter;
        growth._held = growth._held with { Grants = [.. Enumerable.Repeat(growth._held.Grants[0] with { Quantity = 1, Granted = 10m }, count)] };
        return growth;
    }

    /// <summary>A year with so many add-ons, with a tax on each and a discount on all.</summary>
    internal static Growth Taxed(int addOns)
    {
        var growth = Held(addOns);
        growth._facts = growth._facts with { Taxes = new() { Otherwise = new() { Name = "VAT", Percent = 21m } } };
        growth._discounts = [Discount.OfPercent("d", 10m)];
        growth._held = growth.Ask(growth.AllAddOns, Start).SubscriptionAfter;
        return growth;
    }

    /// <summary>A year with so many lots of a seat each.</summary>
    internal static Growth Lots(int count)
    {
        var growth = Held(0);
        var plan = growth._held.Plan!;
        growth._held = growth._held with
        {
            Plan = plan with { Quantity = count, Lots = [.. Enumerable.Range(0, count).Select(n => plan.Lots[0] with { Above = n })] },
        };
        return growth;
    }

    /// <summary>So many packs of usage credits.</summary>
    internal static Growth Grants(int count)
    {
        var growth = Held(0);
        growth._count = count;
        growth._held = growth._held with
        {
            Grants = [.. Enumerable.Range(0, count).Select(n => new Grant
            {
                Id = $"g{n}", Kind = "calls", ProductId = "pack", Source = GrantSource.Purchase, Granted = 1m, Used = 0m,
                Effective = Start, Expires = End + Duration.FromDays(1), Rollover = Rollover.None,
            })],
        };
        return growth;
    }

    /// <summary>So many cents of credit that pay for a year.</summary>
    internal static Growth Credit(int count)
    {
        var growth = Catalog(1, 0);
        growth._count = count;
        growth._facts = growth._facts with
        {
            Credit = new() { Lots = [.. Enumerable.Range(0, count).Select(n => new CreditLot { Left = Money.Of(0.01m, "EUR"), Source = CreditSource.Paid, Expires = End + Duration.FromDays(n) })] },
        };
        return growth;
    }

    internal static Growth Pieces(int days)
    {
        var growth = Catalog(1, 1);
        growth._count = days;
        return growth;
    }

    internal void Sells()
    {
        foreach (var plan in Sold.Plans)
        {
            _ = Sold.Plan(plan.Id);
        }
    }

    internal void Finds()
    {
        foreach (var addOn in Sold.AddOns)
        {
            _ = Sold.AddOn(addOn.Id);
            _ = Sold.Plans[0].OfferOf(addOn.Id);
        }
    }

    internal void Buys() => Billing.Price(Subscription.NotStarted("s", "EUR", DateTimeZone.Utc), Change.To(AllAddOns), _facts, Sold, Policy, Start).OrThrow();

    internal void Upgrades() => Ask(_held.Cart() with { PlanId = "p1" }, July);

    internal void LeavesAll() => Ask(Cart.Of("p1", BillingInterval.Year), July);

    internal void Renews() => Lifecycle.PriceNext(_held, _facts, Sold, Policy);

    internal void RenewsWithout() => Lifecycle.PriceNext(
        _held with { Pending = new() { RequestedAt = July, EffectiveAt = End, Cart = Cart.Of("p1", BillingInterval.Year) } }, _facts, Sold, Policy);

    internal void Counts()
    {
        _ = Lifecycle.NextEvent(_held, _facts, Policy);
        _ = Billing.Spend(_held, "calls", _count, Policy, July);
        Renews();
    }

    internal void Pays() => Ask(Cart.Of("p0", BillingInterval.Year), Start);

    /// <summary>Each lot of credit expires on a day of its own.</summary>
    internal void Expires() => Lifecycle.Advance(_held, _facts, Sold, Policy, End + Duration.FromDays(_count));

    internal void AddsSeat() => Ask(_held.Cart() with { Quantity = _count + 1 }, July);

    internal void DropsSeat() => Ask(_held.Cart() with { Quantity = 1 }, July);

    internal void Plays() => Played();

    /// <summary>A day each, played one by one.</summary>
    internal Timeline Played()
    {
        var line = Timeline.Of(_held, _facts);
        var script = Script.Of(new Command.Ask { At = Start, Change = Change.To(Cart.Of("p0", BillingInterval.Day)) });
        for (var day = 0; day < _count; day++)
        {
            line = line.Play(script, Sold, Policy, Start + Duration.FromDays(day));
        }

        return line;
    }

    private static BillingPolicy Keeping(BillingPolicy policy) => policy with
    {
        AddOns = policy.AddOns with { WhenPlanChanges = AddOnFate.KeptWithTheTerm },
        Allowances = policy.Allowances with { OnUpgrade = GrantFate.Carried, OnRenewal = GrantFate.Carried },
    };

    private Quote Ask(Cart cart, Instant at) => Billing.Price(_held, Change.To(cart), _facts, Sold, Policy, at).OrThrow();
}
