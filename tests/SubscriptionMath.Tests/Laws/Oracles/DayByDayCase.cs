namespace SubscriptionMath.Tests.Laws.Oracles;

/// <summary>The wishes of the day-by-day family.</summary>
public enum DayByDayKind
{
    Plan,
    Seats,
    Cancel,
    Resume,
}

/// <summary>A wish on the n-th day, at an hour.</summary>
public sealed record DayByDayWish(int Day, int Hour, DayByDayKind Kind, int Number);

/// <summary>The state after an event or a wish: the payment, the credit left, the plan and its end.</summary>
internal sealed record DayByDayRow(LocalDate Day, int Hour, long Paid, long Balance, long Waiting, int? Plan, int Seats, LocalDate? End, bool Canceled);

/// <summary>A life of the family that the day-by-day model knows: told to it, and to the library, in their own words.</summary>
public sealed record DayByDayCase
{
    public required string Zone { get; init; }

    public required LocalDate Start { get; init; }

    public required int Months { get; init; }

    public required bool Yearly { get; init; }

    /// <summary>The prices in cents, the lowest plan first.</summary>
    public required Sequence<int> Prices { get; init; }

    public required int FirstPlan { get; init; }

    public required int FirstSeats { get; init; }

    public required int TrialDays { get; init; }

    public required int Credit { get; init; }

    public required bool NextInvoice { get; init; }

    /// <summary>Whether what waits takes its fraction of a cent along, and is rounded with the invoice.</summary>
    public required bool ByInvoice { get; init; }

    public required bool LosesCredit { get; init; }

    public required Sequence<DayByDayWish> Wishes { get; init; }

    public static Arbitrary<DayByDayCase> Arbitrary() => Arb.From(Cases, Simpler);

