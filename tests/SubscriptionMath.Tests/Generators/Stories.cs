namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators and shrinkers of stories, with instants, quantities and prices where bugs live.</summary>
internal static class Stories
{
    private static readonly string[] Currencies = ["EUR", "EUR", "EUR", "USD", "JPY", "KWD"];

    private static readonly LocalDateTime[] OddStarts =
    [
        new(2024, 1, 31, 0, 0), new(2024, 2, 29, 0, 0), new(2023, 2, 28, 0, 0), new(2025, 12, 31, 23, 59), new(2026, 1, 29, 10, 37),
        new(2026, 2, 8, 2, 30), new(2026, 3, 8, 0, 0), new(2026, 10, 1, 1, 30), new(2026, 11, 1, 1, 30), new(2026, 3, 29, 2, 30), new(2018, 10, 4, 0, 0),
        new(2018, 11, 4, 0, 0), new(2011, 11, 30, 0, 0), new(2011, 12, 29, 12, 0), new(2027, 3, 2, 0, 0), new(2026, 4, 1, 0, 0),
    ];

    private static readonly string[] Zones =
        ["UTC", "UTC", "Europe/Berlin", "America/Los_Angeles", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"];

    private static readonly Gen<int> Seats = Gen.Frequency((3, Gen.Constant(1)), (3, Gen.Choose(1, 4)), (1, Gen.Choose(1, 20)));

    private static readonly Gen<BillingInterval> Intervals = Gen.Elements(BillingInterval.Month, BillingInterval.Year);

    private static readonly Gen<When> Whens = Gen.Frequency(
        (2, Gen.Constant(new When(Moment.Same, 0))),
        (4, Gen.Choose(0, 999).Select(n => new When(Moment.Midnight, n))),
        (4, Gen.Choose(0, 999).Select(n => new When(Moment.Any, n))),
        (1, Gen.Constant(new When(Moment.LastDay, 0))),
        (1, Gen.Constant(new When(Moment.LastInstant, 0))));

    internal static Gen<Story> Of(Gen<NamedPolicy> policies) =>
        (from policy in policies
         from currency in Gen.Elements(Currencies)
         from catalog in Markets.In(currency)
         from zone in Gen.Elements(Zones).Select(id => DateTimeZoneProviders.Tzdb[id])
         from start in Gen.OneOf(Gen.Elements(OddStarts), Gen.Choose(0, 1500 * 1440).Select(n => new LocalDateTime(2023, 12, 30, 0, 0).PlusMinutes(n)))
         from first in Firsts(catalog)
         from credit in Credits(currency)
         from taxes in Taxation.In(catalog)
         from later in Gen.Frequency<TaxRates?>((3, Gen.Constant<TaxRates?>(taxes)), (1, Taxation.In(catalog)))
         from members in Gen.Elements(1, 1, 1, 1, 2)
         from askedBy in Gen.Elements(Roles.Owner, Roles.Owner, Roles.Owner, Roles.Billing, Roles.Billing, Roles.Member)
         from count in Gen.Choose(1, 4)
         from steps in Steps(policy.Policy, catalog).ListOf(count)
         select new Story
         {
             Policy = policy,
             Currency = currency,
             Catalog = catalog,
             Zone = zone,
             Start = start.InZoneLeniently(zone).ToInstant(),
             First = first,
             Credit = credit,
             Taxes = taxes,
             TaxesNow = later,
             Members = members,
             AskedBy = askedBy,
             Steps = [.. steps],
         }).Where(story => IsSold(story, story.First));

    internal static Arbitrary<Story> Arbitrary(Gen<NamedPolicy> policies) => Arb.From(Of(policies), Simpler);

    internal static IEnumerable<Story> Simpler(Story story) => Candidates(story).Where(simpler => simpler != story && IsSold(simpler, simpler.First));

    private static IEnumerable<Story> Candidates(Story story)
    {
        for (var i = 0; i < story.Steps.Count - 1; i++)
            yield return story with { Steps = [.. story.Steps.Where((_, place) => place != i)] };

        yield return story with { Taxes = null, TaxesNow = null };
        yield return story with { TaxesNow = story.Taxes };
        yield return story with { Credit = MoneyCredit.None };
        yield return story with { Zone = DateTimeZone.Utc };
        yield return story with { Start = Instant.FromUtc(2026, 4, 1, 0, 0) };
        yield return story with { Start = story.Start.InUtc().Date.AtMidnight().InUtc().ToInstant() };
        yield return story with { First = story.First with { AddOns = [] } };
        yield return story with { First = story.First with { Quantity = 1 } };
        yield return story with { First = story.First with { Discounts = [] } };
        foreach (var policy in Policies.Simpler(story.Policy))
            yield return story with { Policy = policy };

        yield return story with { Catalog = story.Catalog with { Plans = [.. story.Catalog.Plans.Select(plan => plan with { Trial = null })] } };
        yield return story with { Catalog = story.Catalog with { Plans = [.. story.Catalog.Plans.Select(plan => plan with { Allowances = [] })] } };
        for (var i = 0; i < story.Catalog.Plans.Count; i++)
        {
            foreach (var prices in PriceShapes.Simpler(story.Catalog.Plans[i].Prices))
                yield return story with { Catalog = story.Catalog with { Plans = [.. story.Catalog.Plans.Select((plan, place) => place == i ? plan with { Prices = prices } : plan)] } };
        }

        for (var i = 0; i < story.Catalog.AddOns.Count; i++)
        {
            var addOn = story.Catalog.AddOns[i];
            foreach (var simpler in PriceShapes.Simpler(addOn.Prices).Select(prices => addOn with { Prices = prices }).Prepend(addOn with { Allowances = [] }).Prepend(addOn with { Measure = null }).Where(simpler => simpler != addOn))
                yield return story with { Catalog = story.Catalog with { AddOns = [.. story.Catalog.AddOns.Select((other, place) => place == i ? simpler : other)] } };
        }

        for (var i = 0; i < story.Steps.Count; i++)
        {
            foreach (var step in Simpler(story.Steps[i]))
                yield return story with { Steps = [.. story.Steps.Select((other, place) => place == i ? step : other)] };
        }
    }

    private static IEnumerable<Step> Simpler(Step step)
    {
        var (when, wish) = step;
        if (when.Moment != Moment.Same)
            yield return step with { When = new When(Moment.Same, 0) };

        if (when is not { Moment: Moment.Same or Moment.Midnight })
            yield return step with { When = new When(Moment.Midnight, when.PerMille) };

        if (when.PerMille is not 0 and not 500)
            yield return step with { When = when with { PerMille = 500 } };

        foreach (var simpler in new[] { wish with { Plan = null }, wish with { Interval = null }, wish with { Seats = null }, wish with { Seats = wish.Seats / 2 }, wish with { AddOnsFollow = false }, wish with { Discounts = null }, wish with { InDays = null } })
        {
            if (simpler != wish && simpler.Seats != 0)
                yield return step with { Wish = simpler };
        }

        for (var i = 0; i < wish.AddOns.Count; i++)
            yield return step with { Wish = wish with { AddOns = [.. wish.AddOns.Where((_, place) => place != i)] } };
    }

    private static Gen<Cart> Firsts(Catalog catalog) =>
        from plan in Gen.Elements(catalog.Plans.AsEnumerable())
        from price in Gen.Elements(plan.Prices.AsEnumerable())
        from seats in Seats
        from addOns in AddOnsOf(catalog, 1)
        from own in Gen.Elements<BillingInterval?>(null, null, BillingInterval.Month, BillingInterval.Year)
        from discounts in Discounting.In(catalog)
        select new Cart
        {
            PlanId = plan.Id,
            Interval = price.Interval,
            Quantity = Math.Min(seats, plan.Seats.Most ?? seats),
            Discounts = discounts,
            AddOns =
            [
                .. addOns.Where(addOn => plan.AddOns.Contains(addOn.Id)).Select(addOn => new CartAddOn { Id = addOn.Id, Quantity = addOn.Quantity, Interval = own ?? price.Interval })
                    .Where(addOn => catalog.AddOn(addOn.Id).Prices.Any(sold => sold.Interval == addOn.Interval)),
            ],
        };

    private static Gen<List<(string Id, int Quantity)>> AddOnsOf(Catalog catalog, int least) => catalog.AddOns.IsEmpty
        ? Gen.Constant(new List<(string, int)>())
        : from chosen in Gen.SubListOf<AddOn>([.. catalog.AddOns])
          from quantity in Gen.Choose(least, 3)
          select chosen.Select(addOn => (addOn.Id, quantity)).ToList();

    private static Gen<MoneyCredit> Credits(string currency) => Gen.Frequency(
        (2, Gen.Constant(MoneyCredit.None)),
        (1, Gen.Choose(0, 20000).Select(minor => MoneyCredit.Of(Money.OfMinor(minor, currency)))),
        (1, Lots(currency).ListOf().Resize(5).Select(lots => new MoneyCredit { Lots = [.. lots] })));

    /// <summary>Lots of either source, of any life within a bit more than a year, some with a priority, some for one kind of product only.</summary>
    internal static Gen<CreditLot> Lots(string currency) =>
        from minor in Gen.Choose(0, 9000)
        from source in Gen.Elements(Enum.GetValues<CreditSource>())
        from expires in Gen.Frequency((1, Gen.Constant<int?>(null)), (2, Gen.Choose(0, 400).Select(days => (int?)days)))
        from effective in Gen.Frequency((3, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 200).Select(days => (int?)days)))
        from priority in Gen.Elements<int?>(null, null, 0, 1)
        from only in Gen.Elements<ProductKind?>(null, null, null, ProductKind.Plan, ProductKind.AddOn)
        select new CreditLot
        {
            Left = Money.OfMinor(minor, currency),
            Source = source,
            Expires = Day(expires < effective ? effective : expires),
            Effective = Day(effective),
            Priority = priority,
            PaysOnly = only,
        };

