using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The derived members of a quote: its totals, and its explanations where asked for.</summary>
/// <remarks>Totals that are read have to agree with the entries. Explanations that are read are words, and ignored.</remarks>
internal static class QuoteForm
{
    private const string Totals = "totals";
    private const string Explanations = "explanations";
    private const string Days = "daysGranted";

    // The shape of the totals. A reader in another language finds every member, also a zero.
    private static readonly Sequence<string> Members =
    [
        "dueNow", "onNextInvoice", "fromCredit", "toCredit", "refunded", "forfeited", "unusedValue", "newPrice", "timeBought",
        "net", "credited", "goodwill", "used", "taxCharged", "taxReversed",
    ];

    /// <summary>Adds the derived members behind the others.</summary>
    internal static void Add(JsonTypeInfo info, UnknownMembers unknown, bool explained)
    {
        Remove(info, Totals);
        info.Properties.Add(Property(
            info, Totals, static quote => new Stated(quote.Totals, null), Compare, new Converter(unknown)));
        var words = Property<Sequence<string>>(info, Explanations, quote => explained ? [.. Explanation.Of(quote)] : [], null, null);
        words.ShouldSerialize = (_, _) => explained;
        info.Properties.Add(words);
    }

    private static JsonPropertyInfo Property<T>(
        JsonTypeInfo info, string name, Func<Quote, T> get, Action<object, T?>? set, JsonConverter<T>? converter) =>
        JsonMetadataServices.CreatePropertyInfo(info.Options, new JsonPropertyInfoValues<T>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = info.Type,
            PropertyName = name,
            JsonPropertyName = name,
            Getter = quote => get((Quote)quote),
            Setter = set,
            Converter = converter,
            PropertyTypeInfo = converter is null ? null! : JsonMetadataServices.CreateValueInfo<T>(info.Options, converter),
        });

    /// <summary>Removes the member that the source ignores.</summary>
    private static void Remove(JsonTypeInfo info, string name)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (info.Properties[i].Name == name)
            {
                info.Properties.RemoveAt(i);
            }
        }
    }

    private static void Compare(object noun, Stated? read)
    {
        if (read?.Read is not { } stated)
        {
            throw new JsonException("Expected totals, found null.");
        }

        var quote = (Quote)noun;
        NounResolver.Refuse(QuoteCheck.Find(quote));
        var totals = quote.Totals;
        foreach (var (name, text) in stated)
        {
            var own = Text(totals, name);
            if (own != text)
            {
                NounResolver.Refuse(
                    new(Totals, $"The total '{name}' is {text}; the entries and lines of the quote make it {own}."));
            }
        }
    }

    private static string Text(QuoteTotals totals, string name) => name == Days
        ? totals.DaysGranted.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Of(totals, name)!.Value.ToString();

    /// <summary>The total of a name; null if there is none.</summary>
    private static Money? Of(QuoteTotals totals, string name) => name switch
    {
        "dueNow" => totals.DueNow,
        "onNextInvoice" => totals.OnNextInvoice,
        "fromCredit" => totals.FromCredit,
        "toCredit" => totals.ToCredit,
        "refunded" => totals.Refunded,
        "forfeited" => totals.Forfeited,
        "unusedValue" => totals.UnusedValue,
        "newPrice" => totals.NewPrice,
        "timeBought" => totals.TimeBought,
        "net" => totals.Net,
        "credited" => totals.Credited,
        "goodwill" => totals.Goodwill,
        "used" => totals.Used,
        "taxCharged" => totals.TaxCharged,
        "taxReversed" => totals.TaxReversed,
        _ => null,
    };

    /// <summary>Totals to be written, or as they were read.</summary>
    private sealed record Stated(QuoteTotals? Written, List<(string Name, string Text)>? Read);

    private sealed class Converter(UnknownMembers unknown) : JsonConverter<Stated>
    {
        public override Stated Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("Expected totals.");
            }

            var read = new List<(string, string)>();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name == Days || Members.Contains(member.Name))
                {
                    read.Add((member.Name, member.Value.ToString()));
                }
                else if (unknown == UnknownMembers.Refused)
                {
                    throw new JsonException($"A quote has no total '{member.Name}'.");
                }
            }

            return new Stated(null, read);
        }

        public override void Write(Utf8JsonWriter writer, Stated value, JsonSerializerOptions options)
        {
            var totals = value.Written!;
            writer.WriteStartObject();
            foreach (var name in Members)
            {
                writer.WriteString(name, Text(totals, name));
            }

            writer.WriteNumber(Days, totals.DaysGranted);
            writer.WriteEndObject();
        }
    }
}
