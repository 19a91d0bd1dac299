using System.Text.Json;
using System.Text.Json.Serialization;

namespace SubscriptionMath.Benchmarks;

/// <summary>A subscription of one item as JSON, beside records of the same text that are written and read by generated code.</summary>
public class JsonBenchmarks
{
    private static readonly Subscription Held = QuoteBenchmarks.Bought;
    private static readonly string Text = BillingJson.Write(Held);
    private static readonly HeldText Plain = JsonSerializer.Deserialize(Text, PlainContext.Default.HeldText)!;

    internal static bool AreOfTheSameText => JsonSerializer.Serialize(Plain, PlainContext.Default.HeldText) == Text;

    public string Write() => BillingJson.Write(Held);

    public string WriteByHand() => JsonSerializer.Serialize(Plain, PlainContext.Default.HeldText);

    public Subscription Read() => BillingJson.Read<Subscription>(Text);

    public HeldText? ReadByHand() => JsonSerializer.Deserialize(Text, PlainContext.Default.HeldText);
}

public sealed record HeldText(
    int Schema, string Id, long Version, string Status, string Zone, string Currency, string Anchor, ItemText Plan, string PurchasedAt);

public sealed record ItemText(string ProductId, PriceText SoldAt, int Quantity, string Term, IReadOnlyList<LotText> Lots);

public sealed record LotText(
    string Covers, string Period, int Quantity, int Above, PriceText Price, int Terms, string Billed, string Paid, string Carried,
    string Credited, string Source, bool AwaitsInvoice);

public sealed record PriceText(ModelText Model, string Currency, string Interval, string BillingTiming);

public sealed record ModelText(string Kind, decimal Amount);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HeldText))]
internal sealed partial class PlainContext : JsonSerializerContext;
