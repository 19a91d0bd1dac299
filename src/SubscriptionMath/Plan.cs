using System.Diagnostics.CodeAnalysis;

namespace SubscriptionMath;

/// <summary>A plan that customers can subscribe to.</summary>
/// <example>
/// <c>new Plan { Id = "standard", Name = "Standard", Rank = 1, Prices = [Price.Of(75m, "EUR", BillingInterval.Month)] }</c>
/// </example>
public sealed record Plan
{
    private readonly Index<string> _addOns = Index<string>.Empty;
    private readonly Index<string> _includes = Index<string>.Empty;

    /// <summary>Gets the name by which carts and subscriptions refer to the plan; not empty.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Id { get; init => field = Require.Text(value, nameof(Id)); }

    /// <summary>Gets the name that a customer reads; not empty.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Require.Text(value, nameof(Name)); }

    /// <summary>
    /// Gets the place of the plan among the others: the higher the rank, the more the plan offers. Equal ranks are allowed.
    /// </summary>
    public required int Rank { get; init; }

    /// <summary>Gets the prices, at most one for each pair of interval and currency; a free plan has a price of zero.</summary>
    /// <exception cref="ArgumentException">
    /// There is no price, two are for the same interval and currency, or a contract is shorter than a term.
    /// </exception>
    public required Sequence<Price> Prices { get; init => field = PriceList.OfPlan(value, nameof(Prices)); }

    /// <summary>Gets the trial of a first purchase of the plan, or null for none.</summary>
    public TrialOffer? Trial { get; init; }

    /// <summary>Gets the usage credits that each unit of the plan brings for each term.</summary>
    public Sequence<Allowance> Allowances { get; init; }

    /// <summary>Gets the ids of the add-ons that may be held with this plan; empty for none.</summary>
    public Sequence<string> AddOns { get; init => (field, _addOns) = (value, Index<string>.Of(value, static id => id)); }

    /// <summary>Gets the ids of the add-ons that are already part of this plan; empty for none. They are not bought beside it.</summary>
    /// <remarks>
    /// If the policy keeps add-ons that the new plan offers (<see cref="AddOnFate.KeptWhereOffered"/>), an add-on that the new plan
    /// includes ends with the old plan.
    /// </remarks>
    public Sequence<string> Includes { get; init => (field, _includes) = (value, Index<string>.Of(value, static id => id)); }

    /// <summary>Gets the limits on the units (seats) of the plan in one subscription; any number by default.</summary>
    [AllowNull]
    public SeatLimits Seats { get; init => field = value ?? SeatLimits.Any; } = SeatLimits.Any;

    /// <summary>Tells the relation of an add-on to this plan; an add-on both offered and included counts as included.</summary>
    /// <param name="addOnId">The id of the add-on.</param>
    public AddOnOffer OfferOf(string addOnId) =>
        _includes.PlaceOf(addOnId) >= 0 ? AddOnOffer.Included
        : _addOns.PlaceOf(addOnId) >= 0 ? AddOnOffer.Offered
        : AddOnOffer.NotOffered;

    /// <summary>Gives the price for an interval in a currency, or null if the plan is not sold so.</summary>
    /// <param name="interval">The interval.</param>
    /// <param name="currency">The currency.</param>
    public Price? PriceFor(BillingInterval interval, Currency currency) => PriceList.Find(Prices, interval, currency);
}
