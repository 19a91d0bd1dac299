namespace SubscriptionMath;

/// <summary>The least amount of money that the vendor collects.</summary>
internal static class LeastCharge
{
    /// <summary>Whether a bill waits, since less than the least amount would be left to pay in money.</summary>
    /// <param name="bill">The charges of the bill.</param>
    /// <param name="due">The amount due, with the charges that had been deferred to the bill.</param>
    /// <param name="deferred">Those charges.</param>
    /// <param name="by">The terms, with the least amounts.</param>
    /// <param name="credit">The money credit, which pays first.</param>
    internal static bool Waits(Charges bill, Money due, in Deferred deferred, in SettlingTerms by, MoneyCredit credit)
    {
        if (by.LeastCharges.IsEmpty || !due.IsPositive || bill.When is PaymentTiming.NextInvoice or PaymentTiming.Waived)
        {
            return false;
        }

        return RequireMoney.Of(by.LeastCharges, due.Currency) is { } least
            && Payment.Of(due, deferred.Credited, bill, by, credit).InMoney is { IsPositive: true } money && money < least;
    }
}
