namespace SubscriptionMath.Tests.Guards;

/// <summary>The rooms of the library, the lowest first. A folder is a room; the nouns and verbs at the root are in rooms by their names.</summary>
internal static class Rooms
{
    /// <summary>The wiring of JSON sees everything; it is seen by attributes only.</summary>
    internal const string Wiring = "Json";

    /// <summary>The stages of a pricing, in their order.</summary>
    internal static readonly string[] Stages = ["Resolving", "Charging", "Settling", "UsageCredits"];

    internal static readonly string[] InOrder =
    [
        "Foundation", "Money", "Calendar", "Proration", "Sold", "Held", "Asked", "Answered", "Policies", "Families", .. Stages, "Verbs", "Lives", "Vendors",
    ];

    private static readonly Dictionary<string, string> AtTheRoot = new(StringComparer.Ordinal)
    {
        ["Foundation"] = "AssemblyInfo Index Require Sequence TextForm",
        ["Sold"] = """
            AddOn AddOnOffer Allowance Cart CartAddOn Catalog Contract Discount PackageRounding Plan Price PriceList PriceModel PricePhase PriceTier Rollover
            SeatLimits TaxRate TrialOffer
            """,
        ["Held"] = """
            Consistency CreditRest DeferredCharge Grant GrantRefill GrantStand Inconsistency Item KnownConsistent Line LineDiscount LineFigure LineTax Lot LotDiscount LotSource LotTax MoneyCredit Pause PendingChange Promotions Status Subscription SubscriptionCheck TaxTotal TrialUse UnitsHeld UsageDebt
            """,
        ["Asked"] = "Change Facts TaxRates",
        ["Answered"] = """
            Accepted Account Answer BillingReason Direction DueEvent Entry Explanation FactsRead GrantEffect LineCheck PolicyAnswer
            Quote QuoteCheck QuoteTotals RefusalCode Refused Spending
            """,
        ["Policies"] = "BillingPolicy Case ChangeKinds IntervalMove PriceClass Rule Treatment Treatments",
        ["Families"] = "AddOnTermination CreditDraw CreditExpiry TrialTermination",
        ["Verbs"] = "Acceptances Billing DueQuotes EarlierTerms Existing ExistingFacts ExistingItem ExistingSubscription Quoting SubscriptionAfter",
        ["Lives"] = "Command Lifecycle Outcome Player Script StepLog Timeline TimelineStep",
    };

    private static readonly Dictionary<string, string> Names = (
        from room in AtTheRoot
        from name in room.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        select (name, room.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The room of a file, by its path from the root of the library; of a part of a type that of the type.</summary>
    internal static string Of(string path)
    {
        var folder = Path.GetDirectoryName(path);
        var type = Path.GetFileName(path).Split('.')[0];
        return folder is { Length: > 0 } ? folder : Names.GetValueOrDefault(type, $"no room for {type}");
    }

    internal static int Place(string room) => Array.IndexOf(InOrder, room);
}
