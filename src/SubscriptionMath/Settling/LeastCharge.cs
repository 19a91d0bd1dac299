namespace SubscriptionMath;

/// <summary>The least amount of money that the vendor collects.</summary>
internal static class LeastCharge
{
    /// <summary>
    /// Whether a bill waits, since less than the least amount would be left to pay in money, after a waived price and credit.
    /// </summary>
    /// <param name="bill">The charges of the bill.</param>
    /// <param name="net">The amount that the charges come to, without those deferred to the bill.</param>
    /// <param name="deferred">Those charges.</param>
    /// <param name="by">The terms, with the least amounts.</param>
    /// <param name="credit">The money credit, which pays first.</param>
    internal static bool Waits(Charges bill, Money net, in Deferred deferred, in SettlingTerms by, MoneyCredit credit)
    {
        if (by.LeastCharges.IsEmpty || bill.Settles.Waits || RequireMoney.Of(by.LeastCharges, net.Currency) is not { } least)
        {
            return false;
        }

        var (charges, waived) = Waiver.Of(bill, net, deferred.Amount);
        var due = net - waived + deferred.Amount;
        return due.IsPositive
            && Payment.Of(due, deferred.Credited, charges, by, credit).InMoney is { IsPositive: true } money && money < least;
    }
}
