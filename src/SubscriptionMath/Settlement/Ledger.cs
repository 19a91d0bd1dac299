using NodaTime;

namespace SubscriptionMath;

/// <summary>Answers where what is due is paid from, and what becomes of a surplus: the entries of a quote, which sum to zero.</summary>
internal sealed class Ledger(Rounding rounding, BalancePolicy balance, Instant at, MoneyCredit credit)
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
    /// <param name="surplusLeft">What is left of a surplus that bought time, or null where it bought none.</param>
    /// <param name="oldPrice">The price of the plan held, which the first of two payments is.</param>
    internal void Settle(Bill bill, Fraction? surplusLeft, Money oldPrice)
    {
        var (first, due) = (Entries.Count, bill.Due);
        AddLines(bill.Lines);
        if (surplusLeft is { } left)
        {
            // By lines there is no second rounding: what the rounded lines leave is forfeited.
            var owed = due.IsPositive ? due : Money.Zero(due.Currency);
            Forfeit(rounding.Stage == RoundingStage.Lines ? Sum(first, due.Currency) + owed : Money.Round(left, due.Currency, rounding.Mode));
        }
        else if (due.IsNegative)
        {
            GiveBack(-due, bill.Surplus);
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

        bill.HandOver(due, bill.When == Due.NextInvoice && due.IsPositive);
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
                Entries.Add(new Entry(Account.Service, Lines[i].Amount, i));
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

    private void Pay(Money due, Due how, Money oldPrice)
    {
        var drawn = Money.Zero(due.Currency);
        if ((balance.Pays & BalanceUses.Changes) != BalanceUses.None)
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

    private void GiveBack(Money surplus, Surplus answer)
    {
        if (answer is Surplus.Balance)
        {
            CreditRead = true;
            Credit = CreditDraw.Add(Credit, surplus);
            Entries.Add(new Entry(Account.Balance, -surplus));
        }
        else
        {
            Forfeit(surplus);
        }
    }

    private void Forfeit(Money amount)
    {
        if (!amount.IsZero)
        {
            Entries.Add(new Entry(Account.Forfeited, -amount));
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
