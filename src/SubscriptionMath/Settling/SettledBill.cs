namespace SubscriptionMath;

/// <summary>The charges of one bill, settled.</summary>
/// <param name="Sold">The charges, with the amounts paid for the lots sold.</param>
/// <param name="Entries">The entries; they sum to zero.</param>
/// <param name="Credit">The credit of the account afterwards.</param>
/// <param name="ReadsCredit">Whether the entries depend on the credit.</param>
/// <param name="Deferred">The charges deferred to the next invoice.</param>
/// <param name="ForDeferred">The promotional credit that paid for charges that had been deferred to this bill.</param>
internal readonly record struct SettledBill(
    Charge[] Sold, Sequence<Entry> Entries, MoneyCredit Credit, bool ReadsCredit, Deferred Deferred, Sequence<CreditLot> ForDeferred)
{
    /// <summary>Gets the lines.</summary>
    internal required Sequence<Line> Lines { get; init; }

    /// <summary>Gets the remainder of rounding that the subscription holds afterwards, in minor units.</summary>
    internal required Fraction Remainder { get; init; }

    /// <summary>Settles the charges of one bill.</summary>
    /// <param name="charges">The charges, time bought by a surplus included.</param>
    /// <param name="net">The net of the charges.</param>
    /// <param name="billed">The charges that had been deferred to this bill.</param>
    /// <param name="by">The terms.</param>
    /// <param name="before">The settlement of the bills before.</param>
    internal static SettledBill Of(Charges charges, in Net net, in Deferred billed, in SettlingTerms by, in Settlement before)
    {
        (charges, var waived) = Waiver.Of(charges, net.Due, billed.Amount);
        var (due, none) = (net.Due - waived + billed.Amount, Money.Zero(net.Due.Currency));
        var waits = due.IsPositive && charges.Settles.Waits;
        var payment = due.IsPositive && !waits
            ? Payment.Of(due, billed.Credited, charges, by, before.Credit)
            : Payment.None(due.Currency, before.Credit);
        var (sold, returned, gift) = SoldLots.Pay(charges, net.Due - waived, waits, payment.Gift);

        // A surplus from deferred charges alone does not come from the change, and becomes credit.
        var surplus = net.TimeLeft is not null ? none : charges.AreApart ? net.Unused : due.IsNegative && net.Due.IsNegative ? -due : none;
        var waited = due.IsNegative && (charges.AreApart || (net.TimeLeft is null && !net.Due.IsNegative)) ? -due : none;
        var given = surplus.IsPositive
            ? SurplusGiven.Of(surplus, charges.Surplus, (returned, billed.Amount), by, payment.After)
            : SurplusGiven.None(due.Currency, payment.After);
        given = waited.IsPositive
            ? given.Plus(SurplusGiven.Of(waited, Surplus.ToBalance, (returned.TakeGift(surplus).Left, billed.Amount), by, given.After))
            : given;
        var leftOver = LeftOver(charges, net.TimeLeft, due + waived, billed.Amount + waited, by.Rounding);
        var flows = new Flows(charges, billed.Amount, waits ? due : -given.Deferred, payment, given, leftOver) { Waived = waived };
        var lines = charges.Lines;
        var kept = (surplus + waited).IsPositive ? returned.TakeGift(surplus + waited).Left : returned;
        return new SettledBill(
            SoldLots.WithRemainders(sold, net.Carried.OfSold, by),
            flows.ToEntries(lines, before.Lines.Count, by.OldPrice),
            given.After,
            payment.ReadsCredit || given.ReadsCredit,
            new Deferred(flows.Deferred, given.Unpaid, net.Remainder)
            {
                Lines = flows.Deferred.IsZero && net.Remainder.IsZero ? default : Deferred.Join(billed.Lines, lines),
            },
            billed.Amount.IsPositive ? Promotions.Join(kept.Promotion, gift) : default)
        {
            Lines = lines,
            Remainder = net.Carried.After,
        };
    }

    /// <summary>
    /// Gives the rest of a surplus that bought time. If lines are rounded, the rest is the sum that they leave with the net, waived or not.
    /// </summary>
    private static Money LeftOver(Charges charges, Fraction? timeLeft, Money due, Money billed, Rounding rounding)
    {
        if (timeLeft is not { } left)
        {
            return Money.Zero(due.Currency);
        }

        if (!rounding.ByLine)
        {
            return Money.Round(left, due.Currency, rounding.Mode);
        }

        var sum = (due.IsPositive ? due : Money.Zero(due.Currency)) - billed;
        foreach (var charge in charges.All)
        {
            sum += charge.Line is { Forfeited: false } line ? line.Gross : Money.Zero(due.Currency);
        }

        return sum;
    }
}
