namespace SubscriptionMath;

/// <content>Orders of use that name a key in vain.</content>
public static partial class PolicyCheck
{
    /// <summary>Finds a key that no longer separates anything, and so was meant otherwise.</summary>
    private static void OfOrder<T>(string order, Sequence<T> keys, Func<T, T?> opposite, List<Contradiction> found)
        where T : struct, Enum
    {
        var (first, idle) = (new List<T>(), new List<T>());
        foreach (var key in keys)
        {
            var decided = first.FindIndex(earlier => key.Equals(earlier) || key.Equals(opposite(earlier)));
            if (decided < 0)
            {
                first.Add(key);
            }
            else if (!idle.Contains(key))
            {
                idle.Add(key);
                found.Add(new($"{order}: {first[decided]}", $"{order}: {key}",
                    "The later key is never asked; the earlier one decides every case that it could."));
            }
        }
    }

    private static CreditKey? Opposite(CreditKey key) => key switch
    {
        CreditKey.PromotionalFirst => CreditKey.PaidFirst,
        CreditKey.PaidFirst => CreditKey.PromotionalFirst,
        CreditKey.SmallestFirst => CreditKey.LargestFirst,
        CreditKey.LargestFirst => CreditKey.SmallestFirst,
        _ => null,
    };
}
