namespace SubscriptionMath;

/// <summary>A plan or add-on of a cart, resolved against the catalog, with the price of its sale.</summary>
internal sealed record Wanted(
    string ProductId,
    string Name,
    Price Price,
    int Quantity,
    Sequence<Allowance> Allowances,
    Measure? Measure)
{
    /// <summary>The allowance of a kind, or null for none.</summary>
    internal Allowance? AllowanceOf(string kind)
    {
        foreach (var allowance in Allowances)
        {
            if (allowance.Kind == kind)
            {
                return allowance;
            }
        }

        return null;
    }

    /// <summary>The number of units paid for before, at a price charged once.</summary>
    internal int PaidFor { get; init; }

    /// <summary>Gives the product with the number of units that were paid for before. Only a price charged once asks for it.</summary>
    internal Wanted PaidBefore(int units) => Price.BillingTiming == BillingTiming.Once ? this with { PaidFor = units } : this;

    internal static Wanted Of(Plan plan, Price price, int quantity) => new(plan.Id, plan.Name, price, quantity, plan.Allowances, null);

    internal static Wanted Of(AddOn addOn, Price price, int quantity) =>
        new(addOn.Id, addOn.Name, price, quantity, addOn.Allowances, addOn.Measure);
}
