using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>At which price something renews that the catalog sells at another one by now.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RenewalPrice>))]
public enum RenewalPrice
{
    /// <summary>At the price as sold: a catalog edit reaches it with the next change only.</summary>
    AsSold,

    /// <summary>At the catalog's price of the day, where it is still sold for the interval; else as sold.</summary>
    FromCatalog,
}

/// <summary>What is held after a terminated subscription has ended.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AfterEnd>))]
public enum AfterEnd
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The first plan of the catalog that is free in the subscription's currency; nothing where there is none.</summary>
    FreePlan,
}

/// <summary>The policy's answer to: what happens by itself when a term ends?</summary>
/// <param name="Price">At which price things renew.</param>
/// <param name="DaysAhead">
/// How many calendar days before the end of the plan's term it renews; zero for at its end. A trial, and a term at whose end a change is
/// pending, are not renewed ahead.
/// </param>
/// <param name="TakesAddOnsAlong">Whether add-ons with a term of their own that would end before the plan's next term does renew with the plan.</param>
/// <param name="AfterEnd">What is held after a terminated subscription has ended.</param>
/// <example>PhotoDeck renews a week ahead and takes add-ons along (S4.11); WhaleBooks falls to the free plan (S3.2).</example>
public sealed record RenewalPolicy(RenewalPrice Price, int DaysAhead, bool TakesAddOnsAlong, AfterEnd AfterEnd)
{
    /// <summary>At the end of the term, at the price as sold; nothing is held after a termination.</summary>
    public static RenewalPolicy AtTheEnd { get; } = new(RenewalPrice.AsSold, 0, TakesAddOnsAlong: false, AfterEnd.Nothing);

    /// <summary>Gets at which price things renew.</summary>
    public RenewalPrice Price { get; init => field = Require.Defined(value, nameof(Price)); } = Require.Defined(Price, nameof(Price));

    /// <summary>Gets how many calendar days before the end of the plan's term it renews; zero or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int DaysAhead { get; init => field = Require.AtLeast(0, value, nameof(DaysAhead)); } = Require.AtLeast(0, DaysAhead, nameof(DaysAhead));

    /// <summary>Gets whether add-ons with a term of their own that would end before the plan's next term does renew with the plan.</summary>
    public bool TakesAddOnsAlong { get; init; } = TakesAddOnsAlong;

    /// <summary>Gets what is held after a terminated subscription has ended.</summary>
    public AfterEnd AfterEnd { get; init => field = Require.Defined(value, nameof(AfterEnd)); } = Require.Defined(AfterEnd, nameof(AfterEnd));
}
