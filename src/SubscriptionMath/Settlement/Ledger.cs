using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers where what is due is paid from, and what becomes of a surplus: the entries of a quote, which sum to zero.</summary>
internal sealed class Ledger(Rounding rounding, BalancePolicy balance, BalanceUses use, Instant at, MoneyCredit credit)
{
    internal List<Entry> Entries { get; } = new(3);

    internal List<Line> Lines { get; } = new(2);

    /// <summary>The money credit after the entries so far.</summary>
    internal MoneyCredit Credit { get; private set; } = credit;

    /// <summary>Whether the entries depend on the money credit.</summary>
    internal bool CreditRead { get; private set; }

    /// <summary>The promotional credit that paid for what had waited for the next invoice.</summary>
    internal Sequence<CreditLot> PromotionForWaiting { get; private set; }

    /// <summary>What waits for the next invoice, or null where nothing does.</summary>
    internal Money? Deferred { get; private set; }

    /// <summary>The credit, in minor units, that was given for value that waits to be paid.</summary>
    internal long CreditedUnpaid { get; private set; }

    /// <summary>Adds the entries of a bill's lines, then those that settle them.</summary>
    /// <param name="bill">The bill, netted.</param>
    /// <param name="waiting">What waited for the next invoice and is billed with it.</param>
    /// <param name="credited">How much of that was given back as credit: a gift does not pay it.</param>
    /// <param name="surplusLeft">What is left of a surplus that bought time, or null where it bought none.</param>
    /// <param name="oldPrice">The price of the plan held, which the first of two payments is.</param>
    /// <param name="plan">The plan as it will be: what is billed for it, credit that only pays for plans may pay.</param>
    internal void Settle(Bill bill, Money waiting, Money credited, Fraction? surplusLeft, Money oldPrice, ItemDraft? plan)
    {
        var (first, due) = (Entries.Count, bill.Due + waiting);
        Sequence<CreditLot> drawn = default;
        AddUnlessZero(Account.NextInvoice, -waiting);
        AddLines(bill.Lines);
        if (surplusLeft is { } left)
        {
            // By lines there is no second rounding: what the rounded lines leave is forfeited.
            var owed = due.IsPositive ? due : Money.Zero(due.Currency);
            Forfeit(rounding.ByLine ? Sum(first, due.Currency) + owed : Money.Round(left, due.Currency, rounding.Mode));
        }

        if (due.IsPositive && bill.When == Due.NextInvoice)
        {
            Defer(due);
        }
        else if (due.IsPositive)
        {
            drawn = Pay(due, credited, bill, oldPrice, plan);
        }

        drawn = bill.HandOver(bill.Due, bill.When == Due.NextInvoice && due.IsPositive, drawn);
        if (surplusLeft is null && due.IsNegative)
        {
            GiveBack(-due, bill, waiting);
        }

        PromotionForWaiting = waiting.IsPositive ? Promotions.Join(PromotionForWaiting, Promotions.Join(bill.Promotion, drawn)) : PromotionForWaiting;
        var difference = Sum(first, due.Currency);
        if (!difference.IsZero)
        {
            Entries.Add(new Entry(Account.Rounding, -difference));
        }
    }

    private void Defer(Money amount)
    {
        AddUnlessZero(Account.NextInvoice, amount);
        Deferred = Deferred is { } other ? other + amount : amount;
    }

    private void AddLines(List<Line> lines)
    {
        var first = Lines.Count;
        Lines.AddRange(lines);
        for (var i = first; i < Lines.Count; i++)
        {
            if (!Lines[i].Net.IsZero)
            {
                Entries.Add(new Entry(AccountOf(Lines[i].Kind), Lines[i].Net, i));
            }
        }

        for (var i = first; i < Lines.Count; i++)
        {
            if (Lines[i] is { Tax.Amount: { IsZero: false } tax, Forfeited: false })
            {
                Entries.Add(new Entry(Account.Tax, tax, i));
            }
        }

        for (var i = first; i < Lines.Count; i++)
        {
            if (Lines[i].Forfeited && !Lines[i].Net.IsZero)
            {
                Entries.Add(new Entry(Account.Forfeited, -Lines[i].Net, i));
            }
        }
    }

    private static Account AccountOf(LineKind kind) => kind switch
    {
        LineKind.Conceded => Account.Conceded,
        LineKind.Retained => Account.Forfeited,
        _ => Account.Service,
    };

    /// <summary>Pays from the credit, then in money; gives the promotional credit that was drawn.</summary>
    private Sequence<CreditLot> Pay(Money due, Money credited, Bill bill, Money oldPrice, ItemDraft? plan)
    {
        var (rest, promotion) = (due, default(Sequence<CreditLot>));
        if ((balance.Pays & use) != BalanceUses.None)
        {
            CreditRead = true;
            rest = Draw(due, credited < due ? due - credited : Money.Zero(due.Currency), bill, plan, out promotion);
        }

        if (rest.IsPositive)
        {
            foreach (var payment in TrialTermination.Payments(oldPrice, rest, bill.When))
            {
                Entries.Add(new Entry(Account.Payment, payment));
            }
        }

        return promotion;
    }

