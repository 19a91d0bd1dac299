namespace SubscriptionMath.Tests.Conformance.WorkedExamples;

/// <summary>Maxio: an allocation of several components, charged and credited together.</summary>
internal sealed class MaxioComponents : Adapter
{
    public override string Engine => "Maxio (Chargify) Advanced Billing";

    public override string Asks => "the total of components raised, lowered and bought, accrued to the renewal";

    public override string Policy => "`Maxio.Migration` with `PaymentTiming.NextInvoice`. The amounts of the lines are given; each component is an add-on of that price, changed with the whole period left.";

    public override bool Reads(PublishedRecord record) => record.Engine == Engine && record.Has("lines");

    public override Answers Answer(PublishedRecord record)
    {
        var lines = record.Steps("lines").Select(line => (Id: line.Word("c"), Cents: line.Whole("amount")!.Value)).ToList();
        var interval = BillingInterval.Month;
        var catalog = new Catalog
        {
            Plans = [Plain.Plan("product", 1, 0m, interval) with { AddOns = [.. lines.Select(line => line.Id)] }],
            AddOns =
            [
                .. lines.Select(line => new AddOn
                {
                    Id = line.Id,
                    Name = line.Id,
                    Prices = [Price.Of(Money.OfMinor(Math.Abs(line.Cents), "USD").Amount, "USD", interval)],
                }),
            ],
        };
        var life = new RecordedLife(catalog, Vendors.Maxio.Migration(billed: PaymentTiming.NextInvoice), DateTimeZone.Utc);
        var at = record.Moment("start");
        life.Make(at, Cart.Of("product", interval) with { AddOns = [.. lines.Where(line => line.Cents < 0).Select(line => new CartAddOn { Id = line.Id })] });
        var quote = life.Make(at, Cart.Of("product", interval) with { AddOns = [.. lines.Where(line => line.Cents > 0).Select(line => new CartAddOn { Id = line.Id })] });
        return new() { ["total_in_cents"] = quote.Totals.Net.Minor };
    }
}
