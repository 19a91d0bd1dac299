namespace SubscriptionMath.Mutants;

/// <summary>The mutants in the order of the source. A number stays that of its change when others are left out.</summary>
/// <param name="leftOut">The numbers of the changes that do not compile.</param>
internal sealed class Register(IReadOnlySet<int> leftOut)
{
    private readonly List<Mutant> _mutants = [];
    private int _next;

    internal IReadOnlyList<Mutant> Mutants => _mutants;

    /// <summary>Gives the number of a change, null for one that is left out.</summary>
    internal int? Add(string file, int line, string was, string now)
    {
        var number = _next++;
        if (leftOut.Contains(number))
            return null;
        _mutants.Add(new(number, file, line, was, now));
        return number;
    }
}
