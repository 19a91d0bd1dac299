using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace SubscriptionMath.Scenarios;

/// <summary>A value in a scenario file with its place, so that an error names file and path.</summary>
internal sealed partial class JsonCursor(JsonElement element, string path, string file)
{
    private const int MostDigits = 28;

    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.GeneralIso;

    internal JsonElement Element => element;

    internal string Path => path;

    internal string File => file;

    internal bool IsNull => element.ValueKind == JsonValueKind.Null;

    internal bool IsText => element.ValueKind == JsonValueKind.String;

    internal bool IsList => element.ValueKind == JsonValueKind.Array;

    internal ScenarioException Wrong(string expected, string? found = null, Exception? inner = null) =>
        new(file, path, expected, found ?? Shown(element), inner);

    /// <summary>The error of a name that is none of those known, with the nearest ones.</summary>
    internal ScenarioException Unknown(IReadOnlyCollection<string> names) => new(
        file, path, NearestNames.Expected(Text(), names), Shown(element), question: NearestNames.Question(Text(), names));

    internal ObjectCursor Fields() => element.ValueKind == JsonValueKind.Object
        ? new ObjectCursor(this)
        : throw Wrong("an object");

    internal JsonCursor[] Elements()
    {
        if (!IsList)
        {
            throw Wrong("an array");
        }

        var elements = new JsonCursor[element.GetArrayLength()];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = new JsonCursor(element[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), file);
        }

        return elements;
    }

    internal string Text() => IsText && element.GetString() is { Length: > 0 } text ? text : throw Wrong("a text");

    internal bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("true or false"),
    };

    internal int Count(int least) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) && count >= least
            ? count
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a whole number, {least} or more"));

    /// <summary>A decimal, exactly as written: nothing is rounded away.</summary>
    internal decimal Number(string expected = "a number such as 12.50, or the same as a text")
    {
        var text = IsText ? element.GetString()! : element.ValueKind == JsonValueKind.Number ? element.GetRawText() : "";
        return PlainDecimal().IsMatch(text) && text.Count(char.IsAsciiDigit) <= MostDigits
            ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)
            : throw Wrong(expected);
    }

    internal decimal NotNegative(string expected) => Number(expected) is >= 0m and var number ? number : throw Wrong(expected);

    /// <summary>An amount of the scenario's currency, not finer than it has minor units.</summary>
    internal Money Amount(Currency currency)
    {
        var expected = $"an amount in {currency} such as {Money.OfMinor(1250, currency).Amount.ToString(CultureInfo.InvariantCulture)}";
        if (IsText && Money.TryParse(element.GetString(), out var money))
        {
            return money.Currency == currency ? money : throw Wrong(expected);
        }

        var amount = Number(expected);
        try
        {
            return Money.Of(amount, currency);
        }
        catch (Exception wrong) when (wrong is ArgumentException or OverflowException)
        {
            throw Wrong($"{expected}, not finer and not larger than the currency has", inner: wrong);
        }
    }

    internal BillingInterval Interval() => IsText && BillingInterval.TryParse(element.GetString(), out var interval)
        ? interval
        : throw Wrong("an interval such as \"month\", \"3 months\" or \"14 days\"");

    /// <summary>A date, or a date and time, local to the scenario's zone.</summary>
    internal LocalDateTime Moment()
    {
        var text = IsText ? element.GetString()! : "";
        if (Date.Parse(text) is { Success: true } date)
        {
            return date.Value.AtMidnight();
        }

        return Minute.Parse(text).TryGetValue(default, out var minute) || Second.Parse(text).TryGetValue(default, out minute)
            ? minute
            : throw Wrong("a date such as \"2026-04-16\", or with a time \"2026-04-16T10:37\"");
    }

    /// <summary>Makes a value; a value that the library refuses is an error.</summary>
    internal T Made<T>(string expected, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException wrong)
        {
            throw Wrong(expected, Sentence(wrong), wrong);
        }
    }

    /// <summary>The message of an exception without the additions of the runtime.</summary>
    internal static string Sentence(Exception wrong) => wrong.Message.Split(" (Parameter", 2)[0];

    /// <summary>One of the names of an enumeration, with a small first letter as everywhere in the library's JSON.</summary>
    internal T Choice<T>()
        where T : struct, Enum
    {
        foreach (var name in Enum.GetNames<T>())
        {
            if (IsText && element.GetString() == Small(name))
            {
                return Enum.Parse<T>(name);
            }
        }

        string[] names = [.. Enum.GetNames<T>().Select(Small)];
        throw IsText && element.GetString() is { Length: > 0 } ? Unknown(names) : Wrong(OneOf(names));
    }

    internal static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    internal static string OneOf(IEnumerable<string> names) =>
        string.Join(" or ", names.Select(name => $"\"{name}\"")) is { Length: > 0 } all ? all : "nothing: there are none";

    private static string Shown(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText(),
    };

    [GeneratedRegex("^-?[0-9]+([.][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDecimal();
}