    private static Instant? Day(int? days) => days is { } count ? Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromDays(count) : null;

    private static Gen<Step> Steps(BillingPolicy policy, Catalog catalog) =>
        from when in Whens
        from wish in Wishes(policy, catalog)
        select new Step(when, wish);

    internal static Gen<Wish> Wishes(BillingPolicy policy, Catalog catalog)
    {
        var chooses = policy.Rules.Any(rule => rule is Rule.Treated { Then.Timing: Timing.CustomersChoice });
        var timings = chooses
            ? Gen.Elements<RequestedTiming?>(RequestedTiming.Now, RequestedTiming.Now, RequestedTiming.Now, RequestedTiming.AtPeriodEnd, null)
            : Gen.Elements<RequestedTiming?>(null, null, null, null, null, null, RequestedTiming.Now, RequestedTiming.AtPeriodEnd);
        var dated = policy.Rules.Any(rule => rule is Rule.Treated { Then.Timing: Timing.RequestedDate });
        var dates = Gen.Frequency((dated ? 2 : 20, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 45).Select(days => (int?)days)));
        var plans = Gen.Elements(catalog.Plans.AsEnumerable()).Select(plan => plan.Id);
        return Gen.Frequency(
            (5, from plan in plans select new Wish { Plan = plan }),
            (2, from interval in Intervals from follow in Gen.Elements(true, false) select new Wish { Interval = interval, AddOnsFollow = follow }),
            (3, from seats in Seats select new Wish { Seats = seats }),
            (3, from addOns in AddOnsOf(catalog, 0) select new Wish { AddOns = [.. addOns] }),
            (1, Gen.Constant(new Wish())),
            (2, from plan in plans
                from interval in Intervals
                from seats in Seats
                from addOns in AddOnsOf(catalog, 0)
                select new Wish { Plan = plan, Interval = interval, Seats = seats, AddOns = [.. addOns], AddOnsFollow = true }))
            .SelectMany(wish => timings.Select(timing => wish with { Timing = timing }))
            .SelectMany(wish => dates.Select(days => wish with { InDays = days, Timing = days is null ? wish.Timing : null }))
            .SelectMany(wish => Gen.Frequency((9, Gen.Constant(wish)), (1, Discounting.In(catalog).Select(discounts => wish with { Discounts = discounts }))));
    }

    private static bool IsSold(Story story, Cart cart)
    {
        var plan = story.Catalog.Plan(cart.PlanId);
        return plan.PriceFor(cart.Interval, Currency.Of(story.Currency)) is not null && (plan.Seats.Most ?? cart.Quantity) >= cart.Quantity;
    }
}
