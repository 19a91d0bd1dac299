using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: the credit note of a termination, its tax, and what of it is refunded.</summary>
internal sealed class LagoTerminations : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "the credit note of a cancellation with tax and coupon, and its refunded part";

    public override string Policy => "`Lago.Policy` by the calendar; refund and offset are `Surplus.RefundedBeyondUse`, of which the rest is credit. Several subscriptions on an invoice share its payment by what they were billed, "
        + "and a fee and its tax do, by `Money.Split`. A voided invoice billed nothing. Earlier credit notes of the fee are taken from the time left when it ends: `Billing.RecordGivenBack`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "termination_credit" };

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("interval", "monthly").Assume("billing_time", "calendar").Assume("op", "credit_on_termination").Assume("upgrade", "False")
            .Assume("on_termination", "credit", "refund", "offset");
        var (credit, refund) = (Ended(record, Surplus.ToBalance), Ended(record, Surplus.RefundedBeyondUse(RefundRest.ToBalance)));
        if (credit.Lines.IsEmpty)
            return new() { ["credit_note"] = null };

        var item = (record.Whole("coupon_amount_cents") > 0 ? Ended(record, Surplus.ToBalance, coupon: false) : credit).Unused();
        var totals = record.Word("on_termination") == "credit" ? credit.Totals : refund.Totals;
        return new()
        {
            ["total_amount_cents"] = credit.Totals.ToCredit.Minor,
            ["precise_item_amount_cents"] = item.Exact,
            ["tax_amount_cents"] = credit.Totals.TaxReversed.Minor,
            ["refund_amount_cents"] = totals.Refunded.Minor,
            ["credit_amount_cents"] = totals.ToCredit.Minor,
            ["offset_amount_cents"] = totals.ToCredit.Minor,
            ["credit_note"] = "issued",
        };
    }

    /// <summary>The end of the subscription; the item of a credit note is what it would be without the coupon.</summary>
    private static Quote Ended(PublishedRecord record, Surplus terminated, bool coupon = true)
    {
        var (policy, month) = (Lago.Policy(TermRule.AlignedTo(Anchor.OnDay(1)), terminated), BillingInterval.Month);
        var catalog = Catalog.Of(Plain.Plan("plan", 1, record.Major("plan_amount_cents"), month, record.Whole("trial_days")));
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "tax", Percent = record.Number("tax_rate") }) };
        var cart = Cart.Of("plan", month) with
        {
            Discounts = coupon && record.Whole("coupon_amount_cents") is > 0 and var cents ? [Discount.OfAmount("coupon", Money.OfMinor(cents, "USD"))] : [],
        };
        var none = Subscription.NotStarted("S-1", "USD", record.Zone("timezone"));
        var held = Billing.Price(none, Change.To(cart), facts, catalog, policy, record.Moment("started_at")).OrThrow().SubscriptionAfter;
        var at = record.Moment("terminated_at");
        held = Lifecycle.Advance(held, facts, catalog, policy, at).Subscription;
        held = held with { Plan = held.Plan! with { Lots = [.. held.Plan.Lots.Select(lot => Settled(record, lot))] } };
        if (record.Whole("previous_credit_note_cents") is > 0 and var noted)
        {
            var measure = policy.Rules.OfType<Rule.Treated>().First(rule => rule.When.Changes == ChangeKinds.End).Then.Measure ?? policy.Proration.Measure;
            held = Billing.RecordGivenBack(held, held.Plan!.Lots[0], WithTax(held.Plan.Lots[0], noted), measure, at);
        }

        return Billing.Price(held, Change.Cancel(), facts, catalog, policy, at).OrThrow();
    }

    /// <summary>The customer got a credit note for a part of the fee with its part of the coupon and of the tax.</summary>
    private static Money WithTax(Lot lot, long noted)
    {
        var fee = Fraction.Of(lot.Billed.Minor) + (lot.Discount?.Off ?? Fraction.Zero);
        return Money.Round(Fraction.Of(lot.Billed.Minor + lot.Tax!.Billed.Minor) * Fraction.Of(noted) / fee, lot.Billed.Currency, RoundingMode.HalfAwayFromZero);
    }

    private static Lot Settled(PublishedRecord record, Lot lot)
    {
        if (record.Is("voided"))
            return lot with { Billed = Money.Zero(lot.Billed.Currency), Paid = Money.Zero(lot.Billed.Currency), Tax = null };

        if (lot.Billed.IsZero)
            return lot;

        // The engine's fee is the one before the coupon of the invoice, of which a second subscription bears nothing.
        var fee = Fraction.Of(lot.Billed.Minor) + (lot.Discount?.Off ?? Fraction.Zero);
        record.Confirm("last_fee_amount_cents", fee);
        var shares = record.Is("second_equal_subscription_on_invoice") ? new[] { lot.Billed.Minor, (long)fee.Numerator } : [1];
        var paid = Money.OfMinor(record.Whole("invoice_paid_cents")!.Value, "USD").Split(shares, SplitMethod.LargestRemainder)[0];
        return lot with { Paid = paid.Split([lot.Billed.Minor, lot.Tax!.Billed.Minor], SplitMethod.LargestRemainder)[0] };
    }
}

