using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.MeteroidRecords;

/// <summary>Meteroid: how much of a billed line a removal may credit.</summary>
internal sealed class MeteroidCaps : Adapter
{
    private static readonly Term January = Term.Of(new LocalDate(2024, 1, 1), new LocalDate(2024, 2, 1), DateTimeZone.Utc);

    public override string Engine => "meteroid";

    public override string Asks => "the credit against a billed line, capped by the amount billed and not yet credited";

    public override string Policy => "`UnusedValue.OfAllLots`: a lot is worth its price for the time left, at most `Lot.Billed` less `Lot.Credited`; a segment that has ended is worth nothing. "
        + "The engine asks for the price, and the whole period is left.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "meteroid", Kind: "proration_cap" };

    public override Answers Answer(PublishedRecord record)
    {
        var requested = record.Assume("op", "credit_against_billed_line").Major("requested_credit_cents");
        var lots = record.Has("lines") ? Segments(record, requested)
            : [Held.Lot(January, requested, Cents(record, "line_subtotal_cents"), Cents(record, "already_credited_cents"))];
        var (catalog, latest) = (Held.Catalog(requested, BillingInterval.Month), lots[^1]);
        var quote = Held.Dropped(Held.Of(January, requested, BillingInterval.Month, lots), catalog, Meteroid.Policy(), latest.Covers.Start);
        var credit = quote.Totals.ToCredit;
        return new()
        {
            ["credited_cents"] = credit.Minor,
            ["credited_fraction_of_line"] = new Fraction(credit.Minor, latest.Billed.Minor),
            ["credited_line"] = quote.Lines is [{ Covers: var covers }] && covers == latest.Covers ? "latest" : "another",
        };
    }

    /// <summary>One segment after the other, each to its end.</summary>
    private static Lot[] Segments(PublishedRecord record, decimal price)
    {
        var lines = record.Each("lines");
        var starts = lines.Select(line => line.Day("end")).Prepend(January.FirstDay()).ToList();
        return [.. lines.Select((line, n) => Held.Lot(Term.Of(starts[n], line.Day("end"), DateTimeZone.Utc), price, Cents(line, "subtotal")))];
    }

    private static Money Cents(PublishedRecord record, string name) => Money.OfMinor(record.Whole(name)!.Value, "USD");
}
