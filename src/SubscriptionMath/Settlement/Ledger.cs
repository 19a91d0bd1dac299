using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers where what is due is paid from, and what becomes of a surplus: the entries of a quote, which sum to zero.</summary>
internal sealed class Ledger(Rounding rounding, BalancePolicy balance, BalanceUses use, Instant at, MoneyCredit credit)
{
    internal List<Entry> Entries { get; } = new(4);

    internal List<Line> Lines { get; } = new(2);

    /// <summary>The money credit after the entries so far.</summary>
    internal MoneyCredit Credit { get; private set; } = credit;

    /// <summary>Whether the entries depend on the money credit.</summary>
    internal bool CreditRead { get; private set; }

    /// <summary>What waits for the next invoice, or null where nothing does.</summary>
    internal Money? Deferred { get; private set; }

    /// <summary>Adds the entries of a bill's lines, then those that settle them.</summary>
    /// <param name="bill">The bill, netted.</param>
    /// <param name="waiting">What waited for the next invoice and is billed with it.</param>
    /// <param name="surplusLeft">What is left of a surplus that bought time, or null where it bought none.</param>
    /// <param name="oldPrice">The price of the plan held, which the first of two payments is.</param>
    internal void Settle(Bill bill, Money waiting, Fraction? surplusLeft, Money oldPrice)
    {
        var (first, due) = (Entries.Count, bill.Due + waiting);
        AddUnlessZero(Account.NextInvoice, -waiting);
        AddLines(bill.Lines);
        if (surplusLeft is { } left)
        {
            // By lines there is no second rounding: what the rounded lines leave is forfeited.
            var owed = due.IsPositive ? due : Money.Zero(due.Currency);
            Forfeit(rounding.Stage == RoundingStage.Lines ? Sum(first, due.Currency) + owed : Money.Round(left, due.Currency, rounding.Mode));
        }
        else if (due.IsNegative)
        {
            GiveBack(-due, bill);
        }

        if (due.IsPositive && bill.When == Due.NextInvoice)
        {
            Entries.Add(new Entry(Account.NextInvoice, due));
            Deferred = Deferred is { } other ? other + due : due;
        }
        else if (due.IsPositive)
        {
            Pay(due, bill.When, oldPrice);
        }

        bill.HandOver(bill.Due, bill.When == Due.NextInvoice && due.IsPositive);
        var difference = Sum(first, due.Currency);
        if (!difference.IsZero)
        {
            Entries.Add(new Entry(Account.Rounding, -difference));
        }
    }

    private void AddLines(List<Line> lines)
    {
        var first = Lines.Count;
        Lines.AddRange(lines);
        for (var i = first; i < Lines.Count; i++)
        {
            if (!Lines[i].Amount.IsZero)
            {
                Entries.Add(new Entry(AccountOf(Lines[i].Kind), Lines[i].Amount, i));
            }
        }

        for (var i = first; i < Lines.Count; i++)
        {
            if (Lines[i].Forfeited && !Lines[i].Amount.IsZero)
            {
                Entries.Add(new Entry(Account.Forfeited, -Lines[i].Amount, i));
            }
        }
    }

    private static Account AccountOf(LineKind kind) => kind switch
    {
        LineKind.Conceded => Account.Conceded,
        LineKind.Retained => Account.Forfeited,
        _ => Account.Service,
    };

    private void Pay(Money due, Due how, Money oldPrice)
    {
        var drawn = Money.Zero(due.Currency);
        if ((balance.Pays & use) != BalanceUses.None)
        {
            CreditRead = true;
            drawn = CreditDraw.Draw(Credit, due, balance.Order, at, out var after);
            Credit = after;
            if (drawn.IsPositive)
            {
                Entries.Add(new Entry(Account.Balance, drawn));
            }
        }

        if (due > drawn)
        {
            foreach (var payment in TrialTermination.Payments(oldPrice, due - drawn, how))
            {
                Entries.Add(new Entry(Account.Payment, payment));
            }
        }
    }

    private void GiveBack(Money surplus, Bill bill)
    {
        var refunded = Money.Zero(surplus.Currency);
        if (bill.Surplus is Surplus.Refund && bill.Refundable is { } paid)
        {
            refunded = paid < surplus ? paid : surplus;
            AddUnlessZero(Account.Payment, -refunded);
        }

        var rest = surplus - refunded;
        if (rest.IsPositive && bill.Surplus is Surplus.Balance or Surplus.Refund { Rest: RefundRest.ToBalance })
        {
            CreditRead = true;
            Credit = CreditDraw.Add(Credit, rest);
            Entries.Add(new Entry(Account.Balance, -rest));
        }
        else
        {
            Forfeit(rest);
        }
    }

    /// <summary>What has expired of the credit is gone.</summary>
    internal void ExpireCredit(Currency currency)
    {
        CreditRead = true;
        var expired = Money.Zero(currency);
        foreach (var lot in Credit.Lots)
        {
            expired += lot.Left - lot.LeftAt(at);
        }

        Credit = CreditExpiry.After(Credit, at);
        AddUnlessZero(Account.Balance, expired);
        Forfeit(expired);
    }

    /// <summary>All credit that could still be drawn is lost.</summary>
    internal void LoseCredit(Currency currency)
    {
        CreditRead = true;
        var lost = Credit.LeftAt(at, currency);
        Credit = new MoneyCredit { Lots = [.. Credit.Lots.Where(lot => lot.LeftAt(at).IsZero)] };
        AddUnlessZero(Account.Balance, lost);
        Forfeit(lost);
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
