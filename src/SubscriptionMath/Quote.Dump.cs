namespace SubscriptionMath;

/// <content>A quote in LINQPad.</content>
public sealed partial record Quote
{
    /// <summary>A table of the entries with their words, for LINQPad, which looks for this name.</summary>
    internal object ToDump()
    {
        var words = Explanation.Of(this);
        return Entries.Select((entry, index) => new { entry.Account, entry.Amount, Words = words[index] }).ToArray();
    }
}
