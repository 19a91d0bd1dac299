namespace SubscriptionMath.Tests.Generators;

/// <summary>A change with one answer of each axis.</summary>
internal sealed partial class PairCase(int[] row)
{
    private static readonly TaxRate Vat = new() { Name = "VAT", Percent = 19m };

    private static readonly CreditLot Paid = new() { Left = Money.OfMinor(4321, "EUR"), Source = CreditSource.Paid, Expires = null };

    private static readonly CreditLot Gift = new() { Left = Money.OfMinor(777, "EUR"), Source = CreditSource.Promotion, Expires = null };

    /// <summary>The number of contradictions in policy and catalog; warnings are none.</summary>
    internal int Contradictions() => PolicyCheck.Contradictions(Policy(), Catalog()).Count(found => !found.IsWarning);

    /// <summary>The change as a question; null if the subscription never comes to it.</summary>
    internal Question? Question()
    {
        var story = Story();
        if (story.FirstPurchase() is not Quote bought)
            return null;

        var facts = new Facts { Credit = story.Credit, MembersInUse = 1, AskedBy = Roles.Owner, Taxes = story.Taxes };
        var now = new Situation(story, bought.SubscriptionAfter, facts, story.Start, []);
        var term = now.Subscription.Term!.Value;
        now = Is("history", "renewed") ? Lived(now, term.End) : Lived(now, Is("moment", "first instant") ? term.Start : term.Start + ((term.End - term.Start) / 5)).After(Earlier());
        if (now.Subscription.Term is not { } held)
            return null;

        term = held;
        var at = Instant.Max(now.At, Of<string>("moment") switch
        {
            "first instant" => term.Start,
            "just after" => term.Start + Duration.Epsilon,
            "middle" => term.Start + ((term.End - term.Start) / 2),
            "just before the end" => term.End - Duration.Epsilon,
            "end" => term.End,
            _ => term.End + Duration.FromHours(30),
        });
        now = Lived(now, at);
        return now.Subscription is { Plan: { } plan, Status: Status.Active or Status.PastDue } && plan.Term.Start <= at && at < plan.Term.End ? now.Wishing(Wish(now.Subscription)) : null;
    }

    public override string ToString() => string.Join("; ", PairAxes.All.Select((axis, place) => $"{axis.Name} {axis.Answers[row[place]]}"));

    private static Situation Lived(Situation now, Instant at)
    {
        var lived = Lifecycle.Advance(now.Subscription, now.Facts, now.Catalog, now.Policy, at);
        return now with { Subscription = lived.Subscription, Facts = now.Facts with { Credit = lived.Facts.Credit }, At = at };
    }

    /// <summary>What changed in the fifth part of the term before.</summary>
    private Wish Earlier() => Of<string>("history") switch
    {
        "seat added" => new Wish { Seats = 3 },
        "seat removed" => new Wish { Seats = 1 },
        "add-on bought" => new Wish { AddOns = [("phone", 1)] },
        "plan changed" => new Wish { Plan = "max" },
        _ => new Wish(),
    };

    private Wish Wish(Subscription held)
    {
        var wish = Of<string>("change") switch
        {
            "up" => new Wish { Plan = held.Plan!.ProductId == "max" ? "top" : "max" },
            "down" => new Wish { Plan = "basic" },
            "interval" => new Wish { Interval = Is("interval", "month") ? BillingInterval.Year : BillingInterval.Month, AddOnsFollow = true },
            "seat added" => new Wish { Seats = held.Plan!.Quantity + 1 },
            "seat removed" => new Wish { Seats = 1 },
            "add-on bought" => new Wish { AddOns = [("phone", 2)] },
            "add-on ended" => new Wish { AddOns = [("storage", 0)] },
            _ => new Wish { Plan = held.Plan!.ProductId == "max" ? "top" : "max", Seats = 4, AddOns = [("phone", 1), ("storage", 0)] },
        };
        return Of<Timing>("timing") == Timing.CustomerChooses ? wish with { Timing = RequestedTiming.Now } : wish;
    }

    private Story Story()
    {
        var (zone, start) = Of<string>("calendar") switch
        {
            "month end" => ("Etc/UTC", new LocalDateTime(2027, 1, 31, 9, 30)),
            "leap day" => ("Etc/UTC", new LocalDateTime(2028, 2, 29, 0, 0)),
            "daylight-saving day" => ("Europe/Berlin", new LocalDateTime(2027, 3, 28, 1, 30)),
            "skipped day" => ("Pacific/Apia", new LocalDateTime(2011, Is("trial offer", "none") ? 11 : 12, Is("trial offer", "none") ? 30 : 16, 10, 0)),
            _ => ("America/New_York", new LocalDateTime(2026, 12, 31, 23, 59)),
        };
        var interval = Is("interval", "month") ? BillingInterval.Month : BillingInterval.Year;
        return new Story
        {
            Policy = new NamedPolicy(ToString(), Policy(), false),
            Catalog = Catalog(),
            Currency = "EUR",
            Zone = DateTimeZoneProviders.Tzdb[zone],
            Start = start.InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant(),
            First = new Cart
            {
                PlanId = "pro",
                Interval = interval,
                Quantity = 2,
                AddOns = [new CartAddOn { Id = "storage", Quantity = 1 }],
                Discounts = Of<string>("discount") switch
                {
                    "none" => default,
                    "part" => [Discount.OfPercent("part", 12.5m)],
                    _ => [Discount.OfAmount("off", Money.OfMinor(333, "EUR"))],
                },
            },
            Credit = new MoneyCredit { Lots = Of<string>("balance") switch { "none" => default, "paid" => [Paid], "gift" => [Gift], _ => [Gift, Paid] } },
            Taxes = Of<string>("tax") switch
            {
                "none" => null,
                "beside" => TaxRates.Of(Vat),
                "within" => TaxRates.Of(Vat with { Included = true }),
                _ => TaxRates.Of(Vat) with { Products = [new ProductTax("phone", Vat with { Percent = 7m })] },
            },
            Members = 1,
            AskedBy = Roles.Owner,
            Steps = [],
        };
    }

    private bool Is(string axis, string answer) => Of<string>(axis) == answer;

    private T Of<T>(string axis)
    {
        var place = PairAxes.Place(axis);
        return (T)PairAxes.All[place].Answers[row[place]];
    }
}
