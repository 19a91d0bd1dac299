namespace SubscriptionMath.Tests.Generators;

/// <summary>The axes of a change: the answers of a policy, the cart and the time. A case has one answer of each.</summary>
internal sealed class PairCase(int[] row)
{
    private static readonly Treatment FirstPurchase = new(
        Timing.Now, TrialFate.Kept, TermRule.Restarted, UnusedValue.None, NewPrice.Full, PaymentTiming.Now, Surplus.Forfeited);

    /// <summary>The plain answer of each axis is the first.</summary>
    internal static readonly (string Name, object[] Answers)[] Axes =
    [
        ("moment", ["first instant", "just after", "middle", "just before the end", "end", "after"]),
        ("calendar", ["month end", "leap day", "daylight-saving day", "skipped day", "year end"]),
        ("change", ["up", "down", "interval", "seat added", "seat removed", "add-on bought", "add-on ended", "all"]),
        ("interval", ["month", "year"]),
        ("history", ["none", "seat added"]),
        ("discount", ["none", "part", "amount"]),
        ("balance", ["none", "some"]),
        ("trial offer", ["none", "14 days"]),
        ("charged", [BillingTiming.InAdvance, BillingTiming.InArrears, BillingTiming.Once]),
        ("timing", [Timing.Now, Timing.AtPeriodEnd, Timing.CustomerChooses]),
        ("trial", [TrialFate.Ended, TrialFate.Kept, TrialFate.Restarted, TrialFate.FromTheStart]),
        ("term", [TermRule.EndKept, TermRule.Restarted, TermRule.OwnTerm, TermRule.DaysCarried, TermRule.Aligned, TermRule.AlignedTo(Anchor.OnDay(10)), TermRule.AsBought]),
        ("unused", [
            UnusedValue.OfAllLots, UnusedValue.None, UnusedValue.Kept, UnusedValue.OfTheWholeTerm, UnusedValue.OfLots(LotSources.Purchase, ValueBasis.Billed),
            UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime),
            UnusedValue.OfLots(LotSources.All, ValueBasis.PriceHeld), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed), Policies.Keeping[0], Policies.Keeping[2]]),
        ("new price", [NewPrice.ForTheRest, NewPrice.Full, NewPrice.NothingUntilRenewal]),
        ("payment", [PaymentTiming.Now, PaymentTiming.NowAsOldPriceThenDifference, PaymentTiming.NextInvoice, PaymentTiming.Waived]),
        ("surplus", [
            Surplus.ToBalance, Surplus.Forfeited, Surplus.ToTime(RoundingMode.Floor), Surplus.ToTime(RoundingMode.Ceiling, TimeUnits.Days), Surplus.ToNextInvoice,
            Surplus.Refunded(RefundRest.ToBalance), Surplus.RefundedBeyondUse(RefundRest.Forfeited), Surplus.AllUnusedToTime(RoundingMode.Floor, TimeUnits.Days)]),
        ("measure", [
            Measure.Days, Measure.Seconds, Measure.MonthsNotStarted, Measure.Days with { ChangeDay = ChangeDay.Old }, Measure.Days with { ChangeDay = ChangeDay.Both },
            Measure.Days with { Unit = ProrationUnit.MonthsThenDays }, Measure.Days with { Ratio = RatioRule.Rounded(5, RoundingMode.HalfEven) }]),
        ("mode", [RoundingMode.HalfAwayFromZero, RoundingMode.HalfEven, RoundingMode.Floor, RoundingMode.Ceiling]),
        ("stage", [RoundingStage.Lines, RoundingStage.Net, RoundingStage.Invoice]),
        ("lots", [LotChoice.NewestFirst, LotChoice.ProRata]),
        ("deferred", [DeferredChargePolicy.OnAnyInvoice, DeferredChargePolicy.WaitForRenewal]),
        ("add-ons", [AddOnFate.KeptWithTheTerm, .. Enum.GetValues<AddOnFate>().Where(fate => fate != AddOnFate.KeptWithTheTerm).Cast<object>()]),
        ("add-on ended", [UnusedValue.OfAllLots, UnusedValue.None, UnusedValue.Kept, UnusedValue.OfTheWholeTerm]),
    ];

    /// <summary>The axes before are the time and the cart, which contradict nothing; catalog and policy follow.</summary>
    internal static int FirstOfPolicy => Array.FindIndex(Axes, axis => axis.Name == "trial offer");

    /// <summary>The number of contradictions in policy and catalog; warnings are none.</summary>
    internal int Contradictions() => PolicyCheck.Contradictions(Policy(), Catalog()).Count(found => !found.IsWarning);

    /// <summary>The change as a question; null if the subscription never comes to it.</summary>
    internal Question? Question()
    {
        var story = Story();
        if (story.FirstPurchase() is not Quote bought)
            return null;

        var facts = new Facts { Credit = story.Credit, MembersInUse = 1, AskedBy = Roles.Owner };
        var now = new Situation(story, bought.SubscriptionAfter, facts, story.Start, []);
        var term = now.Subscription.Term!.Value;
        if (Is("history", "seat added"))
            now = (now with { At = Is("moment", "first instant") ? term.Start : term.Start + ((term.End - term.Start) / 5) }).After(new Wish { Seats = 3 });

        term = now.Subscription.Term!.Value;
        var at = Instant.Max(now.At, Of<string>("moment") switch
        {
            "first instant" => term.Start,
            "just after" => term.Start + Duration.Epsilon,
            "middle" => term.Start + ((term.End - term.Start) / 2),
            "just before the end" => term.End - Duration.Epsilon,
            "end" => term.End,
            _ => term.End + Duration.FromHours(30),
        });
        var lived = Lifecycle.Advance(now.Subscription, now.Facts, story.Catalog, story.Policy.Policy, at);
        now = now with { Subscription = lived.Subscription, Facts = now.Facts with { Credit = lived.Facts.Credit }, At = at };
        return now.Subscription is { Plan: { } plan, Status: Status.Active or Status.PastDue } && plan.Term.Start <= at && at < plan.Term.End ? now.Wishing(Wish(now.Subscription)) : null;
    }

    public override string ToString() => string.Join("; ", Axes.Select((axis, place) => $"{axis.Name} {axis.Answers[row[place]]}"));

    private Wish Wish(Subscription held)
    {
        var wish = Of<string>("change") switch
        {
            "up" => new Wish { Plan = "max" },
            "down" => new Wish { Plan = "basic" },
            "interval" => new Wish { Interval = Is("interval", "month") ? BillingInterval.Year : BillingInterval.Month, AddOnsFollow = true },
            "seat added" => new Wish { Seats = held.Plan!.Quantity + 1 },
            "seat removed" => new Wish { Seats = 1 },
            "add-on bought" => new Wish { AddOns = [("phone", 2)] },
            "add-on ended" => new Wish { AddOns = [("storage", 0)] },
            _ => new Wish { Plan = "max", Seats = 4, AddOns = [("phone", 1), ("storage", 0)] },
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
            Credit = Is("balance", "some") ? MoneyCredit.Of(Money.OfMinor(4321, "EUR")) : MoneyCredit.None,
            Members = 1,
            AskedBy = Roles.Owner,
            Steps = [],
        };
    }

    private Catalog Catalog() => new()
    {
        Plans = [.. new[] { ("basic", 999m), ("pro", 2507m), ("max", 9901m) }.Select((plan, rank) => new Plan
        {
            Id = plan.Item1,
            Name = plan.Item1,
            Rank = rank,
            Prices = Prices(plan.Item2),
            Trial = Is("trial offer", "none") ? null : new TrialOffer(BillingInterval.Days(14)),
            AddOns = ["phone", "storage"],
        })],
        AddOns = [new AddOn { Id = "phone", Name = "phone", Prices = Prices(701m) }, new AddOn { Id = "storage", Name = "storage", Prices = Prices(305m) }],
    };

    private Sequence<Price> Prices(decimal minor) =>
    [
        Price.Of(minor / 100m, "EUR", BillingInterval.Month) with { BillingTiming = Of<BillingTiming>("charged") },
        Price.Of(minor / 10m, "EUR", BillingInterval.Year) with { BillingTiming = Of<BillingTiming>("charged") },
    ];

    private BillingPolicy Policy()
    {
        var then = new Treatment(
            Of<Timing>("timing"), Of<TrialFate>("trial"), Of<TermRule>("term"), Of<UnusedValue>("unused"), Of<NewPrice>("new price"), Of<PaymentTiming>("payment"), Of<Surplus>("surplus"));
        return new BillingPolicy
        {
            Name = "pairs",
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, FirstPurchase), Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
                Rule.Otherwise(then),
            ],
            Proration = new() { Measure = Of<Measure>("measure"), Rounding = new Rounding(Of<RoundingMode>("mode"), Of<RoundingStage>("stage")), LotChoice = Of<LotChoice>("lots") },
            Invoicing = new() { DeferredCharges = Of<DeferredChargePolicy>("deferred") },
            AddOns = new AddOnPolicy(Of<AddOnFate>("add-ons"), Of<UnusedValue>("add-on ended")),
        };
    }

    private bool Is(string axis, string answer) => Of<string>(axis) == answer;

    private T Of<T>(string axis)
    {
        var place = Array.FindIndex(Axes, one => one.Name == axis);
        return (T)Axes[place].Answers[row[place]];
    }
}
