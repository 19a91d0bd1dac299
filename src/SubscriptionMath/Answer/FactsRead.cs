namespace SubscriptionMath;

/// <summary>The facts that a quote depends on; null where it does not depend on them.</summary>
/// <param name="Credit">The account's money credit.</param>
/// <param name="MembersInUse">The number of members that use a seat.</param>
/// <param name="AskedBy">The role of the one who asked.</param>
/// <param name="OtherSubscriptions">The number of other subscriptions that draw on the same money credit.</param>
/// <param name="Taxes">The rates of tax; <see cref="TaxRates.None"/> where something is sold and no rates were given.</param>
public sealed record FactsRead(MoneyCredit? Credit, int? MembersInUse, Roles? AskedBy, int? OtherSubscriptions, TaxRates? Taxes)
{
    // It is hardly ever said, and a quote stays small.
    private readonly Said? _said;

    /// <summary>Gets the part of the period that was said to be left, or null where it was counted.</summary>
    public Fraction? TimeLeft
    {
        get => _said?.TimeLeft;
        init => _said = value is { } left ? new Said(left) : null;
    }

    /// <summary>Tells whether facts agree with those that were read.</summary>
    /// <param name="facts">The facts as they are now.</param>
    /// <returns>True where every fact that was read is as it was; what was not read may have changed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public bool StillHold(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return (Credit is null || Credit == facts.Credit)
            && (MembersInUse is null || MembersInUse == facts.MembersInUse)
            && (AskedBy is null || AskedBy == facts.AskedBy)
            && (OtherSubscriptions is null || OtherSubscriptions == facts.OtherSubscriptions)
            && (TimeLeft is null || TimeLeft == facts.TimeLeft)
            && (Taxes is null || Taxes == (facts.Taxes ?? TaxRates.None));
    }

    private sealed record Said(Fraction TimeLeft);
}
