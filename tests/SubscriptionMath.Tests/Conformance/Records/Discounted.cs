using System.Text.Json;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>A change of what is sold with discounts: a free plan on each side, and what is sold on it as add-ons, each in its number.</summary>
internal sealed class Discounted(BillingPolicy policy, string currency = "USD")
{
    private readonly List<AddOn> _addOns = [];
    private RecordedLife? _life;

    /// <summary>Something that is sold by the unit for a month.</summary>
    public Discounted With(string id, decimal price, BillingInterval? interval = null) => With(id, Price.Of(price, currency, interval ?? BillingInterval.Month));

    public Discounted With(string id, Price price)
    {
        _addOns.Add(new AddOn { Id = id, Name = id, Prices = [price] });
        return this;
    }

    private Plan Empty(string id) => Plain.Plan(id, 1, Price.Of(0m, currency, Interval)) with { AddOns = [.. _addOns.Select(addOn => addOn.Id)] };

    private RecordedLife Life => _life ??= new RecordedLife(
        new Catalog
        {
            Plans = [Empty("old"), Empty("new")],
            AddOns = [.. _addOns],
        },
        policy,
        DateTimeZone.Utc,
        currency);

    private BillingInterval Interval => _addOns.Count > 0 ? _addOns[0].Prices[0].Interval : BillingInterval.Month;

    /// <summary>The quote for these wishes, on one side or the other.</summary>
    public Quote Make(Instant at, string side, IEnumerable<(string Id, int Quantity)> wanted, params Discount[] discounts) => Make(at, null, side, wanted, discounts);

    /// <summary>The same, where the part of the period that is left is said.</summary>
    public Quote Make(Instant at, Fraction? left, string side, IEnumerable<(string Id, int Quantity)> wanted, params Discount[] discounts) => Life.Make(at, Cart.Of(side, Interval) with
    {
        AddOns = [.. wanted.Select(one => new CartAddOn { Id = one.Id, Quantity = one.Quantity })],
        Discounts = [.. discounts],
    }, left: left);

    public static (string Id, int Quantity)[] One(params string[] ids) => [.. ids.Select(id => (id, 1))];

    /// <summary>The discount on a line, rounded as written.</summary>
    public static Money Off(Line line) => Money.Round(line.Discount?.Off ?? Fraction.Zero, line.Amount.Currency, RoundingMode.HalfEven);

    /// <summary>The credit, or the charge, for one item.</summary>
    public static long Of(Quote quote, LineKind kind, string id) =>
        (kind == LineKind.Unused ? 1 : -1) * quote.Lines.Single(line => line.Kind == kind && line.Product == id).Amount.Minor;

    /// <summary>"25%", "25.00", basis points and cents; none where nothing is off.</summary>
    public static Discount[] Read(PublishedRecord record, string name)
    {
        if (!record.Has(name))
            return [];

        var said = record.Inputs.GetProperty(name);
        if (said.ValueKind == JsonValueKind.Array)
            return [said[0].GetString() == "percentage" ? Percent(said[1].GetInt32()) : Amount(Money.OfMinor(said[1].GetInt32(), "USD"))];

        var text = said.GetString()!;
        return [text.EndsWith('%') ? Percent(Trade.Numbers(text)[0] * 100) : Amount(Money.Of(Trade.Price(text).Amount, "USD"))];
    }

    public static Discount Percent(int basisPoints) => Discount.OfPercent($"{basisPoints} bp", basisPoints / 100m);

    public static Discount Amount(Money off) => Discount.OfAmount($"{off} off", off);
}
