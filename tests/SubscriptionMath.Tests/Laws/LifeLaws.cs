using System.Numerics;

namespace SubscriptionMath.Tests.Laws;

/// <summary>Laws 8 and 10 to 13 over whole lives: what moves from one step to the next.</summary>
public sealed class LifeLaws
{
    [Law]
    public void Credit__money_credit_moves_by_exactly_the_balance_entries_of_each_step(Life life)
    {
        foreach (var (before, step, quote) in Taken(life))
        {
            var moved = quote.Entries.Where(entry => entry.Account is Account.Balance or Account.Promotion).Sum(entry => entry.Amount.Minor);
            Assert.Equal(Minor(before.Credit) - moved, Minor(step.Credit));
            Assert.All(step.Credit.Lots, lot => Assert.False(lot.Left.IsNegative));
        }
    }

    [Law]
    public void Credit__usage_credits_are_conserved_kind_by_kind__left_plus_granted_is_left_plus_lapsed(Life life, NonNegativeInt spent)
    {
        // Credits are spent at every stop between two deeds; what was carried over only moves.
        var (now, stops) = (life.Begin(), life.Script().Commands.Select(command => command.At).Append(life.Until).Where(at => at <= life.Until).Distinct().Order());
        foreach (var stop in stops)
        {
            var seen = now.Steps.Count;
            var left = Left(now.Subscription);
            now = life.Play(now, stop);
            foreach (var step in now.Steps.Skip(seen).Where(step => step.Answer is Quote && step.Outcome is Outcome.Accepted or Outcome.AcceptedAndOwed))
            {
                var quote = (Quote)step.Answer;
                var after = Left(step.Subscription);
                foreach (var kind in left.Keys.Union(after.Keys).Union(quote.Grants.Select(effect => effect.Credit)))
                {
                    Assert.Equal(
                        left.GetValueOrDefault(kind) + Told(quote, kind, GrantEffectKind.Granted) + Told(quote, kind, GrantEffectKind.ToppedUp),
                        after.GetValueOrDefault(kind) + Told(quote, kind, GrantEffectKind.Lapsed) + Told(quote, kind, GrantEffectKind.Clipped));
                }

                left = after;
            }

            now = now with { Subscription = Spent(now.Subscription, spent.Get, stop) };
        }

        static decimal Told(Quote quote, string kind, GrantEffectKind what) => quote.Grants.Where(effect => effect.Kind == what && effect.Credit == kind).Sum(effect => effect.Units);
    }

    [Law]
    public void Expiring_twice_is_expiring_once(Life life)
    {
        foreach (var (before, step, quote) in Taken(life).Where(taken => taken.Quote.BillingReason is BillingReason.MoneyCreditExpiry or BillingReason.UsageCreditExpiry))
        {
            // Where unused credits roll over, each interval that ended has an event of its own, also when a late payment books them at one instant.
            var due = Lifecycle.NextEvent(before.Subscription, life.Facts with { Credit = before.Credit }, life.Policy)!;
            var until = life.Policy.Allowances.OnIntervalEnd == GrantFate.Carried ? due.At : step.At;
            Assert.Equal(quote.BillingReason, due.BillingReason);
            if (quote.BillingReason == BillingReason.MoneyCreditExpiry)
                Assert.DoesNotContain(step.Credit.Lots, lot => lot.Expires <= step.At);
            else
                Assert.DoesNotContain(step.Subscription.Grants, grant => grant.Expires <= until);

            if (Lifecycle.NextEvent(step.Subscription, life.Facts with { Credit = step.Credit }, life.Policy) is { } next)
                Assert.False(next.BillingReason == quote.BillingReason && next.At <= (quote.BillingReason == BillingReason.MoneyCreditExpiry ? step.At : until));
        }
    }

    [Law]
    public void What_is_charged_once_is_charged_once_for_each_unit(Life life)
    {
        var (bought, charged) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var (before, step, quote) in Taken(life))
        {
            var (had, has) = (Once(before.Subscription), Once(step.Subscription));
            foreach (var (sold, units) in has)
                bought[sold] = bought.GetValueOrDefault(sold) + Math.Max(0, units - had.GetValueOrDefault(sold));

            foreach (var sold in had.Keys.Union(has.Keys))
            {
                charged[sold] = charged.GetValueOrDefault(sold)
                    + quote.Lines.Where(line => line.Kind == LineKind.NewPrice && line.Product == NameOf(life, sold)).Sum(line => line.Quantity);
                Assert.True(charged[sold] <= bought.GetValueOrDefault(sold), $"{sold}: {charged[sold]} units were charged of {bought.GetValueOrDefault(sold)}, on {step.At}");
            }
        }

