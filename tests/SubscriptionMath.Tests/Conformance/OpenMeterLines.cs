using NodaTime.Text;

namespace SubscriptionMath.Tests.Conformance;

/// <summary>OpenMeter, as its documents put it: lines of plans that begin, change and end within a period.</summary>
internal sealed class OpenMeterLines : Adapter
{
    public override string Engine => "OpenMeter";

    public override string Asks => "a line that begins within a period; a change while the invoice is a draft, and once it is issued; phases";

    public override string Policy => "`OpenMeter.Policy`: the rest of the period at its part of the price. A draft is what waits for the next invoice, and only that is credited: "
        + "`ValueBasis.NotInvoiced`. `bill_full_period` is `NewPrice.Full`.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && Steps(record) is not null;

    public override Answers Answer(PublishedRecord record)
    {
        var (start, old, next, at) = Steps(record)!.Value;
        var policy = Vendors.OpenMeter.Policy(
            record.Setting("subscription_end_proration") == "bill_full_period" ? NewPrice.Full : NewPrice.ForTheRest,
            record.Text("invoice") == "already issued" ? Due.Now : Due.NextInvoice,
            TermRule.AlignedTo(Anchor.OnDay(1)));
        var catalog = Trade.Plans(old ?? (0m, next.Every), next);
        var held = Subscription.NotStarted("S-1", "USD", DateTimeZone.Utc);
        var first = old is { } its ? Billing.Price(held, Change.To(Cart.Of("old", its.Every)), Facts.None, catalog, policy, start).OrThrow() : null;
        var change = Change.To(Cart.Of("new", next.Every)) with { Timing = first is null ? null : RequestedTiming.Now };
        var quote = Billing.Price(first?.SubscriptionAfter ?? held, change, Facts.None, catalog, policy, at).OrThrow();
        var before = first?.Totals.NewPrice ?? Money.Zero(Currency.Of("USD"));
        var line = quote.GivenBack().IsZero ? before : Proration.Part(before, quote.Unused().Share.Used(), policy.Rounding.Mode);
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

    /// <summary>What is held at first, from when; and what comes then, and when. Null where it is none of that.</summary>
    private static (Instant Start, (decimal Amount, BillingInterval Every)? Old, (decimal Amount, BillingInterval Every) New, Instant At)? Steps(PublishedRecord record) =>
        record.Has("change_at") ? (Period(record), record.Text("old") is { } old ? Trade.Price(old) : null, Trade.Price(record.Word("new")), record.Moment("change_at"))
        : record.Has("anchor") && record.Has("start") ? (record.Moment("start"), null, Trade.Price(record.Word("price")), record.Moment("start"))
        : record.Has("phase1") ? (Trade.Day(record.Word("phase1")[..10]), Trade.Price(record.Word("price")), Trade.Price(record.Word("price")), Trade.Day($"{record.Word("phase1")[..5]}{record.Word("phase1")[^5..]}"))
        : record.Has("phase2_first") ? (default, null, Trade.Price(record.Word("price")), Trade.Day(record.Word("phase2_first")[..10]))
        : null;

    private static Instant Period(PublishedRecord record) => OffsetDateTimePattern.ExtendedIso.Parse(record.Words("period").First()).Value.ToInstant();
}
