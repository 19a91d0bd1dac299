namespace SubscriptionMath;

/// <summary>The charges of one bill, which are due together and settled together.</summary>
/// <param name="Settles">The time at which they are due, and the use of a surplus.</param>
/// <param name="All">The charges, in the order of the bill.</param>
/// <param name="Returned">The earlier payment of the units that leave.</param>
internal sealed record Charges(Settles Settles, Charge[] All, Returned Returned)
{
    private readonly object? _daysLeft;

    /// <summary>
    /// Gets the days in the period of the leaving units, divided by the nominal days of the interval; null unless a surplus buys days.
    /// </summary>
    internal Fraction? DaysLeft { get => (Fraction?)_daysLeft; init => _daysLeft = value; }

    internal PaymentTiming When => Settles.When;

    internal Surplus Surplus => Settles.Surplus;

    /// <summary>Gets whether unused value is settled apart from the new price, which is paid in full.</summary>
    internal bool AreApart => Surplus.IsApart;

    /// <summary>Gets whether a line gives value back that the policy credits.</summary>
    internal bool GiveBack => Array.Exists(All, charge => charge.Line is { GivesBack: true, Forfeited: false });

    /// <summary>Gets the number of lots that are sold.</summary>
    internal int LotsSold => All.Count(static charge => charge.Lot is not null);

    /// <summary>Gets the lines.</summary>
    internal Sequence<Line> Lines
    {
        get
        {
            var lines = new Line[All.Count(static charge => charge.Line is not null)];
            var place = 0;
            foreach (var charge in All)
            {
                if (charge.Line is { } line)
                {
                    lines[place++] = line;
                }
            }

            return new Sequence<Line>(lines);
        }
    }

    /// <summary>Gives the price with tax of all lots that are sold.</summary>
    internal Money GrossSold(Currency currency)
    {
        var gross = Money.Zero(currency);
        foreach (var charge in All)
        {
            gross += charge.Lot?.Gross ?? Money.Zero(currency);
        }

        return gross;
    }

    /// <summary>
    /// Gets the amount charged with tax for the plan, time that a surplus bought left out, and that for everything else.
    /// </summary>
    /// <param name="planId">The id of the plan afterwards, or null.</param>
    /// <param name="oldPlanId">The id of the plan held before, whose used time is charged; or null.</param>
    /// <param name="currency">The currency.</param>
    internal (Money Plan, Money AddOns) GrossOf(string? planId, string? oldPlanId, Currency currency)
    {
        var (forPlan, forAddOns) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var (productId, line, lot) in All)
        {
            var gross = line is { Kind: LineKind.Used or LineKind.EarlyTermination } ? -line.Gross : lot?.Gross ?? Money.Zero(currency);
            (forPlan, forAddOns) = productId == planId || productId == oldPlanId
                ? (forPlan + gross, forAddOns)
                : (forPlan, forAddOns + gross);
            forPlan += line?.Kind == LineKind.TimeBought ? line.Gross : Money.Zero(currency);
        }

        return (forPlan, forAddOns);
    }
}
