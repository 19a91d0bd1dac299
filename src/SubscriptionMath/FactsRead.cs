namespace SubscriptionMath;

/// <summary>The facts that a quote depends on; null for each fact that it does not read.</summary>
/// <param name="Credit">The account's money credit.</param>
/// <param name="MembersInUse">The number of members that use a seat.</param>
/// <param name="AskedBy">The role of the person who asked.</param>
/// <param name="OtherSubscriptions">The number of other subscriptions that draw on the same money credit.</param>
/// <param name="Taxes">The rates of tax; <see cref="TaxRates.None"/> for a sale without rates.</param>
public sealed record FactsRead(MoneyCredit? Credit, int? MembersInUse, Roles? AskedBy, int? OtherSubscriptions, TaxRates? Taxes)
{
    // Callers rarely state the time left, and a quote stays small.
    private readonly Said? _said;

    /// <summary>Gets the part of the period left as the caller stated it, or null if it was counted.</summary>
    public Fraction? TimeLeft
    {
        get => _said?.TimeLeft;
        init => _said = value is { } left ? new Said(left) : null;
    }

    /// <summary>Tells whether facts agree with those that the quote read.</summary>
    /// <param name="facts">The facts as they are now.</param>
    /// <returns>True if every fact read is unchanged; a fact that was not read may have changed.</returns>
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
