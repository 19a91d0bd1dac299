namespace SubscriptionMath.Tests.Conformance.Records;

/// <summary>A policy with one answer of a group otherwise.</summary>
internal static class PolicyWith
{
    internal static BillingPolicy WithDirection(this BillingPolicy policy, DirectionPolicy direction) =>
        policy with { Requests = policy.Requests with { Direction = direction } };

    internal static BillingPolicy WithEligibility(this BillingPolicy policy, EligibilityPolicy eligibility) =>
        policy with { Requests = policy.Requests with { Eligibility = eligibility } };

    internal static BillingPolicy WithPending(this BillingPolicy policy, PendingPolicy pending) =>
        policy with { Requests = policy.Requests with { Pending = pending } };

    internal static BillingPolicy WithSecondCancellation(this BillingPolicy policy, SecondCancellation? secondCancellation) =>
        policy with { Requests = policy.Requests with { SecondCancellation = secondCancellation } };

    internal static BillingPolicy WithKeepsPendingStart(this BillingPolicy policy, bool keepsPendingStart) =>
        policy with { Requests = policy.Requests with { KeepsPendingStart = keepsPendingStart } };

    internal static BillingPolicy WithRefusesOutgrown(this BillingPolicy policy, bool refusesOutgrown) =>
        policy with { Requests = policy.Requests with { RefusesOutgrown = refusesOutgrown } };

    internal static BillingPolicy WithQuoteValidity(this BillingPolicy policy, QuoteValidity? validity) =>
        policy with { Requests = policy.Requests with { QuoteValidity = validity } };

    internal static BillingPolicy WithMeasure(this BillingPolicy policy, Measure measure) =>
        policy with { Proration = policy.Proration with { Measure = measure } };

    internal static BillingPolicy WithRounding(this BillingPolicy policy, Rounding rounding) =>
        policy with { Proration = policy.Proration with { Rounding = rounding } };

    internal static BillingPolicy WithLotChoice(this BillingPolicy policy, LotChoice lotChoice) =>
        policy with { Proration = policy.Proration with { LotChoice = lotChoice } };

    internal static BillingPolicy WithTax(this BillingPolicy policy, TaxPolicy tax) =>
        policy with { Invoicing = policy.Invoicing with { Tax = tax } };

    internal static BillingPolicy WithDiscounts(this BillingPolicy policy, DiscountPolicy discounts) =>
        policy with { Invoicing = policy.Invoicing with { Discounts = discounts } };

    internal static BillingPolicy WithDeferredCharges(this BillingPolicy policy, DeferredChargePolicy deferredCharges) =>
        policy with { Invoicing = policy.Invoicing with { DeferredCharges = deferredCharges } };

    internal static BillingPolicy WithFailedPayment(this BillingPolicy policy, FailedPayment failedPayment) =>
        policy with { Invoicing = policy.Invoicing with { FailedPayment = failedPayment } };
}