        static string NameOf(Life life, string id) => life.Story.Catalog.AddOns.FirstOrDefault(addOn => addOn.Id == id)?.Name ?? life.Story.Catalog.Plan(id).Name;

        static Dictionary<string, int> Once(Subscription held) => Items(held)
            .Where(item => item.SoldAt.BillingTiming == BillingTiming.Once).ToDictionary(item => item.ProductId, item => item.Quantity);
    }

    [Law]
    public void Pending_changes_in_a_life_cost_nothing_before_they_take_effect(Life life)
    {
        foreach (var (before, step, quote) in Taken(life).Where(taken => taken.Step.Command is Command.Ask))
        {
            var waits = step.Subscription with { Pending = before.Subscription.Pending, Status = before.Subscription.Status, Version = before.Subscription.Version };
            if (waits == before.Subscription)
            {
                if (quote.Change is { Cart: null } && quote.Lines.Any(line => line.Kind == LineKind.EarlyTermination))
                {
                    // What is owed of a contract is owed for the asking, whenever the end comes; nothing else is.
                    Assert.Single(quote.Lines);
                    continue;
                }

                Assert.Empty(quote.Lines);
                Assert.Empty(quote.Grants);
                Assert.Empty(quote.EndedAddOns);
                if (quote.Change is { Cart: null } && life.Policy.Balance is { PaidLost: BalanceLoss.AtCancellation } or { PromotionLost: BalanceLoss.AtCancellation })
                {
                    // Asking for the end is what loses the credit, whenever the end comes.
                    Assert.All(quote.Entries, entry => Assert.True(entry.Account is Account.Balance or Account.Promotion or Account.Forfeited));
                    continue;
                }

                Assert.Empty(quote.Entries);
                Assert.Equal(before.Credit, step.Credit);
            }
        }
    }

    [Law]
    public void Withdrawing_or_resuming_leaves_no_trace_but_the_version(Life life)
    {
        foreach (var (before, step, _) in Taken(life).Where(taken => taken.Step.Command is Command.Ask))
        {
            var (was, now) = (before.Subscription, step.Subscription);
            if (was.Pending is not null || now.Pending is null || was with { Pending = now.Pending, Status = now.Status, Version = now.Version } != was)
                continue;

            var facts = life.Facts with { Credit = step.Credit };
            var back = Billing.Price(now, Change.To(now.Cart()), facts, life.Story.Catalog, life.Policy, step.At).OrThrow();
            Assert.Empty(back.Entries);
            Assert.Equal(step.Credit, back.CreditAfter);
            var status = was.Status == Status.PastDue && now.Status != Status.PastDue ? Status.Active : was.Status;
            Assert.Equal(was with { Version = now.Version + 1, Status = status }, back.SubscriptionAfter);
        }
    }

    [Law]
    public void A_lot_that_was_converted_yields_no_value_where_only_purchases_do(Life life)
    {
        if (!OnlyPurchasesYield(life.Policy))
            return;

        foreach (var (before, _, quote) in Taken(life))
        {
            var yields = quote.Lines.Where(line => line is { Kind: LineKind.Unused, Forfeited: false }).Sum(line => line.Amount.Minor);
            var open = Items(before.Subscription).SelectMany(item => item.Lots).Where(lot => lot.Source == LotSource.Purchase).Sum(lot => (lot.Billed - lot.Credited).Minor);
            Assert.True(yields <= open);
            if (quote is { BillingReason: BillingReason.Change, Change.Cart: not null } && before.Subscription.Plan is { Lots.IsEmpty: false } old && quote.SubscriptionAfter.Plan is { } held && held.ProductId != old.ProductId)
                Assert.All(held.Lots.Where(lot => lot.Covers.Start <= quote.At), lot => Assert.NotEqual(LotSource.Purchase, lot.Source));
        }
    }

    [Law]
    public void Over_a_whole_life_no_more_is_credited_than_was_billed(Life life)
    {
        var (billed, credited, lines) = (0L, 0L, 0);
        foreach (var (_, _, quote) in Taken(life))
        {
            billed -= quote.Lines.Where(line => !line.OfTheSold).Sum(line => line.Amount.Minor);
            credited += quote.Lines.Where(LotLaws.IsCreditOfABill).Sum(line => line.Amount.Minor);
            lines += quote.Lines.Count;
            Assert.True(credited <= billed + lines, $"{credited} credited of {billed} billed");
        }
    }

    [Law]
    public void Rounding__over_a_life_nobody_gets_back_more_than_was_billed(Life life)
    {
        // In whole minor units, whatever was rounded; what a policy concedes has an account of its own. What waits is finer than a step of what is paid.
        var rounding = life.Policy.Proration.Rounding;
        var (sum, finer) = (0L, rounding.Stage == RoundingStage.Invoice ? Policies.StepOf(life.Policy, Currency.Of(life.Story.Currency)) - 1 : 0);
        foreach (var (_, _, quote) in Taken(life))
        {
            sum += quote.Entries.Where(entry => entry.Account is Account.Payment or Account.NextInvoice or Account.Balance or Account.Promotion or Account.Goodwill).Sum(entry => entry.Amount.Minor);
            Assert.True(sum >= -finer, $"{-sum} more was given back than was billed");
        }
    }

    [Law]
    public void What_rounding_leaves_between_settlements_is_less_than_a_step(Life life)
    {
        // Where each line is rounded, beside it stands what one settlement leaves: a minor unit at most for each lot that leaves and each line given back.
        var byLine = life.Policy.Proration.Rounding.Stage == RoundingStage.Lines;
        var beside = 0;
        var step = Policies.StepOf(life.Policy, Currency.Of(life.Story.Currency));
        foreach (var (before, _, quote) in Taken(life))
        {
            var lots = LotsLeft(before.Subscription, quote.SubscriptionAfter).Sum(lot => lot.Tax is null ? 1 : 2);
            beside = Math.Max(beside, byLine ? lots + quote.Lines.Where(line => line is { OfTheSold: true, Forfeited: false }).Sum(line => line.Tax is null ? 1 : 2) : 0);
            Assert.True((quote.SubscriptionAfter.Remainder ?? Fraction.Zero).Abs() < Fraction.Of(step + beside), $"{quote.SubscriptionAfter.Remainder} is left");
        }
    }

    [Law]
    public void No_total_is_ever_negative(Life life)
    {
        foreach (var (_, _, quote) in Taken(life))
        {
            var totals = quote.Totals;
            Assert.All(
                [totals.DueNow, totals.FromCredit, totals.ToCredit, totals.Refunded, totals.Forfeited, totals.Goodwill, totals.TimeBought, totals.TaxCharged, totals.TaxReversed],
                total => Assert.False(total.IsNegative, $"{total}"));
        }
    }

    [Law]
    public void Refunds_never_exceed_what_was_paid(Life life)
    {
        // A bill paid from the balance counts as paid.
        var (paid, refunded) = (0L, 0L);
        foreach (var (_, step, quote) in Taken(life))
        {
            paid += step.Outcome == Outcome.Accepted ? quote.Totals.DueNow.Minor : 0;
            paid += quote.Totals.FromCredit.Minor - (quote.BillingReason is BillingReason.MoneyCreditExpiry or BillingReason.Expiry ? Math.Min(quote.Totals.Forfeited.Minor, quote.Totals.FromCredit.Minor) : 0);
            refunded += quote.Totals.Refunded.Minor;
            Assert.True(refunded <= paid, $"{refunded} refunded of {paid} paid");
        }
    }

    [Law]
    public void Terms_tile_the_time_unless_the_policy_restarts_or_it_rests(Life life)
    {
        foreach (var (before, step, quote) in Taken(life))
        {
            if (before.Subscription.Term is not { } old || step.Subscription.Term is not { } held)
                continue;

            // A change on a date within the term, and a resumption on a date, is made as if it were asked for then.
            var dated = before.Subscription.Pending is { OnDate: true } pending && (before.Subscription.Pause is not null || pending.EffectiveAt < old.End) && held.Start == pending.EffectiveAt;
            var restarts = dated || (quote.BillingReason == BillingReason.Change && held.Start == step.At);
            Assert.True(
                held.Start == old.Start || held.Start == old.End || restarts,
                $"{quote.BillingReason}: {old}, then {held}");
            if (quote.BillingReason is BillingReason.Renewal or BillingReason.TrialEnd or BillingReason.PendingChange or BillingReason.TermStart or BillingReason.Expiry && held.Start != old.Start && !dated)
                Assert.Equal(old.End, held.Start);
        }
    }

    [Law]
    public void Time_that_a_pause_keeps_is_left_when_it_is_resumed(Life life)
    {
        foreach (var (before, step, quote) in Taken(life))
        {
            var resumes = quote.Change is { Cart.Paused: false } || (quote.BillingReason == BillingReason.PendingChange && step.Subscription.Pause is null);
            if (before.Subscription.Pause is not { KeepsTimeLeft: true } pause || !resumes)
                continue;

            // A new term that cannot be paid is owed, and what was owed before is owed still.
            Assert.Equal(step.Subscription.NextInvoice.Any(charge => charge.Owed) ? Status.PastDue : Status.Active, step.Subscription.Status);
            var anew = life.Policy.Rules.Any(rule => rule is Rule.Treated { When.Changes: ChangeKinds.Resume, Then.Term: TermRule.Restart or TermRule.ToBillingDay });
            var after = Items(step.Subscription).ToDictionary(item => item.ProductId);
            foreach (var was in Items(before.Subscription))
            {
                if (!after.TryGetValue(was.ProductId, out var now))
                {
                    // A new term begins, and an add-on that is not renewed ends with its old one.
                    Assert.Contains(was.ProductId, quote.EndedAddOns);
                    Assert.Equal(step.At, step.Subscription.Plan!.Term.Start);
                    continue;
                }

                if (now.Term.Start == step.At && anew)
                {
                    // The resumption begins a new term: the time left is value, and all of it is given a line; so is all of a term renewed ahead.
                    var ahead = Items(before.Subscription).SelectMany(item => item.Lots).Select(lot => lot.Covers.Start).ToHashSet();
                    Assert.All(quote.Lines.Where(line => line.Kind == LineKind.Unused), line => Assert.True(line.Covers.Start <= pause.Since || ahead.Contains(line.Covers.Start)));
                    continue;
                }

                if (now.Term.Start != was.Term.Start)
                {
                    // Less than a day was left, and it was over when it was resumed.
                    Assert.Equal(0, Count.Days(pause.Since, was.Term.End, life.Story.Zone));
                    continue;
                }

                Assert.Equal(Count.Days(pause.Since, was.Term.End, life.Story.Zone), Count.Days(step.At, now.Term.End, life.Story.Zone));

                // A lot that had ended before the pause, and was held on to by nothing that asked, is let go now.
                var lots = was.Lots.Where(lot => lot.Covers.End > pause.Since);
                Assert.Equal(lots.Select(lot => (lot.Billed, lot.Paid, lot.Credited, lot.Quantity)), now.Lots.Select(lot => (lot.Billed, lot.Paid, lot.Credited, lot.Quantity)));
            }
        }
    }

    [Law]
    public void After_a_renewal_the_lots_cover_the_term_with_as_many_units_as_are_held(Life life)
    {
        // A leading stub that is free, after a trial as at the start, is not bought.
        var stubIsFree = life.Policy.Rules[0] is Rule.Treated { Then.NewPrice: NewPrice.NothingUntilRenewal };
        foreach (var (_, step, quote) in Taken(life).Where(taken => taken.Quote.BillingReason == BillingReason.Renewal || (taken.Quote.BillingReason == BillingReason.TrialEnd && !stubIsFree)))
        {
            var plan = step.Subscription.Plan!;
            var name = life.Story.Catalog.Plan(plan.ProductId).Name;
            var renewed = quote.Lines.FirstOrDefault(line => line.Kind == LineKind.NewPrice && line.Product == name)?.Covers ?? (plan.Lots.IsEmpty ? plan.Term : plan.Lots.MaxBy(lot => lot.Covers.End)!.Covers);
            foreach (var at in new[] { renewed.Start, renewed.Start + ((renewed.End - renewed.Start) / 2), renewed.End - Duration.Epsilon })
                Assert.Equal(plan.Quantity, plan.Lots.Where(lot => lot.Covers.Contains(at)).Sum(lot => lot.Quantity));
        }
    }

    [Law]
    public void Boundaries_never_drift__the_nth_renewal_ends_at_the_anchor_plus_n(Story story)
    {
        var bought = ((Quote)story.FirstPurchase()).SubscriptionAfter;
        if (bought.Trial is not null || bought.Plan!.SoldAt.Contract is { Then: AfterContract.Ends }
            || story.Policy.Policy.Rules[0] is not Rule.Treated { Then.Term: TermRule.Restart })
            return;

        var (interval, anchor) = (bought.Plan!.SoldAt.Interval, new Anchor(story.Start.InZone(story.Zone).LocalDateTime));
        var until = CalendarWalk.Boundary(anchor, 16 * (interval.TotalMonths + interval.TotalDays), BillingInterval.Month).InZoneLeniently(story.Zone).ToInstant();
        var terms = Lifecycle.Advance(bought with { AddOns = [] }, Facts.None, story.Catalog, story.Policy.Policy, until).Steps
            .Where(step => step.Subscription.Term!.Value.Start == step.At).Select(step => step.Subscription.Term!.Value).Distinct().ToList();
        Assert.Equal(16, terms.Count);
        for (var n = 0; n < terms.Count; n++)
        {
            Assert.Equal(At(n + 1), terms[n].Start);
            Assert.Equal(At(n + 2), terms[n].End);
        }

        Instant At(int n) => CalendarWalk.Boundary(anchor, n * interval.TotalMonths, BillingInterval.Month).InZoneLeniently(story.Zone).ToInstant();
    }

    [Law]
    public void Scale__all_prices_times_k_give_the_same_life_and_k_times_what_is_bought_in_it(Life life, PositiveInt factor)
    {
        var k = 2 + (factor.Get % 50);
        var many = life with { Story = life.Story.TimesPrices(k) with { Credit = MoneyCredit.None }, Failing = [] };
        var one = life with { Story = life.Story with { Credit = MoneyCredit.None }, Failing = [] };
        if (life.Story.HasAmountsOff || life.Deeds.Any(deed => deed.Wish.Discounts is not null) || life.Policy.Rules.Any(rule => rule is Rule.Treated { Then.Surplus: Surplus.Time } or Rule.Treated { Then.EarlyTermination: EarlyTerminationCharge.FeeOwed }) || life.Policy.Proration.Measure.Ratio is RatioRule.RateFirst)
            return;

        Assert.Equal(Shape(one), Shape(many));
        var (lines, others) = (Bought(one).ToList(), Bought(many).ToList());
        Assert.Equal(lines.Count, others.Count);
        Assert.All(lines.Zip(others), pair =>
        {
            // A discount that is taken off the rounded line is one of whole minor units, which are not k times as many.
            var beside = pair.First.Discount is not null && life.Policy.Invoicing.Discounts.Stage == DiscountStage.Line ? Fraction.Of(k + 1) : Fraction.Zero;
            Assert.True((pair.Second.Exact - (pair.First.Exact * Fraction.Of(k))).Abs() <= beside);
        });
        static IEnumerable<string> Shape(Life life) => life.Play().Steps.Where(step => step.Answer is not Quote { BillingReason: BillingReason.MoneyCreditExpiry })
            .Select(step => $"{step.At} {step.Outcome} {(step.Answer as Quote)?.BillingReason} {step.Subscription.Status} {step.Subscription.Plan?.ProductId} {step.Subscription.Term} {step.Subscription.Pending?.EffectiveAt}");
    }

    [Law]
    public void A_renewal_has_the_cheaper_of_the_catalogs_price_and_the_greatest_rise(Life life, byte times, byte most)
    {
        var (factor, part) = ((times % 40 * 0.05m) + 0.05m, new Fraction(most % 7, 10));
        var catalog = life.Story.Catalog with { Plans = [.. life.Story.Catalog.Plans.Select(plan => plan with { Prices = [.. plan.Prices.Select(price => price.Times(factor))] })] };
        foreach (var held in Taken(life).Select(taken => taken.Step.Subscription).Where(held => held.Pending is null && held.Plan is { BoughtAhead: null }))
        {
            Item? After(RenewalPrice price, Fraction? capped)
            {
                var policy = life.Policy with { Renewal = new(price, 0, TakesAddOnsAlong: false, AfterEnd.Nothing) { RaisedAtMost = capped } };
                return Lifecycle.PriceNext(held, life.Facts, catalog, policy) is { BillingReason: BillingReason.Renewal } quote ? quote.SubscriptionAfter.Plan : null;
            }

            if (After(RenewalPrice.AsSold, null) is not { } sold || After(RenewalPrice.FromCatalog, null) is not { } listed || After(RenewalPrice.FromCatalog, part) is not { } capped)
                continue;

            Rational Worth(Item item) => UnitByUnit.Price(item.SoldAt, item.Quantity);
            var raised = Worth(sold).Times((BigInteger)(part.Numerator + part.Denominator), (BigInteger)part.Denominator);
            var expected = raised.IsAtLeast(Worth(listed)) ? Worth(listed) : raised;
            var off = Worth(capped).Minus(expected); // each amount of a raised price is rounded to twelve decimals
            Assert.True(new Rational(BigInteger.Abs(off.Top), off.Bottom).Times(1_000_000, 1).Rounded(RoundingMode.Floor) == 0, $"{capped.SoldAt} instead of {expected}");
        }
    }

    [Law]
    public void The_last_term_of_a_fixed_contract_costs_the_whole_price_if_the_policy_says_so_and_no_other_term_is_different(Life life)
    {
        foreach (var held in Taken(life).Select(taken => taken.Step.Subscription).Where(held => held is { Pending: null, Plan: { BoughtAhead: null, SoldAt.Contract.Then: AfterContract.Ends } }))
        {
            (Item? Plan, Line? Line) After(bool? full)
            {
                var policy = life.Policy with { Renewal = life.Policy.Renewal with { ChargesLastTermInFull = full } };
                var quote = Lifecycle.PriceNext(held with { Discounts = [] }, life.Facts, life.Story.Catalog, policy);
                var name = life.Story.Catalog.Plan(held.Plan!.ProductId).Name;
                return (quote?.SubscriptionAfter.Plan, quote is { BillingReason: BillingReason.Renewal } ? quote.Lines.SingleOrDefault(line => line.Kind == LineKind.NewPrice && line.Product == name) : null);
            }

            if (After(null) is not { Line: { } part } || After(true) is not { Line: { } whole, Plan: { } plan })
                continue;

            var uncut = Count.After(whole.Covers.Start, plan.Anchor ?? held.Anchor, plan.SoldAt.Interval, 1, held.Zone);
            Assert.Equal(part.Covers, whole.Covers);
            if (held.NextAnchor is null && whole.Covers.End == plan.Contract?.End && whole.Covers.End < uncut)
                Assert.True(UnitByUnit.Price(plan.Lots.Single(lot => lot.Covers == whole.Covers).Price, whole.Quantity).Is(-whole.Exact), $"{whole}");
            else if (held.NextAnchor is null)
                Assert.Equal(part, whole);
        }
    }

    private static IEnumerable<Line> Bought(Life life) =>
        from step in life.Play().Steps
        where step.Answer is Quote
        from line in ((Quote)step.Answer).Lines
        where line.Kind == LineKind.NewPrice
        select line;

    internal static IEnumerable<((Subscription Subscription, MoneyCredit Credit) Before, TimelineStep Step, Quote Quote)> Taken(Life life)
    {
        var before = (life.Unborn, life.Facts.Credit);
        foreach (var step in life.Play().Steps.AsEnumerable())
        {
            if (step is { Answer: Quote quote, Outcome: Outcome.Accepted or Outcome.AcceptedAndOwed })
                yield return (before, step, quote);

            before = (step.Subscription, step.Credit);
        }
    }

    private static bool OnlyPurchasesYield(BillingPolicy policy) =>
        policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Unused).Append(policy.AddOns.EndedValue)
            .All(unused => unused is UnusedValue.Nothing or UnusedValue.Lots { Sources: LotSources.Purchase });

    internal static IEnumerable<Item> Items(Subscription subscription) =>
        subscription.Plan is { } plan ? subscription.AddOns.Append(plan) : subscription.AddOns;

    /// <summary>The lots that are not held afterwards, or not as they were.</summary>
    internal static IEnumerable<Lot> LotsLeft(Subscription before, Subscription after)
    {
        var stay = Items(after).SelectMany(item => item.Lots).ToHashSet();
        return Items(before).SelectMany(item => item.Lots).Where(lot => !stay.Contains(lot));
    }

    private static long Minor(MoneyCredit credit) => credit.Lots.Sum(lot => lot.Left.Minor);

    private static Dictionary<string, decimal> Left(Subscription subscription) =>
        subscription.Grants.Where(grant => !grant.Rests).GroupBy(grant => grant.Kind).ToDictionary(kind => kind.Key, kind => kind.Sum(grant => Math.Max(0m, grant.Granted - grant.Used)));

    private static Subscription Spent(Subscription subscription, int spent, Instant at) => subscription with
    {
        Grants = [.. subscription.Grants.Select((grant, place) => grant with { Used = grant.Used + Math.Min(grant.LeftAt(at), spent % (place + 17)) })],
    };
}
