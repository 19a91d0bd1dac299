using System.Text.Json;
using NodaTime.Text;
using SubscriptionMath.Vendors;

namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>How records write grants and usage down, as ours.</summary>
internal static class UsageCredits
{
    public const string Kind = "credits";

    public static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static UsagePolicy Use(GrantOrder order, Overage? overage = null, DebtAtReset atReset = DebtAtReset.Forgiven) => new(order, overage ?? Overage.Refused, atReset);

    public static Grant Grant(string id, decimal units, Instant effective, Instant? expires, decimal used = 0m) => new()
    {
        Id = id,
        Kind = Kind,
        ProductId = "pack",
        Source = GrantSource.Purchase,
        Granted = units,
        Used = used,
        Effective = effective,
        Expires = expires,
        Rollover = Rollover.None,
    };

    public static CreditPool Pool(Instant at, decimal debt, params IEnumerable<Grant> grants) =>
        new() { Kind = Kind, At = at, Zone = DateTimeZone.Utc, Grants = [.. grants], Debt = debt };

    public static Instant After(int days, int hours = 0) => Start + Duration.FromDays(days) + Duration.FromHours(hours);

    public static Instant Moment(this JsonElement text) => InstantPattern.ExtendedIso.Parse(text.GetString()!).Value;

    /// <summary>The first instant of a date, in UTC.</summary>
    public static Instant Day(this JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value.AtMidnight().InUtc().ToInstant();

    public static JsonElement? Field(this JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A plan with an allowance, by the month.</summary>
    public static Plan Plan(string id, int rank, decimal units, Rollover? rollover = null, decimal price = 0m) =>
        Plain.Plan(id, rank, price, BillingInterval.Month) with { Allowances = [new Allowance { Kind = Kind, Units = units, Rollover = rollover ?? Rollover.Full }] };

    /// <summary>Changes at once, the difference for the rest; what becomes of usage credits as given.</summary>
    public static RecordedLife Life(AllowancePolicy allowances, params ReadOnlySpan<Plan> plans) =>
        new(Catalog.Of(plans), Plain.Policy(Plain.FirstPurchase, Plain.Difference, Plain.Difference) with { Allowances = allowances }, DateTimeZone.Utc);

    /// <summary>Unused credits roll over, by the rule of the plan held afterwards.</summary>
    public static AllowancePolicy Carrying { get; } = AllowancePolicy.EachTermAnew with
    {
        OnUpgrade = GrantFate.Carried,
        OnDowngrade = GrantFate.Carried,
        OnRenewal = GrantFate.Carried,
        Rollover = RolloverOf.TheNewPlan,
        Carried = CarriedExpiry.WithTheNewGrant,
        Use = Use(GrantOrders.RolledOverFirst, Overage.AsDebt),
    };

    public static Cart Buy(string id) => Cart.Of(id, BillingInterval.Month);
}
