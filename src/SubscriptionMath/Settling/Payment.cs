namespace SubscriptionMath;

/// <summary>The payment of an amount: from credit first, then in money.</summary>
/// <param name="FromBalance">The amount drawn from credit that was paid for.</param>
/// <param name="FromPromotion">The amount drawn from promotional credit.</param>
/// <param name="InMoney">The amount to be paid in money.</param>
/// <param name="Gift">The promotional credit drawn.</param>
/// <param name="After">The credit left.</param>
/// <param name="ReadsCredit">Whether the answer depends on the credit.</param>
internal readonly record struct Payment(
    Money FromBalance, Money FromPromotion, Money InMoney, Sequence<CreditLot> Gift, MoneyCredit After, bool ReadsCredit)
{
    internal static Payment None(Currency currency, MoneyCredit credit) =>
        new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), default, credit, ReadsCredit: false);

    /// <summary>Pays an amount.</summary>
    /// <param name="due">The amount; above zero.</param>
    /// <param name="credited">The part that promotional credit does not pay, since that part was given back as credit before.</param>
    /// <param name="charges">The charges to pay. Credit for one kind of product pays no more than the charges of that kind.</param>
    /// <param name="by">The policy, the instant and the plan.</param>
    /// <param name="credit">The credit of the account.</param>
    internal static Payment Of(Money due, Money credited, Charges charges, in SettlingTerms by, MoneyCredit credit)
    {
        var none = Money.Zero(due.Currency);
        if ((by.Balance.Pays & by.Uses) == BalanceUses.None)
        {
            return None(due.Currency, credit) with { InMoney = due };
        }

        if (credit.Lots.IsEmpty)
        {
            return None(due.Currency, credit) with { InMoney = due, ReadsCredit = true };
        }

        var (forPlan, forAddOns) = charges.GrossOf(by.PlanId, by.OldPlanId, due.Currency);
        var byGifts = credited < due ? due - credited : none;
        var limits = new CreditLimits(byGifts, forPlan, forAddOns);
        var drawn = CreditDraw.Draw(credit, due, limits, by.Balance.Order, by.At);
        if (drawn.NotCovered.Minor % by.Rounding.StepOf(due.Currency) is > 0 and var over)
        {
            // Credit beyond whole steps stays, so that whole steps are left to pay in money.
            var most = drawn.Amount.Minor - by.Rounding.StepOf(due.Currency) + over;
            drawn = CreditDraw.Draw(credit, Money.OfMinor(Math.Max(0, most), due.Currency), limits, by.Balance.Order, by.At);
            drawn = drawn with { NotCovered = due - drawn.Amount };
        }

        Sequence<CreditLot> gift = [.. drawn.Taken.Where(lot => lot.Source == CreditSource.Promotion)];
        var promotion = Promotions.Sum(gift, due.Currency);
        return new Payment(drawn.Amount - promotion, promotion, drawn.NotCovered, gift, drawn.After, ReadsCredit: true);
    }
}
