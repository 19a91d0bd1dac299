using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>The form of a closed hierarchy with cases that are values alone and have no public type.</summary>
/// <remarks>
/// An attribute would name these types to the JSON source generator in other assemblies, whose code could not use them. So the hierarchy
/// names its converter, and the cases are listed here.
/// </remarks>
internal abstract class CaseForm
{
    private static readonly FrozenDictionary<Type, CaseForm> Known =
        new CaseForm[]
        {
            new Form<Timing>(
                (typeof(Timing.Immediate), "now"),
                (typeof(Timing.PeriodEnd), "atPeriodEnd"),
                (typeof(Timing.CustomersChoice), "customerChooses"),
                (typeof(Timing.BilledEnd), "atBilledEnd"),
                (typeof(Timing.RequestedDate), "onDate"),
                (typeof(Timing.ContractEnd), "atContractEnd")),
            new Form<TermRule>(
                (typeof(TermRule.KeptEnd), "endKept"),
                (typeof(TermRule.Restart), "restarted"),
                (typeof(TermRule.TermOfItsOwn), "ownTerm"),
                (typeof(TermRule.KeptTimeLeft), "timeLeftKept"),
                (typeof(TermRule.ToBillingDay), "aligned"),
                (typeof(TermRule.DaysAppended), "daysCarried"),
                (typeof(TermRule.LengthBought), "asBought"),
                (typeof(TermRule.ToDateAsked), "movedAsAsked"),
                (typeof(TermRule.StubToDate), "movedAtTheEnd")),
            new Form<UnusedValue>(
                (typeof(UnusedValue.Nothing), "none"),
                (typeof(UnusedValue.Lots), "lots"),
                (typeof(UnusedValue.WholeTerm), "wholeTerm"),
                (typeof(UnusedValue.LotsKept), "kept")),
            new Form<Surplus>(
                (typeof(Surplus.Balance), "toBalance"),
                (typeof(Surplus.Time), "toTime"),
                (typeof(Surplus.Refund), "refunded"),
                (typeof(Surplus.NextInvoice), "toNextInvoice"),
                (typeof(Surplus.Lost), "forfeited")),
            new Form<Denominator>(
                (typeof(Denominator.OwnPeriod), "period"),
                (typeof(Denominator.IntervalFromStart), "fromTheChange"),
                (typeof(Denominator.IntervalAtBoundary), "atTheBoundary"),
                (typeof(Denominator.IntervalAfter), "nextPeriod"),
                (typeof(Denominator.Fixed), "fixed")),
            new Form<RatioRule>(
                (typeof(RatioRule.Unrounded), "exact"),
                (typeof(RatioRule.ToDecimals), "rounded"),
                (typeof(RatioRule.RateFirst), "rateRounded")),
            new Form<Rollover>(
                (typeof(Rollover.Lapsing), "none"),
                (typeof(Rollover.Everything), "full"),
                (typeof(Rollover.Capped), "capped"),
                (typeof(Rollover.Multiple), "multiple"),
                (typeof(Rollover.PercentOfAllotment), "percentOfAllotment"),
                (typeof(Rollover.PercentOfRest), "percentOfRest")),
            new Form<QuoteValidity>(
                (typeof(QuoteValidity.DayOfQuote), "toEndOfDay"),
                (typeof(QuoteValidity.Limited), "limited")),
            new Form<Overage>(
                (typeof(Overage.Blocked), "refused"),
                (typeof(Overage.Debt), "debt")),
        }.ToFrozenDictionary(static form => form.Type);

    private protected abstract Type Type { get; }

    /// <summary>Gives the form of a hierarchy, or null for any other type.</summary>
    internal static CaseForm? Find(Type type) => Known.GetValueOrDefault(type);

    /// <summary>Gives the metadata, by which the kind in JSON tells the case.</summary>
    internal abstract JsonTypeInfo Info(JsonSerializerOptions options, JsonUnmappedMemberHandling unknown);

    /// <summary>Gives the converter for a caller's options without <see cref="BillingJson.Resolver"/>.</summary>
    internal abstract JsonConverter Converter();

    private sealed class Form<T>(params (Type Type, string Kind)[] cases) : CaseForm
        where T : class
    {
        private protected override Type Type => typeof(T);

        internal override JsonTypeInfo Info(JsonSerializerOptions options, JsonUnmappedMemberHandling unknown)
        {
            var info = JsonMetadataServices.CreateObjectInfo(
                options, new JsonObjectInfoValues<T> { PropertyMetadataInitializer = static _ => [] });
            info.UnmappedMemberHandling = unknown;
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            foreach (var (type, kind) in cases)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, kind));
            }

            return info;
        }

        internal override JsonConverter Converter() => new GuardedResolver.Guard<T>(BillingJson.Compact);
    }
}