    private static Gen<DayByDayCase> Cases { get; } =
        from zone in Gen.Elements("UTC", "Europe/Berlin", "America/Los_Angeles", "Australia/Sydney")
        from start in Gen.OneOf(
            Gen.Choose(0, 1500).Select(n => new LocalDate(2023, 12, 30).PlusDays(n)),
            Gen.Elements(new LocalDate(2024, 1, 31), new LocalDate(2024, 2, 29), new LocalDate(2026, 1, 29), new LocalDate(2026, 1, 30), new LocalDate(2026, 10, 31)))
        from yearly in Gen.Elements(false, false, true)
        from months in Gen.Choose(0, 26)
        from prices in Gen.Choose(1, 30_000).ArrayOf(3)
        from plan in Gen.Choose(0, 2)
        from seats in Gen.Choose(1, 3)
        from trial in Gen.Elements(0, 0, 7, 30)
        from credit in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 60_000)))
        from nextInvoice in Gen.Elements(true, false)
        from byInvoice in Gen.Elements(true, false)
        from loses in Gen.Elements(true, false)
        from wishes in (
            from day in Gen.Choose(1, 800)
            from hour in Gen.Elements(0, 9, 23)
            from kind in Gen.Frequency((4, Gen.Constant(DayByDayKind.Plan)), (4, Gen.Constant(DayByDayKind.Seats)), (1, Gen.Constant(DayByDayKind.Cancel)), (1, Gen.Constant(DayByDayKind.Resume)))
            from number in Gen.Choose(0, 11)
            select new DayByDayWish(months == 0 ? 1 + (day % 31) : 1 + (day % (months * 31)), hour, kind, number)).ListOf().Resize(8)
        select new DayByDayCase
        {
            Zone = zone,
            Start = start,
            Months = months,
            Yearly = yearly,
            Prices = [.. prices],
            FirstPlan = plan,
            FirstSeats = seats,
            TrialDays = trial,
            Credit = credit,
            NextInvoice = nextInvoice,
            ByInvoice = byInvoice,
            LosesCredit = loses,
            Wishes = [.. wishes.DistinctBy(wish => (wish.Day, wish.Hour))],
        };

    internal Cart CartOf(int plan, int seats) => Cart.Of(Name(plan), Interval) with { Quantity = seats };

    internal static string Name(int plan) => $"plan{plan}";

    private BillingInterval Interval => Yearly ? BillingInterval.Year : BillingInterval.Month;

    private DateTimeZone TimeZone => DateTimeZoneProviders.Tzdb[Zone];

    /// <summary>The library's life of it, row by row.</summary>
    internal List<DayByDayRow> Lived(IEnumerable<(LocalDate Day, int Hour, Cart? Cart)> asked)
    {
        var catalog = Catalog.Of([.. Prices.Select((price, plan) => new Plan
        {
            Id = Name(plan),
            Name = Name(plan),
            Rank = plan,
            Prices = [Price.Of(price / 100m, "EUR", Interval)],
            Trial = TrialDays == 0 ? null : new TrialOffer(BillingInterval.Days(TrialDays)),
        })]);
        var commands = asked.Select(one => new Command.Ask { At = At(one.Day, one.Hour), Change = one.Cart is { } cart ? Change.To(cart) : Change.Cancel() })
            .Prepend(new Command.Ask { At = At(Start, 0), Change = Change.To(CartOf(FirstPlan, FirstSeats)) });
        var facts = Facts.None with { Credit = Credit == 0 ? MoneyCredit.None : MoneyCredit.Of(Money.OfMinor(Credit, "EUR")) };
        return [.. Timeline.Of(Subscription.NotStarted("s", "EUR", TimeZone), facts)
            .Play(new Script { Commands = [.. commands] }, catalog, Policy(), At(Start.PlusMonths(Months), 23)).Steps.Select(Row)];
    }

    private BillingPolicy Policy()
    {
        var now = new Treatment(
            Timing.Now, TrialFate.Ended, TermRule.EndKept, UnusedValue.OfAllLots, NewPrice.ForTheRest, NextInvoice ? PaymentTiming.NextInvoice : PaymentTiming.Now,
            NextInvoice && ByInvoice ? Surplus.ToNextInvoice : Surplus.ToBalance);
        return Lives.Club.Policy.WithRounding(new(RoundingMode.HalfAwayFromZero, ByInvoice ? RoundingStage.Invoice : RoundingStage.Net)) with
        {
            Rules =
            [
                Rule.For(new Case { Changes = ChangeKinds.Start }, now with { Term = TermRule.Restarted, Unused = UnusedValue.None, NewPrice = NewPrice.Full, PaymentTiming = PaymentTiming.Now }),
                Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
                Rule.For(new Case { Changes = ChangeKinds.Resume }, now with { Unused = UnusedValue.None, NewPrice = NewPrice.NothingUntilRenewal }),
                Rule.For(new Case { InTrial = true }, now with { Trial = TrialFate.Kept, Unused = UnusedValue.None, NewPrice = NewPrice.NothingUntilRenewal, PaymentTiming = PaymentTiming.Now }),
                Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
                Rule.Otherwise(now),
            ],
            Balance = new(BalanceUses.All, CreditOrder.OldestFirst, LosesCredit ? BalanceLoss.AtExpiry : BalanceLoss.Never, BalanceLoss.Never, PromotionValue.Returned),
        };
    }

    private DayByDayRow Row(TimelineStep step)
    {
        var (quote, held, local) = ((Quote)step.Answer, step.Subscription, step.At.InZone(TimeZone));
        return new DayByDayRow(
            local.Date,
            step.Command is null ? 0 : local.Hour,
            quote.Totals.DueNow.Minor,
            step.Credit.Lots.Sum(lot => lot.Left.Minor),
            held.NextInvoice.Sum(charge => charge.Amount.Minor),
            held.Plan is { } plan ? plan.ProductId[^1] - '0' : null,
            held.Plan?.Quantity ?? 0,
            held.Term?.End.InZone(TimeZone).Date,
            held.Status == Status.NonRenewing);
    }

    private Instant At(LocalDate day, int hour) => (day + new LocalTime(hour, 0)).InZoneLeniently(TimeZone).ToInstant();

    private static IEnumerable<DayByDayCase> Simpler(DayByDayCase one)
    {
        var simpler = Enumerable.Range(0, one.Wishes.Count).Select(i => one with { Wishes = [.. one.Wishes.Where((_, place) => place != i)] })
            .Append(one with { Months = one.Months / 2 })
            .Append(one with { Zone = "UTC" })
            .Append(one with { Start = new LocalDate(2026, 4, 1) })
            .Append(one with { Credit = 0 })
            .Append(one with { TrialDays = 0 })
            .Append(one with { FirstSeats = 1 })
            .Append(one with { NextInvoice = false })
            .Append(one with { ByInvoice = false })
            .Append(one with { LosesCredit = false })
            .Append(one with { Prices = [3000, 6000, 9000] })
            .Concat(Enumerable.Range(0, one.Wishes.Count).Select(i => one with { Wishes = [.. one.Wishes.Select((wish, place) => place == i ? wish with { Hour = 0, Day = wish.Day / 2 } : wish)] }));
        return simpler.Where(other => other != one && other.Wishes.All(wish => wish.Day > 0) && other.Wishes.DistinctBy(wish => (wish.Day, wish.Hour)).Count() == other.Wishes.Count);
    }
}
