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
    private static readonly Sequence<(string Name, Func<QuoteTotals, Money> Of)> Members =
    [
        ("dueNow", static totals => totals.DueNow),
        ("onNextInvoice", static totals => totals.OnNextInvoice),
        ("fromCredit", static totals => totals.FromCredit),
        ("toCredit", static totals => totals.ToCredit),
        ("refunded", static totals => totals.Refunded),
        ("forfeited", static totals => totals.Forfeited),
        ("unusedValue", static totals => totals.UnusedValue),
        ("newPrice", static totals => totals.NewPrice),
        ("timeBought", static totals => totals.TimeBought),
        ("net", static totals => totals.Net),
        ("credited", static totals => totals.Credited),
        ("goodwill", static totals => totals.Goodwill),
        ("used", static totals => totals.Used),
        ("taxCharged", static totals => totals.TaxCharged),
        ("taxReversed", static totals => totals.TaxReversed),
    ];

    /// <summary>Adds the derived members behind the others.</summary>
    internal static void Add(JsonTypeInfo info, UnknownMembers unknown, bool explained)
    {
        Remove(info, Totals);
        info.Properties.Add(NounForm.Member(
            info, Totals, static quote => new Stated(((Quote)quote).Totals, null), Compare, new Converter(unknown)));
        var words = NounForm.Member<Sequence<string>>(
            info, Explanations, quote => explained ? [.. Explanation.Of((Quote)quote)] : [], null);
        words.ShouldSerialize = (_, _) => explained;
        info.Properties.Add(words);
    }

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
        if (quote is { Read: null } or { SubscriptionAfter: null } or { CreditAfter: null })
        {
            // Refused by its name, once the whole quote is read.
            return;
        }

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
        : Members.First(total => total.Name == name).Of(totals).ToString();

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
                if (member.Name == Days || Members.Any(total => total.Name == member.Name))
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
            foreach (var (name, of) in Members)
            {
                writer.WriteString(name, of(totals).ToString());
            }

            writer.WriteNumber(Days, totals.DaysGranted);
            writer.WriteEndObject();
        }
    }
}
