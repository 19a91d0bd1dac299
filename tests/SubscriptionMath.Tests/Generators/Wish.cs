namespace SubscriptionMath.Tests.Generators;

/// <summary>The customer's wishes for a difference; null ones stay.</summary>
public sealed record Wish
{
    public string? Plan { get; init; }

    public BillingInterval? Interval { get; init; }

    public int? Seats { get; init; }

    /// <summary>An add-on with the quantity wanted; 0 ends it.</summary>
    public Sequence<(string Id, int Quantity)> AddOns { get; init; }

    /// <summary>Whether the add-ons take the interval of the plan.</summary>
    public bool AddOnsFollow { get; init; }

    /// <summary>Other discounts than those held.</summary>
    public Sequence<Discount>? Discounts { get; init; }

    public RequestedTiming? Timing { get; init; }

    /// <summary>So many days later, where a date is named.</summary>
    public int? InDays { get; init; }

    /// <summary>So many days later, where the next billing is moved.</summary>
    public int? BilledIn { get; init; }

    public bool IsNothing => Plan is null && Interval is null && Seats is null && AddOns.IsEmpty && !AddOnsFollow;

    public Change On(Cart cart)
    {
        var interval = Interval ?? cart.Interval;
        var addOns = cart.AddOns.Where(held => AddOns.All(wanted => wanted.Id != held.Id))
            .Concat(AddOns.Where(wanted => wanted.Quantity > 0).Select(wanted => new CartAddOn
            {
                Id = wanted.Id,
                Quantity = wanted.Quantity,
                Interval = cart.AddOns.Where(held => held.Id == wanted.Id).Select(held => held.Interval).FirstOrDefault(),
            }))
            .Select(addOn => AddOnsFollow ? addOn with { Interval = null } : addOn);
        return new Change
        {
            Cart = new Cart { PlanId = Plan ?? cart.PlanId, Interval = interval, Quantity = Seats ?? cart.Quantity, AddOns = [.. addOns], Discounts = Discounts ?? cart.Discounts },
            Timing = Timing,
        };
    }

    /// <summary>The same, uttered at an instant.</summary>
    public Change On(Cart cart, Instant at, DateTimeZone zone) => On(cart) with { Date = Later(InDays, at, zone), NextBilling = Later(BilledIn, at, zone) };

    private static Instant? Later(int? days, Instant at, DateTimeZone zone) => days switch
    {
        null => null,
        0 => at,
        { } count => at.InZone(zone).Date.PlusDays(count).AtMidnight().InZoneLeniently(zone).ToInstant(),
    };

    public override string ToString() => string.Join(
        ' ',
        new[]
        {
            Plan is null ? "" : $"plan {Plan}",
            Interval is null ? "" : $"per {Interval}",
            Seats is null ? "" : $"{Seats} seats",
            string.Join(' ', AddOns.Select(addOn => $"{addOn.Quantity} x {addOn.Id}")),
            AddOnsFollow ? "(add-ons follow)" : "",
            Discounts is null ? "" : $"discounts {Discounts}",
            Timing is null ? "" : $"[{Timing}]",
            InDays is null ? "" : $"in {InDays} days",
            BilledIn is null ? "" : $"billed in {BilledIn} days",
        }.Where(part => part.Length > 0));
}

/// <summary>One step of a story: a wish, and when it is uttered.</summary>
public sealed record Step(When When, Wish Wish)
{
    public override string ToString() => $"{When.Moment} {When.PerMille}: {Wish}";
}