/// <summary>Lago: several upgrades in one period, with tax.</summary>
internal sealed class LagoUpgrades : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "fees and credit notes of several upgrades in one period, with tax";

    public override string Policy => "`Lago.Policy` by the calendar, `TaxPolicy.ByLine`; a credit note is `Line.Gross` of the unused part.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "plan_change" } && record.Has("plans_cents");

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("billing_time", "calendar").Assume("pay_in_advance", "True");
        var (policy, month) = (Lago.Policy(TermRule.AlignedTo(Anchor.OnDay(1))), BillingInterval.Month);
        var catalog = Catalog.Of([.. record.Majors("plans_cents").Select((price, n) => Plain.Plan($"{n}", n, price, month))]);
        var facts = Facts.None with { Taxes = TaxRates.Of(new TaxRate { Name = "tax", Percent = record.Number("tax_rate") }) };
        var held = Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc);
        var lines = new List<Line>();
        foreach (var (at, n) in record.Moments("upgrades_at").Prepend(record.Moment("start")).Select((at, n) => (at, n)))
        {
            var quote = Billing.Price(held, Change.To(Cart.Of($"{n}", month)), facts, catalog, policy, at).OrThrow();
            (held, lines) = (quote.SubscriptionAfter, [.. lines, .. quote.Lines]);
        }

        return new()
        {
            ["fees_excl_tax"] = lines.Where(line => line.Kind == LineKind.NewPrice).Select(line => (object?)(-line.Net).Minor).ToList(),
            ["credit_notes_incl_tax"] = lines.Where(line => line.Kind == LineKind.Unused).Select(line => (object?)line.Gross.Minor).ToList(),
        };
    }
}

/// <summary>Lago: fixed charges in arrears beside an upgrade.</summary>
internal sealed class LagoArrears : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "fixed charges in arrears: the bill of the old ones at an upgrade and of the new ones at the period's end";

    public override string Policy => "`Lago.Policy` by the calendar with `ChangeDay.Both`; fixed charges are add-ons, `BillingTiming.InArrears`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "addon" } && record.Has("pay_in_advance") && !record.Is("pay_in_advance") && record.Has("old_cents") && !record.Has("prorated");

    public override Answers Answer(PublishedRecord record)
    {
        record.Assume("billing_time", "calendar");
        var month = BillingInterval.Month;
        var (old, wanted) = (Charges(record, "old"), Charges(record, "new"));
        var catalog = new Catalog { Plans = [Plan("old", old), Plan("new", wanted)], AddOns = [.. old, .. wanted] };
        var life = new RecordedLife(catalog, Lago.Policy(TermRule.AlignedTo(Anchor.OnDay(1))).WithMeasure(Measure.Days with { ChangeDay = ChangeDay.Both }), DateTimeZone.Utc);
        var at = record.Moment("upgrade_at");
        life.Make(Anchor.OnDay(1).TermAt(at, month, DateTimeZone.Utc).Start, Wanted("old", old));
        var upgrade = life.Make(at, Wanted("new", wanted));
        life.Advance(life.Subscription.Term!.Value.End);
        var renewal = life.Accepted[^1].Quote;
        return new()
        {
            ["old_billed"] = Used(upgrade).Select(line => (object?)(-line.Amount).Minor).ToList(),
            ["new_billed"] = Used(renewal).Select(line => (object?)(-line.Amount).Minor).ToList(),
            ["days_old"] = Used(upgrade)[0].Share.Left,
            ["days_new"] = Used(renewal)[0].Share.Left,
        };

        Plan Plan(string id, List<AddOn> offers) => Plain.Plan(id, 0, 0m, month) with { AddOns = [.. offers.Select(addOn => addOn.Id)] };

        Cart Wanted(string plan, List<AddOn> addOns) => Cart.Of(plan, month) with { AddOns = [.. addOns.Select(addOn => new CartAddOn { Id = addOn.Id })] };
    }

    private static List<Line> Used(Quote quote) => [.. quote.Lines.Where(line => line.Kind == LineKind.Used).OrderBy(line => line.Product, StringComparer.Ordinal)];

    private static List<AddOn> Charges(PublishedRecord record, string side) =>
    [
        .. record.Majors($"{side}_cents").Select((price, n) => new AddOn
        {
            Id = $"{side}-{n}", Name = $"{side}-{n}", Prices = [Price.Of(price, "USD", BillingInterval.Month) with { BillingTiming = BillingTiming.InArrears }],
        }),
    ];
}
