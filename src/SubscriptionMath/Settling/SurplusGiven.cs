namespace SubscriptionMath;

/// <summary>The uses of a surplus. Each amount is zero or more; refund, credits, reduction and loss sum to the surplus.</summary>
/// <param name="Refunded">The amount paid back.</param>
/// <param name="Promotion">The amount that comes back as promotional credit.</param>
/// <param name="Deferred">The amount that lowers the next invoice.</param>
/// <param name="Credited">The amount that becomes credit that counts as paid.</param>
/// <param name="Lost">The amount forfeited.</param>
/// <param name="Unpaid">The part of the credit that was given for value not paid yet.</param>
/// <param name="After">The credit of the account afterwards.</param>
/// <param name="ReadsCredit">Whether the answer depends on the credit.</param>
internal readonly record struct SurplusGiven(
    Money Refunded, Money Promotion, Money Deferred, Money Credited, Money Lost, Money Unpaid, MoneyCredit After, bool ReadsCredit)
{
    internal static SurplusGiven None(Currency currency, MoneyCredit credit)
    {
        var none = Money.Zero(currency);
        return new SurplusGiven(none, none, none, none, none, none, credit, ReadsCredit: false);
    }

    /// <summary>Gives a surplus back as the policy says.</summary>
    /// <param name="surplus">The amount; above zero.</param>
    /// <param name="answer">The policy's answer.</param>
    /// <param name="from">The earlier payment of the value, without value in new lots, and the charges that this bill collects.</param>
    /// <param name="by">The policy and the instant.</param>
    /// <param name="credit">The credit of the account.</param>
    internal static SurplusGiven Of(
        Money surplus, Surplus answer, (Returned Returned, Money Deferred) from, in SettlingTerms by, MoneyCredit credit)
    {
        var (returned, deferred) = from;
        var none = Money.Zero(surplus.Currency);
        var (gift, rest) = returned.TakeGift(surplus);
        var money = surplus - Promotions.Sum(gift, surplus.Currency);
        var rounding = RoundingOfGift(money, gift, returned, by);
        (gift, money) = (Promotions.Raised(gift, rounding), money - rounding);
        var comesBack = answer is not Surplus.Lost and not Surplus.Time && by.Balance.Promotion == PromotionValue.Returned;
        var instant = by.At;
        Sequence<CreditLot> back = comesBack ? [.. gift.Where(lot => !lot.HasExpired(instant))] : default;
        var promotion = Promotions.Sum(back, surplus.Currency);
        var refunded = answer is Surplus.Refund refund ? Refund(money, refund, (returned, deferred), by) : none;
        var left = money - refunded;
        var lost = surplus - money - promotion;
        var after = back.IsEmpty ? credit : new MoneyCredit { Lots = [.. credit.Lots, .. back] };
        return answer switch
        {
            _ when left.IsZero => new(refunded, promotion, none, none, lost, none, after, !back.IsEmpty),
            Surplus.Balance or Surplus.Refund { Rest: RefundRest.ToBalance } =>
                new(refunded, promotion, none, left, lost, rest.TakeUnpaid(left).Taken, CreditDraw.Add(after, left), ReadsCredit: true),
            Surplus.NextInvoice => new(refunded, promotion, left, none, lost, none, after, !back.IsEmpty),
            _ => new(refunded, promotion, none, none, lost + left, none, after, !back.IsEmpty),
        };
    }

    /// <summary>Adds a surplus that is given after this one.</summary>
    internal SurplusGiven Plus(in SurplusGiven later) => new(
        Refunded + later.Refunded,
        Promotion + later.Promotion,
        Deferred + later.Deferred,
        Credited + later.Credited,
        Lost + later.Lost,
        Unpaid + later.Unpaid,
        later.After,
        ReadsCredit || later.ReadsCredit);

    /// <summary>
    /// Gives the part of a surplus that only its rounding has added to a gift, if nothing was paid in money: at most a step.
    /// </summary>
    /// <remarks>
    /// It is a gift as well. Otherwise each round of buying and leaving would turn a part of a step into money.
    /// </remarks>
    private static Money RoundingOfGift(Money money, Sequence<CreditLot> gift, in Returned returned, in SettlingTerms by)
    {
        // What rounding left out of the bill of the sale counts as paid in a lot, though nobody paid it.
        var paid = Fraction.Of(returned.Paid) - Fraction.Max(Fraction.Zero, returned.Remainder);
        var onlyGiven = !gift.IsEmpty && paid.Sign <= 0 && returned.Unpaid == 0;
        return onlyGiven && money.Minor <= by.Rounding.StepOf(money.Currency) ? money : Money.Zero(money.Currency);
    }

    /// <summary>
    /// Gives the refund in whole steps, at most the amount paid. The bill pays its deferred charges; other unpaid amounts stay owed.
    /// </summary>
    private static Money Refund(Money money, Surplus.Refund refund, (Returned Returned, Money Deferred) from, in SettlingTerms by)
    {
        var (returned, deferred) = from;
        var (paid, open) = (Money.OfMinor(Math.Max(0, returned.Paid), money.Currency), Money.OfMinor(returned.Open, money.Currency));
        var owed = refund.Limit == RefundLimit.PaidBeyondUse && open > deferred ? open - deferred : Money.Zero(money.Currency);
        var most = owed < money ? money - owed : Money.Zero(money.Currency);
        var whole = (paid < most ? paid : most).Minor;
        return Money.OfMinor(whole - (whole % by.Rounding.StepOf(money.Currency)), money.Currency);
    }
}
