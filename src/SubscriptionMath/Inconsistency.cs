namespace SubscriptionMath;

/// <summary>A place in a subscription whose values contradict each other, or contradict another part of the subscription.</summary>
/// <param name="Path">The place, written as in JSON.</param>
/// <param name="Message">The contradiction, with the values in it.</param>
/// <example>
/// <c>addOns[1].lots[0].credited</c>: "The subscription 'S-1' holds a lot of 'fax' of which EUR 80.00 was credited, of EUR 75.00 billed."
/// </example>
public sealed record Inconsistency(string Path, string Message);

/// <summary>Collects inconsistencies, or the first one only.</summary>
internal struct Findings(string id, bool all)
{
    private List<Inconsistency>? _found;

    internal bool AmountsOnly { get; init; }

    internal readonly bool Enough => !all && _found is not null;

    internal readonly Inconsistency? First => _found?[0];

    internal readonly Sequence<Inconsistency> All => _found is null ? default : _found.ToSequence();

    internal void Add(string path, string sentence) => (_found ??= []).Add(new Inconsistency(path, $"The subscription '{id}' {sentence}"));
}

/// <summary>The place of an item, of one of its lots, or of its set-up fee.</summary>
internal readonly record struct StatePlace(int AddOn, int Lot = StatePlace.Whole)
{
    internal const int Plan = -1;
    internal const int Whole = -1;
    internal const int SetUp = -2;

    /// <summary>The path of a property at the place.</summary>
    internal string Of(string property) => $"{this}.{property}";

    public override string ToString()
    {
        var item = AddOn == Plan ? "plan" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"addOns[{AddOn}]");
        return Lot switch
        {
            Whole => item,
            SetUp => $"{item}.setUp",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item}.lots[{Lot}]"),
        };
    }
}