    private Money Draw(Money due, Money byGifts, Bill bill, ItemDraft? plan, out Sequence<CreditLot> promotion)
    {
        promotion = default;
        if (Credit.Lots.IsEmpty)
        {
            return due;
        }

        var (forPlan, forAddOns) = bill.BilledFor(plan, due.Currency);
        var drawn = CreditDraw.Draw(Credit, due, byGifts, balance.Order, at, forPlan, forAddOns);
        Credit = drawn.After;
        promotion = [.. drawn.Taken.Where(lot => lot.Source == CreditSource.Promotion)];
        var gift = Promotions.Sum(promotion, due.Currency);
        AddUnlessZero(Account.Balance, drawn.Amount - gift);
        AddUnlessZero(Account.Promotion, gift);
        return drawn.NotCovered;
    }

    private void GiveBack(Money surplus, Bill bill, Money waiting)
    {
        var gift = bill.TakePromotion(surplus);
        var money = surplus - Promotions.Sum(gift, surplus.Currency);
        var refunded = Money.Zero(surplus.Currency);
        if (bill.Surplus is Surplus.Refund refund && bill.Refundable is { Paid.IsPositive: true } so)
        {
            // What waited is paid by this bill; what is unpaid beyond that stays owed, and the used part of it was not paid for.
            var owed = refund.Limit == RefundLimit.PaidBeyondUse && so.Unpaid > waiting ? so.Unpaid - waiting : Money.Zero(money.Currency);
            var most = owed < money ? money - owed : Money.Zero(money.Currency);
            refunded = so.Paid < most ? so.Paid : most;
            AddUnlessZero(Account.Payment, -refunded);
        }

        var returned = bill.Surplus is Surplus.Balance or Surplus.Refund or Surplus.NextInvoice ? Return(gift, surplus.Currency) : Money.Zero(surplus.Currency);
        var rest = money - refunded;
        var lost = surplus - money - returned;
        if (rest.IsPositive && bill.Surplus is Surplus.Balance or Surplus.Refund { Rest: RefundRest.ToBalance })
        {
            CreditRead = true;
            Credit = CreditDraw.Add(Credit, rest);
            CreditedUnpaid += bill.TakeUnpaid(rest).Minor;
            Entries.Add(new Entry(Account.Balance, -rest));
        }
        else if (bill.Surplus is Surplus.NextInvoice)
        {
            Defer(-rest);
        }
        else
        {
            lost += rest;
        }

        Forfeit(lost);
    }

    /// <summary>Promotional credit comes back, where the policy says so and as far as it has not expired.</summary>
    private Money Return(Sequence<CreditLot> gift, Currency currency)
    {
        Sequence<CreditLot> back = balance.Promotion == PromotionValue.Returned ? [.. gift.Where(lot => !lot.HasExpired(at))] : default;
        if (!back.IsEmpty)
        {
            CreditRead = true;
            Credit = new MoneyCredit { Lots = [.. Credit.Lots, .. back] };
        }

        var returned = Promotions.Sum(back, currency);
        AddUnlessZero(Account.Promotion, -returned);
        return returned;
    }

    /// <summary>What has expired of the credit is gone.</summary>
    internal void ExpireCredit(Currency currency) => Lose(currency, lot => lot.HasExpired(at));

    /// <summary>All credit of a source is lost, what is not effective yet as well; what has expired was gone before.</summary>
    internal void LoseCredit(Currency currency, bool paid, bool promotion) =>
        Lose(currency, lot => !lot.HasExpired(at) && (lot.Source == CreditSource.Paid ? paid : promotion));

    private void Lose(Currency currency, Predicate<CreditLot> isLost)
    {
        CreditRead = true;
        var (paid, promotion) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var lot in Credit.Lots)
        {
            var lost = isLost(lot) ? lot.Left : Money.Zero(currency);
            paid += lot.Source == CreditSource.Paid ? lost : Money.Zero(currency);
            promotion += lot.Source == CreditSource.Promotion ? lost : Money.Zero(currency);
        }

        Credit = new MoneyCredit { Lots = [.. Credit.Lots.Where(lot => !isLost(lot))] };
        AddUnlessZero(Account.Balance, paid);
        Forfeit(paid);
        AddUnlessZero(Account.Promotion, promotion);
        Forfeit(promotion);
    }

    private void Forfeit(Money amount) => AddUnlessZero(Account.Forfeited, -amount);

    private void AddUnlessZero(Account account, Money amount)
    {
        if (!amount.IsZero)
        {
            Entries.Add(new Entry(account, amount));
        }
    }

    private Money Sum(int from, Currency currency)
    {
        var sum = Money.Zero(currency);
        for (var i = from; i < Entries.Count; i++)
        {
            sum += Entries[i].Amount;
        }

        return sum;
    }
}
