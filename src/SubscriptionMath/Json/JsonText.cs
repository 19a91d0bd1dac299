using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SubscriptionMath.Json;

/// <summary>Finds the first fault of a text that is not valid JSON, and its place, whatever type is to be read.</summary>
/// <remarks>The serializer alone takes the last of two members of one name, and gives no place for a truncated text.</remarks>
internal static class JsonText
{
    private const int MostDeep = 64;

    // A search among so few members is faster than an index.
    private const int Few = 32;

    /// <summary>The fault of a text, and its place; null for a well-formed text whose strings are text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="once">Whether each member must appear at most once.</param>
    internal static (string Sentence, string Path, Exception? Inner)? Fault(string json, bool once = true)
    {
        var (levels, text) = (new Stack<Level>(), Encoding.UTF8.GetBytes(Escaped(json)));
        if (IsSound(text))
        {
            return null;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostDeep });
        try
        {
            while (reader.Read())
            {
                if (Fault(ref reader, levels, once) is { } sentence)
                {
                    return (sentence, PathOf(levels), null);
                }
            }

            return null;
        }
        catch (JsonException broken)
        {
            return (broken.Message.Split(" LineNumber:", 2)[0], PathOf(levels), broken);
        }
        catch (InvalidOperationException broken)
        {
            return ("Expected text, found half of a surrogate pair.", PathOf(levels), broken);
        }
    }

    /// <summary>The index of the first half of a surrogate pair without its other half; -1 for none.</summary>
    internal static int LoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    /// <summary>Whether a text is sound at a glance: nothing is escaped, and no member appears twice. Others may be sound, too.</summary>
    private static bool IsSound(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MostDeep });
        var members = new List<Member>();
        try
        {
            while (reader.Read())
            {
                var isName = reader.TokenType == JsonTokenType.PropertyName;
                var member = isName ? new Member(reader.CurrentDepth, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length) : default;
                if (reader.ValueIsEscaped || (isName && !IsNew(member, CollectionsMarshal.AsSpan(members), text)))
                {
                    return false;
                }

                if (isName)
                {
                    members.Add(member);
                }

                while (reader.TokenType == JsonTokenType.EndObject && members.Count > 0 && members[^1].Depth > reader.CurrentDepth)
                {
                    members.RemoveAt(members.Count - 1);
                }
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether a member is the first of its name in its object; of so many members that a search is slow, none is.</summary>
    private static bool IsNew(Member member, ReadOnlySpan<Member> before, ReadOnlySpan<byte> text)
    {
        var name = text.Slice(member.Start, member.Length);
        for (var i = before.Length - 1; i >= 0 && before[i].Depth == member.Depth; i--)
        {
            if (before.Length - i > Few || text.Slice(before[i].Start, before[i].Length).SequenceEqual(name))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Fault(ref Utf8JsonReader reader, Stack<Level> levels, bool once)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.Pop();
                return null;
            case JsonTokenType.PropertyName:
                var level = levels.Peek();
                level.Name = null;
                level.Name = reader.GetString()!;
                return level.Names!.Add(level.Name) || !once ? null : $"The member '{level.Name}' appears twice.";
        }

        if (levels.TryPeek(out var around))
        {
            around.Index++;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                levels.Push(new Level { Names = new HashSet<string>(StringComparer.Ordinal) });
                break;
            case JsonTokenType.StartArray:
                levels.Push(new Level());
                break;
            case JsonTokenType.String:
                _ = reader.GetString();
                break;
        }

        return null;
    }

    /// <summary>Escapes a raw half of a pair, which has no bytes, so that the reader can find its place.</summary>
    private static string Escaped(string json)
    {
        var place = LoneSurrogate(json);
        if (place < 0)
        {
            return json;
        }

        // Behind a backslash that escapes it, a half is no escape that JSON has, and stays none.
        var escapes = place - json.AsSpan(0, place).TrimEnd('\\').Length;
        var instead = int.IsOddInteger(escapes) ? "?" : $"\\u{(int)json[place]:x4}";
        return $"{json[..place]}{instead}{json[(place + 1)..]}";
    }

    private static string PathOf(Stack<Level> levels)
    {
        var path = new StringBuilder("$");
        foreach (var level in levels.Reverse())
        {
            _ = level.Names is null
                ? level.Index < 0
                    ? path
                    : path.Append('[').Append(level.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(']')
                : level.Name is null ? path : path.Append('.').Append(level.Name);
        }

        return path.ToString();
    }

    /// <summary>A member: the depth of its object, and the place of its name in the text.</summary>
    private readonly record struct Member(int Depth, int Start, int Length);

    /// <summary>An object or array around the reader's position.</summary>
    private sealed class Level
    {
        internal HashSet<string>? Names { get; init; }

        internal string? Name { get; set; }

        internal int Index { get; set; } = -1;
    }
}
