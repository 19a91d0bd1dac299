namespace SubscriptionMath;

/// <summary>One movement of a quote. The entries of a quote sum to zero.</summary>
/// <param name="Account">The account.</param>
/// <param name="Amount">The amount: positive when the customer brings it, negative when the customer gets it.</param>
/// <param name="Line">The place of its figures among the quote's lines, or -1 where it has none.</param>
public readonly record struct Entry(Account Account, Money Amount, int Line = Entry.NoLine)
{
    /// <summary>The value of <see cref="Line"/> for an entry without figures of its own.</summary>
    public const int NoLine = -1;
}
