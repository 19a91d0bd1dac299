using System.Collections.Immutable;

namespace SubscriptionMath;

/// <summary>The active list of ISO 4217 after amendment 180 (Bulgaria pays in euro since 1 January 2026), with fund codes.</summary>
internal static class Iso4217
{
    private const int CodeLength = 3;

    /// <summary>The currencies in the order of their codes; "no currency" stands before them at 0.</summary>
    internal static readonly ImmutableArray<Entry> Table = Iso4217Table.Entries;

    // Table[i + 1] has the key Keys[i]; ascending, as the codes are.
    private static readonly ImmutableArray<int> Keys = [.. Table.Skip(1).Select(entry => Key(entry.Code))];

    /// <summary>Finds the place of a code in the table, or 0.</summary>
    internal static ushort IndexOf(ReadOnlySpan<char> code)
    {
        if (code.Length != CodeLength)
        {
            return 0;
        }

        var found = Keys.AsSpan().BinarySearch(Key(code));
        return found < 0 ? (ushort)0 : (ushort)(found + 1);
    }

    /// <summary>Tells whether a code is listed without a minor unit.</summary>
    internal static bool HasNoMinorUnit(string code) => Iso4217Table.WithoutMinorUnit.Contains(code);

    // Not a hash: for upper-case letters the key is the code itself, and other text matches none.
    private static int Key(ReadOnlySpan<char> code)
    {
        var key = 0;
        foreach (var letter in code)
        {
            key = char.IsAsciiLetterUpper(letter) ? (key << 8) | letter : -1;
            if (key < 0)
            {
                break;
            }
        }

        return key;
    }

    /// <summary>One line of the list.</summary>
    internal sealed record Entry(string Code, int Number, int Digits, string Name);
}
