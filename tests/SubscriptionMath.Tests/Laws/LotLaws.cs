namespace SubscriptionMath.Tests.Laws;

public sealed class LotLaws
{
    private static readonly UnusedValue[] Answers =
    [
        UnusedValue.None, UnusedValue.OfAllLots,
        UnusedValue.OfLots(LotSources.Purchase, ValueBasis.Billed), UnusedValue.OfLots(LotSources.All, ValueBasis.PaidInMoney), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledByTime),
        UnusedValue.OfLots(LotSources.All, ValueBasis.NotInvoiced), UnusedValue.OfLots(LotSources.All, ValueBasis.BilledLessUsed),
    ];

    [Law]
    public void Edges__at_its_first_instant_a_lot_is_worth_all_that_was_billed(Situation situation)
    {
        // Time is bought in days; where the policy counts anything else, the days bought are not exactly what is left of them.
        if (situation.Policy.Proration.Measure.Unit != ProrationUnit.CalendarDays && situation.Story.BuysTime)
            return;

        // Months are counted from the anchor of today, and what goes on beside a plan whose anchor moved was sold by another.
        var first = ((Quote)situation.Story.FirstPurchase()).SubscriptionAfter.Anchor;
        var anchorMoved = situation.Past.Any(quote => quote.SubscriptionAfter.Anchor != first);

        // A discount that stays behind when units leave is borne by the rest: by that rule the rest is worth less than its part of what was billed.
        // One that leaves as a whole with whatever leaves first makes that worth less from the beginning.
        var borneByOthers = situation.Policy.Invoicing.Discounts.Reversal == DiscountReversal.LeavesWhole
            || (situation.Policy.Invoicing.Discounts.Reversal == DiscountReversal.StaysBehind && WasDivided(situation));
        foreach (var (item, lot) in AllLots(situation).Where(pair =>
            pair.Lot.Price.BillingTiming != BillingTiming.Once && pair.Lot.Credited.IsZero && pair.Lot.Billed.IsPositive && !(borneByOthers && pair.Lot.Discount is not null)))
        {
            var hasUnits = new Counting(situation.MeasureOf(item), item.Anchor ?? situation.Subscription.Anchor, situation.Zone).Left(Stretch.Of(lot.Covers, lot.Period, item.SoldAt.Interval, lot.Terms), lot.Covers.Start, ends: true).Left > 0;
            // Where tax is backed out of the gross, the net is what is left of it: a minor unit beside the price.
            var outOfGross = situation.Policy.Invoicing.Tax.Charged.Base == TaxBase.Gross && lot.Tax is { Rate.Included: false };
            if (hasUnits && situation.MeasureOf(item) is { ChangeDay: ChangeDay.New } measure && IsActualTime(measure)
                && !(anchorMoved && measure.Unit is ProrationUnit.MonthsNotStarted or ProrationUnit.MonthsNotEnded))
            {
                // Of whole months, one that was started is used at once: a stub that was bought within it paid for it, and is worth the months to come.
                var started = measure.Unit == ProrationUnit.MonthsNotStarted && lot.Covers.Start > lot.Period.Start ? OneMonthOf(lot) * (measure.Interval?.TotalMonths ?? 1) : 0;
                Assert.InRange((lot.Billed - Worth(situation, item, lot, UnusedValue.OfAllLots, lot.Covers.Start)).Minor, 0, outOfGross || WasDivided(situation) || situation.Past.Any(quote => quote.Direction == Direction.Down || quote.Lines.Any(line => line.Kind == LineKind.Unused)) ? 1 + started : started);
            }
        }
    }

    private static long OneMonthOf(Lot lot) =>
        1 + (long)(lot.PriceOf(lot.Quantity) / Fraction.Of(Math.Max(1, lot.Price.Interval.TotalMonths * lot.Terms))).Floor();

    /// <summary>Whether equal times are equal parts, exactly: a ratio that is rounded, days as parts of their months, and a fixed number of days, are beside the time left by their nature.</summary>
    private static bool IsActualTime(Measure measure) =>
        measure.Ratio == RatioRule.Exact && measure.Denominator is not Denominator.Fixed && measure.Unit is not (ProrationUnit.MonthsThenDays or ProrationUnit.DaysOfOwnMonths);

    /// <summary>Whether units have left something that goes on, be it that nothing was unused of them and the plan went up beside it.</summary>
    private static bool WasDivided(Situation situation)
    {
        var before = ((Quote)situation.Story.FirstPurchase()).SubscriptionAfter;
        foreach (var quote in situation.Past)
        {
            var after = quote.SubscriptionAfter.AddOns.Append(quote.SubscriptionAfter.Plan!).ToList();
            if (before.AddOns.Append(before.Plan!).Any(item => after.Exists(now => now.ProductId == item.ProductId && now.Quantity < item.Quantity)))
                return true;

            before = quote.SubscriptionAfter;
        }

        return false;
    }

    [Law]
    public void Edges__at_its_end_a_lot_is_worth_nothing(Situation situation) => Assert.All(
        AllLots(situation),
        pair => Assert.All(Answers, answer => Assert.Equal(0, Worth(situation, pair.Item, pair.Lot, answer, pair.Lot.Covers.End).Minor)));

    [Law]
    public void Bounds__unused_value_lies_between_nothing_and_what_was_billed_and_not_yet_credited(Situation situation) => Assert.All(
        AllLots(situation),
        pair => Assert.All(Answers, answer =>
        {
            var worth = Worth(situation, pair.Item, pair.Lot, answer, situation.At);
            Assert.InRange(worth.Minor, 0, (pair.Lot.Billed - pair.Lot.Credited).Minor);
        }));

    [Law]
    public void Bounds__unused_value_is_never_more_than_the_price_of_the_time_left(Situation situation) => Assert.All(
        AllLots(situation).Where(pair => pair.Lot.Discount is not { Reversal: DiscountReversal.LeavesWhole }),
        pair =>
        {
            var share = new Counting(situation.MeasureOf(pair.Item), pair.Item.Anchor ?? situation.Subscription.Anchor, situation.Zone).Left(
                Stretch.Of(pair.Lot.Covers, pair.Lot.Period, pair.Lot.Price.Interval, pair.Lot.Terms), situation.At, ends: true);
            var price = pair.Lot.PriceOf(pair.Lot.Quantity) * share.Fraction;

            // What was billed was rounded; its part may be a minor unit above the part of the price.
            var most = Money.Round(price + Fraction.One, situation.Subscription.Currency, RoundingMode.Ceiling);
            // Days that were bought are not exactly what is left of them by the clock, and a part of what was billed for them neither.
            var byDays = situation.MeasureOf(pair.Item).Unit == ProrationUnit.CalendarDays || !situation.Story.BuysTime;
            // What is divided by the time of the lot itself is not divided by a fixed number of days.
            var byPeriod = situation.MeasureOf(pair.Item).Denominator is Denominator.OwnPeriod;
            if (IsActualTime(situation.MeasureOf(pair.Item)))
            {
                Assert.All(
                    Answers.Where(answer => answer is not UnusedValue.Lots { Basis: var basis } || basis switch
                    {
                        ValueBasis.BilledByTime => byDays && byPeriod,
                        ValueBasis.PaidInMoney => byPeriod,
                        _ => true,
                    }),
                    answer => Assert.True(Worth(situation, pair.Item, pair.Lot, answer, situation.At) <= most));
            }
        });

    [Law]
    public void Unused_value_of_a_lot_never_grows_as_time_passes(Situation situation, NonNegativeInt first, NonNegativeInt second)
    {
        foreach (var (item, lot) in AllLots(situation))
        {
            var (earlier, later) = (Within(lot, Math.Min(first.Get, second.Get)), Within(lot, Math.Max(first.Get, second.Get)));
            Assert.All(Answers, answer => Assert.True(Worth(situation, item, lot, answer, later) <= Worth(situation, item, lot, answer, earlier)));
        }
    }

    [Law]
    public void Parts_make_the_whole__units_left_add_up_and_amounts_differ_by_a_minor_unit_at_most(Situation situation, NonNegativeInt first, NonNegativeInt second)
    {
        foreach (var (item, lot) in AllLots(situation))
        {
            var measure = situation.MeasureOf(item) with { ChangeDay = ChangeDay.New };
            var anchor = item.Anchor ?? situation.Subscription.Anchor;
            var (a, b) = (Within(lot, Math.Min(first.Get, second.Get)), Within(lot, Math.Max(first.Get, second.Get)));
            var (whole, rest) = (Left(a), Left(b));
            var part = whole.Fraction - rest.Fraction;
            var used = new Share((long)part.Numerator, (long)part.Denominator, whole.Unit);

            Assert.True(used.Left >= 0);
            foreach (var mode in Enum.GetValues<RoundingMode>())
            {
                var sum = Proration.Part(lot.Billed, used, mode) + Proration.Part(lot.Billed, rest, mode);
                Assert.InRange((Proration.Part(lot.Billed, whole, mode) - sum).Minor, -1, 1);
            }

            Share Left(Instant at) => new Counting(measure, anchor, situation.Zone).Left(Stretch.Of(lot.Covers, lot.Period, item.SoldAt.Interval, lot.Terms), at, ends: true);
        }
    }

    [Law]
    public void No_lot_is_credited_or_paid_beyond_what_was_billed(Question question)
    {
        if (question.Answer() is Quote quote)
        {
            Assert.All(AllLots(quote.SubscriptionAfter), pair =>
            {
                Assert.InRange(pair.Lot.Credited.Minor, 0, pair.Lot.Billed.Minor);
                Assert.InRange(pair.Lot.Paid.Minor, 0, pair.Lot.Billed.Minor);
                Assert.InRange(pair.Lot.Carried.Minor, 0, pair.Lot.Paid.Minor);
            });
        }
    }

    [Law]
    public void At_every_instant_that_was_bought_the_lots_hold_as_many_units_as_the_item(Question question)
    {
        // Where what was bought is kept, it goes on for as many units as it was bought for.
        if (question.Situation.Story.KeepsLots || question.Answer() is not Quote quote)
            return;

        foreach (var item in Items(quote.SubscriptionAfter))
        {
            foreach (var lot in item.Lots)
            {
                var units = item.Lots.Where(other => other.Covers.Contains(lot.Covers.End - Duration.Epsilon)).Sum(other => other.Quantity);
                Assert.True(units <= item.Quantity || KeepsLots(question.Policy), $"{units} units of {item.Quantity} are bought until {lot.Covers.End}.");
            }
        }
    }

    /// <summary>Whether units may leave and what was bought for them stays, for those that do.</summary>
    private static bool KeepsLots(BillingPolicy policy) =>
        policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Unused).Append(policy.AddOns.EndedValue).Any(unused => unused is UnusedValue.LotsKept);

    [Law]
    public void Over_a_life_no_more_is_credited_than_was_billed(Question question)
    {
        var quotes = question.Situation.Past.ToList();
        if (question.Answer() is Quote last)
            quotes.Add(last);

        // What was bought first stands in the lots that were there before the first change.
        var first = (Quote)question.Situation.Story.FirstPurchase();
        var lines = quotes.Prepend(first).SelectMany(quote => quote.Lines).ToList();
        var billed = lines.Where(line => !line.OfTheSold).Sum(line => -line.Amount.Minor);
        var credited = lines.Where(IsCreditOfABill).Sum(line => line.Amount.Minor);
        Assert.InRange(credited, 0, billed);
    }

    /// <summary>Unused or used time that is given back; not what the price held gives beyond what was billed.</summary>
    internal static bool IsCreditOfABill(Line line) => line is { Kind: LineKind.Unused, Forfeited: false } or { Kind: LineKind.Goodwill, Basis: LineBasis.LeftOfBilled };

    private static Money Worth(Situation situation, Item item, Lot lot, UnusedValue answer, Instant at)
    {
        // Alone, as the plan of the subscription.
        var alone = situation.Subscription with
        {
            Plan = item with { Lots = [lot] },
            Anchor = item.Anchor ?? situation.Subscription.Anchor,
        };
        return Billing.UnusedValue(alone, answer, situation.MeasureOf(item), situation.Policy.Proration.Rounding.Mode, at);
    }

    private static Instant Within(Lot lot, int far) => lot.Covers.Start + (lot.Covers.Duration / 40 * Math.Min(far, 40));

    private static IEnumerable<(Item Item, Lot Lot)> AllLots(Situation situation) => AllLots(situation.Subscription);

    private static IEnumerable<(Item Item, Lot Lot)> AllLots(Subscription subscription) =>
        from item in Items(subscription)
        from lot in item.Lots
        select (item, lot);

    private static IEnumerable<Item> Items(Subscription subscription) => subscription.AddOns.Append(subscription.Plan!);
}
