using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SubscriptionMath.Json;

/// <summary>Reads a policy member by member, so that a member left out keeps its default.</summary>
/// <remarks>Generated metadata would put null, or zero, for a missing member, since it makes records with all members at once.</remarks>
internal static class PolicyForm
{
    internal static void Shape(JsonTypeInfo info)
    {
        info.CreateObject = static () => new BillingPolicy();
        foreach (var property in info.Properties)
        {
            property.Set = Setter(JsonNamingPolicy.CamelCase.ConvertName(property.Name)) ?? property.Set;
        }
    }

    private static Action<object, object?>? Setter(string name) => name switch
    {
        "name" => static (policy, value) => Name((BillingPolicy)policy, (string)value!),
        "direction" => static (policy, value) => Direction((BillingPolicy)policy, (DirectionPolicy)value!),
        "eligibility" => static (policy, value) => Eligibility((BillingPolicy)policy, (EligibilityPolicy)value!),
        "rules" => static (policy, value) => Rules((BillingPolicy)policy, (Sequence<Rule>)value!),
        "measure" => static (policy, value) => Measure((BillingPolicy)policy, (Measure)value!),
        "rounding" => static (policy, value) => Rounding((BillingPolicy)policy, (Rounding)value!),
        "tax" => static (policy, value) => Tax((BillingPolicy)policy, (TaxPolicy)value!),
        "lotChoice" => static (policy, value) => LotChoice((BillingPolicy)policy, (LotChoice)value!),
        "discounts" => static (policy, value) => Discounts((BillingPolicy)policy, (DiscountPolicy)value!),
        "addOns" => static (policy, value) => AddOns((BillingPolicy)policy, (AddOnPolicy)value!),
        "balance" => static (policy, value) => Balance((BillingPolicy)policy, (BalancePolicy)value!),
        "allowances" => static (policy, value) => Allowances((BillingPolicy)policy, (AllowancePolicy)value!),
        "renewal" => static (policy, value) => Renewal((BillingPolicy)policy, (RenewalPolicy)value!),
        "deferredCharges" => static (policy, value) => DeferredCharges((BillingPolicy)policy, (DeferredChargePolicy)value!),
        "failedPayment" => static (policy, value) => FailedPayment((BillingPolicy)policy, (FailedPayment)value!),
        "pending" => static (policy, value) => Pending((BillingPolicy)policy, (PendingPolicy)value!),
        "keepsPendingStart" => static (policy, value) => KeepsPendingStart((BillingPolicy)policy, (bool)value!),
        "refusesOutgrown" => static (policy, value) => RefusesOutgrown((BillingPolicy)policy, (bool)value!),
        "secondCancellation" => static (policy, value) => SecondCancellation((BillingPolicy)policy, (SecondCancellation?)value),
        _ => null,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Name")]
    private static extern void Name(BillingPolicy policy, string value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Direction")]
    private static extern void Direction(BillingPolicy policy, DirectionPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Eligibility")]
    private static extern void Eligibility(BillingPolicy policy, EligibilityPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Rules")]
    private static extern void Rules(BillingPolicy policy, Sequence<Rule> value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Measure")]
    private static extern void Measure(BillingPolicy policy, Measure value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Rounding")]
    private static extern void Rounding(BillingPolicy policy, Rounding value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Tax")]
    private static extern void Tax(BillingPolicy policy, TaxPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_LotChoice")]
    private static extern void LotChoice(BillingPolicy policy, LotChoice value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Discounts")]
    private static extern void Discounts(BillingPolicy policy, DiscountPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AddOns")]
    private static extern void AddOns(BillingPolicy policy, AddOnPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Balance")]
    private static extern void Balance(BillingPolicy policy, BalancePolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Allowances")]
    private static extern void Allowances(BillingPolicy policy, AllowancePolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Renewal")]
    private static extern void Renewal(BillingPolicy policy, RenewalPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_DeferredCharges")]
    private static extern void DeferredCharges(BillingPolicy policy, DeferredChargePolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_FailedPayment")]
    private static extern void FailedPayment(BillingPolicy policy, FailedPayment value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Pending")]
    private static extern void Pending(BillingPolicy policy, PendingPolicy value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_KeepsPendingStart")]
    private static extern void KeepsPendingStart(BillingPolicy policy, bool value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_RefusesOutgrown")]
    private static extern void RefusesOutgrown(BillingPolicy policy, bool value);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_SecondCancellation")]
    private static extern void SecondCancellation(BillingPolicy policy, SecondCancellation? value);
}
