using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.LagoRecords;

/// <summary>Lago: fixed charges beside a plan that is replaced.</summary>
internal sealed class LagoFixedCharges : Adapter
{
    public override string Engine => "lago";

    public override string Asks => "fixed charges that are not prorated, beside an upgrade";

    public override string Policy => "`Lago.Policy`; fixed charges are add-ons. Without proration they have their full price on both sides, `NewPrice.Full` and `UnusedValue.None`.";

    public override bool Reads(PublishedRecord record) => record is { Engine: "lago", Kind: "addon" } && record.Has("prorated") && !record.Is("prorated");

    public override Answers Answer(PublishedRecord record)
    {
        var (old, wanted) = (Charges(record, "old"), Charges(record, "new"));
        var catalog = new Catalog { Plans = [Plan("old", old), Plan("new", wanted)], AddOns = [.. old, .. wanted] };
        var policy = Lago.Policy(TermRule.AlignedTo(Anchor.OnDay(1)));
        policy = policy with
        {
            Rules = [.. policy.Rules.Select(rule => rule is Rule.Treated treated ? Rule.For(rule.When, treated.Then with { Unused = UnusedValue.None, NewPrice = NewPrice.Full, Measure = null }) : rule)],
            AddOns = new(AddOnFate.KeptWhereOffered, UnusedValue.None),
        };
        var life = new RecordedLife(catalog, policy, DateTimeZone.Utc);
        var upgrade = record.Moment("upgrade_at");
        var bought = life.Make(Anchor.OnDay(1).TermAt(upgrade, BillingInterval.Month, DateTimeZone.Utc).Start, Wanted("old", old));
        return new() { ["old_billed"] = Billed(bought), ["new_billed"] = Billed(life.Make(upgrade, Wanted("new", wanted))) };
    }

    private static List<AddOn> Charges(PublishedRecord record, string side) =>
    [
        .. record.Majors($"{side}_cents").Select((price, n) => new AddOn { Id = $"{side}-{n}", Name = $"{side}-{n}", Prices = [Price.Of(price, "USD", BillingInterval.Month)] }),
    ];

    private static Plan Plan(string id, List<AddOn> offers) => Plain.Plan(id, 0, 0m, BillingInterval.Month) with { AddOns = [.. offers.Select(addOn => addOn.Id)] };

    private static Cart Wanted(string plan, List<AddOn> addOns) =>
        Cart.Of(plan, BillingInterval.Month) with { AddOns = [.. addOns.Select(addOn => new CartAddOn { Id = addOn.Id })] };

    private static List<object?> Billed(Quote quote) =>
        [.. quote.Lines.Where(line => line.Kind == LineKind.NewPrice && !line.Amount.IsZero).Select(object? (line) => (-line.Amount).Minor)];
}
