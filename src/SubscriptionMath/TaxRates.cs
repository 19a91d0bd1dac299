namespace SubscriptionMath;

/// <summary>The rate of tax on one plan or add-on.</summary>
/// <param name="ProductId">The id of the plan or add-on; not empty.</param>
/// <param name="Rate">The rate.</param>
public sealed record ProductTax(string ProductId, TaxRate Rate)
{
    /// <summary>Gets the id of the plan or add-on; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public string ProductId { get; init => field = Require.Text(value, nameof(ProductId)); } = Require.Text(ProductId, nameof(ProductId));

    /// <summary>Gets the rate.</summary>
    public TaxRate Rate { get; init => field = Require.NotNull(value, nameof(Rate)); } = Require.NotNull(Rate);
}

/// <summary>The rates of tax for sales now.</summary>
/// <remarks>A credit does not read these rates: it reverses the tax of the lot's own sale.</remarks>
/// <example>
/// <c>TaxRates.Of(vat) with { Products = [new("storage", reduced)] }</c>: storage at the reduced rate, all else with VAT.
/// </example>
public sealed record TaxRates
{
    /// <summary>No tax on anything.</summary>
    public static TaxRates None { get; } = new();

    /// <summary>Gets the rates of single products.</summary>
    /// <exception cref="ArgumentException">Two are for the same product.</exception>
    public Sequence<ProductTax> Products
    {
        get;
        init => field = value.Select(one => one.ProductId).Distinct(StringComparer.Ordinal).Count() == value.Count
            ? value
            : throw new ArgumentException("There are two rates of tax for the same product.", nameof(Products));
    }

    /// <summary>Gets the rate of all other products, or null for no tax.</summary>
    public TaxRate? Otherwise { get; init; }

    /// <summary>Makes the rates of a sale with the same tax on every product.</summary>
    /// <param name="rate">The rate.</param>
    /// <exception cref="ArgumentNullException">The rate is null.</exception>
    public static TaxRates Of(TaxRate rate) => new() { Otherwise = Require.NotNull(rate) };

    /// <summary>Gives the rate of a product, or null for no tax.</summary>
    /// <param name="productId">The id of the plan or add-on.</param>
    public TaxRate? For(string productId)
    {
        foreach (var product in Products)
        {
            if (product.ProductId == productId)
            {
                return product.Rate;
            }
        }

        return Otherwise;
    }
}
