using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>The price of a renewal after the catalog's price has changed.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RenewalPrice>))]
public enum RenewalPrice
{
    /// <summary>The price as sold: a catalog edit takes effect only with the next change.</summary>
    AsSold,

    /// <summary>The catalog's price of the day, if the interval is still sold; else the price as sold.</summary>
    FromCatalog,
}

/// <summary>The plan held after a canceled subscription has ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AfterEnd>))]
public enum AfterEnd
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The first plan of the catalog that is free in the subscription's currency; nothing if there is none.</summary>
    FreePlan,
}

/// <summary>The vendor's rules for the renewal of an item at the end of its term.</summary>
/// <param name="Price">The price of a renewal.</param>
/// <param name="DaysAhead">
/// The number of calendar days from the renewal to the end of the plan's term; zero for a renewal at that end. A trial, and a term with a
/// change pending at its end, do not renew ahead.
/// </param>
/// <param name="TakesAddOnsAlong">
/// Whether add-ons with a term of their own that would end before the plan's next term does renew with the plan.
/// </param>
/// <param name="AfterEnd">The plan held after a canceled subscription has ended.</param>
/// <example>PhotoDeck renews a week ahead and takes add-ons along (S4.11); WhaleBooks falls to the free plan (S3.2).</example>
public sealed record RenewalPolicy(RenewalPrice Price, int DaysAhead, bool TakesAddOnsAlong, AfterEnd AfterEnd)
{
    /// <summary>At the end of the term, at the price as sold; nothing is held after a cancellation.</summary>
    public static RenewalPolicy AtTheEnd { get; } = new(RenewalPrice.AsSold, 0, TakesAddOnsAlong: false, AfterEnd.Nothing);

    /// <summary>Gets the price of a renewal.</summary>
    public RenewalPrice Price { get; init => field = Require.Defined(value, nameof(Price)); } = Require.Defined(Price, nameof(Price));

    /// <summary>
    /// Gets the most by which a renewal from the catalog may be above the price as sold, as a part of that price; null for any rise.
    /// </summary>
    /// <remarks>
    /// The two prices are compared for the renewing units, each in the phase of the next term; the cheaper one renews. Zero is the lower of
    /// the two (Samsung). The raised price as sold is rounded to twelve decimals, and the next renewal may rise again from there.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative.</exception>
    /// <example>
    /// USD 5,000.00 a year, at most 7/100 more, and USD 6,000.00 in the catalog: 5,350.00. At USD 4,000.00 in the catalog: 4,000.00.
    /// </example>
    public Fraction? RaisedAtMost
    {
        get;
        init => field = value is not { Sign: < 0 }
            ? value
            : throw new ArgumentOutOfRangeException(nameof(RaisedAtMost), value, "A price is raised by zero or more.");
    }

    /// <summary>
    /// Gets whether a term that the end of a fixed contract cuts is charged in full; null, the default, means false: the term costs its
    /// part.
    /// </summary>
    /// <remarks>
    /// Read for a contract with <see cref="AfterContract.Ends"/>, at the renewal into its last term and for the rest owed on leaving early.
    /// The last term still ends with the contract. Value unused in it is counted over the shorter time.
    /// </remarks>
    /// <example>
    /// EUR 90.00 a quarter for eight months from 15 January: the last term, 15 July to 15 September, costs EUR 60.65 for 62 of 92 days,
    /// or EUR 90.00 (Zuora without "prorate partial period").
    /// </example>
    public bool? ChargesLastTermInFull { get; init; }

    /// <summary>Gets the number of calendar days from the renewal to the end of the plan's term; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int DaysAhead { get; init => field = Require.AtLeast(0, value, nameof(DaysAhead)); }
        = Require.AtLeast(0, DaysAhead, nameof(DaysAhead));

    /// <summary>
    /// Gets whether add-ons with a term of their own that would end before the plan's next term does renew with the plan.
    /// </summary>
    public bool TakesAddOnsAlong { get; init; } = TakesAddOnsAlong;

    /// <summary>Gets the plan held after a canceled subscription has ended.</summary>
    public AfterEnd AfterEnd { get; init => field = Require.Defined(value, nameof(AfterEnd)); }
        = Require.Defined(AfterEnd, nameof(AfterEnd));
}
