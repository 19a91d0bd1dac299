namespace SubscriptionMath;

/// <summary>One movement of a quote. The entries of a quote sum to zero.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">The amount: positive when the customer brings it, negative when the customer gets it.</param>
/// <param name="Line">The index of its figures among the quote's lines, or -1 for none.</param>
public readonly record struct Entry(Account Account, Money Amount, int Line = Entry.NoLine)
{
    /// <summary>
    /// Gets whether the entry collects charges that were deferred to this invoice; only on <see cref="Account.NextInvoice"/>.
    /// </summary>
    /// <example>EUR 25.00 were deferred on 16 April; the renewal on 1 May collects them: NextInvoice -25.00.</example>
    public bool Collects { get; init; }

    /// <summary>The value of <see cref="Line"/> for an entry without figures of its own.</summary>
    public const int NoLine = -1;
}
