using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance.OpenMeterRecords;

/// <summary>OpenMeter, as its documents put it: lines of plans that begin, change and end within a period.</summary>
internal sealed class OpenMeterLines : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "a line that begins within a period; a change while the invoice is a draft, and once it is issued; phases";

    public override string Policy => "`OpenMeter.Policy`: the rest of the period at its part of the price. A draft is a deferred charge, and only that is credited: "
        + "`ValueBasis.NotInvoiced`. An issued charge was collected before: `Billing.Collect`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && Steps(record) is not null;

    public override Answers Answer(PublishedRecord record)
    {
        record.Under("mode", "prorate_prices").Under("subscription_end_proration", "bill_actual_period").Assume("currency", "USD").Assume("invoice", "draft", "already issued");
        var (start, old, next, at, cycle) = Steps(record)!;
        var policy = Vendors.OpenMeter.Policy(NewPrice.ForTheRest, PaymentTiming.NextInvoice, TermRule.AlignedTo(cycle));
        var catalog = Trade.Plans(old ?? (0m, next.Interval), next);
        var held = Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc);
        var before = Money.Zero(Currency.Of("USD"));
        if (old is { } its)
        {
            var first = Billing.Price(held, Change.To(Cart.Of("old", its.Interval)), Facts.None, catalog, policy, start).OrThrow();
            (held, before) = (first.SubscriptionAfter, first.Totals.NewPrice);
        }

        if (record.Text("invoice") == "already issued")
            held = Billing.Collect(held, Facts.None, policy, start).SubscriptionAfter;

        var change = Change.To(Cart.Of("new", next.Interval)) with { Timing = old is null ? null : RequestedTiming.Now };
        var quote = Billing.Price(held, change, Facts.None, catalog, policy, at).OrThrow();
        record.Confirm("first_boundary", quote.TermAfter!.Value.End);
        var line = quote.GivenBack().IsZero ? before : Proration.Part(before, quote.Unused().Share.Used(), policy.Proration.Rounding.Mode);
        return new()
        {
            ["new_line"] = quote.Totals.NewPrice,
            ["line"] = quote.Totals.NewPrice,
            ["first_line"] = quote.Totals.NewPrice,
            ["draft_line_updated_to"] = line,
            ["issued_line"] = $"{line.Bare()} UNCHANGED (+warning)",
            ["old_line"] = line.IsZero ? $"{line.Bare()} -> line dropped" : line.Bare(),
            ["phase1_line"] = line,
            ["phase2_first_line"] = quote.Totals.NewPrice,
        };
    }

    /// <summary>The first item with its start, the next item with its start, and the cycle; null for any other record.</summary>
    private static Told? Steps(PublishedRecord record)
    {
        if (record.Has("change_at"))
        {
            var start = OffsetDateTimePattern.ExtendedIso.Parse(record.Words("period").First()).Value.ToInstant();
            return new(start, record.Text("old") is { } old ? Trade.Price(old) : null, Trade.Price(record.Word("new")), record.Moment("change_at"), Anchor.On(start.InUtc().Date));
        }

        if (record.Has("anchor") && record.Has("start"))
            return new(record.Moment("start"), null, Trade.Price(record.Word("price")), record.Moment("start"), Anchor.On(record.Moment("anchor").InUtc().Date));

        if (record.Text("phase1") is { } phase)
            return new(Trade.Day(phase[..10]), Trade.Price(record.Word("price")), Trade.Price(record.Word("price")), Trade.Day($"{phase[..5]}{phase[^5..]}"), Anchor.OnDay(record.Whole("anchor_day")!.Value));

        // The end of the phase is the end of its period.
        return record.Text("phase2_first") is { } second
            ? new(default, null, Trade.Price(record.Word("price")), Trade.Day(second[..10]), Anchor.OnDay(Trade.Day($"{second[..5]}{second[^5..]}").InUtc().Day))
            : null;
    }

    private sealed record Told(Instant Start, (decimal Amount, BillingInterval Interval)? Old, (decimal Amount, BillingInterval Interval) New, Instant At, Anchor Cycle);
}
