using System.Text.Json.Serialization;

namespace SubscriptionMath.Json;

/// <summary>What the source generator knows of the nouns. It is internal: each type reached would be a public member.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BillingPolicy))]
[JsonSerializable(typeof(Rule))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(AddOn))]
[JsonSerializable(typeof(Price))]
[JsonSerializable(typeof(Allowance))]
[JsonSerializable(typeof(CartAddOn))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Lot))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(WaitingCharge))]
[JsonSerializable(typeof(CreditLot))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(Facts))]
[JsonSerializable(typeof(ProductTax))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(Line))]
[JsonSerializable(typeof(GrantEffect))]
[JsonSerializable(typeof(Acceptance))]
[JsonSerializable(typeof(DueEvent))]
[JsonSerializable(typeof(Command))]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(Timeline))]
[JsonSerializable(typeof(TimelineStep))]
internal sealed partial class NounContext : JsonSerializerContext;
