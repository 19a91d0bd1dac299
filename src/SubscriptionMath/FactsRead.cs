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
        return Changed(facts) is null;
    }

    /// <summary>Gives the name of a fact that was read and has changed, or null if every fact read is unchanged.</summary>
    internal string? Changed(Facts facts) =>
        Credit is not null && Credit != facts.Credit ? nameof(Facts.Credit)
        : MembersInUse is not null && MembersInUse != facts.MembersInUse ? nameof(Facts.MembersInUse)
        : AskedBy is not null && AskedBy != facts.AskedBy ? nameof(Facts.AskedBy)
        : OtherSubscriptions is not null && OtherSubscriptions != facts.OtherSubscriptions ? nameof(Facts.OtherSubscriptions)
        : TimeLeft is not null && TimeLeft != facts.TimeLeft ? nameof(Facts.TimeLeft)
        : Taxes is not null && Taxes != (facts.Taxes ?? TaxRates.None) ? nameof(Facts.Taxes)
        : null;

    private sealed record Said(Fraction TimeLeft);
}
