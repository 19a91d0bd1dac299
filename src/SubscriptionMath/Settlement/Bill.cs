namespace SubscriptionMath;

/// <summary>The lines that are netted together: those that are due at the same time and whose surplus goes the same way.</summary>
internal sealed class Bill(Due when, Surplus surplus)
{
    // In minor units: what of the value of what leaves waits to be paid, as far as it has not gone on.
    private long _unpaid;

    /// <summary>When what is due is paid.</summary>
    internal Due When { get; } = when;

    /// <summary>What becomes of a surplus.</summary>
    internal Surplus Surplus { get; } = surplus;

    internal List<Line> Lines { get; } = new(2);

    /// <summary>The lots bought, each with the item that will hold it and the line that it is on; none where nothing is charged now.</summary>
    internal List<(ItemDraft Item, Lot Lot, Line? Line)> Bought { get; } = new(1);

    /// <summary>What was paid for what leaves, no more than which can be refunded, and what was billed for it and is not paid yet.</summary>
    internal (Money Paid, Money Unpaid)? Refundable { get; private set; }

    /// <summary>The promotional credit in the value of what leaves, as far as it has not gone on into what is bought instead.</summary>
    internal Sequence<CreditLot> Promotion { get; private set; }

    /// <summary>What may buy time, exactly, in minor units; zero or more.</summary>
    internal Fraction ExactSurplus { get; private set; }

    /// <summary>What the customer owes, rounded where the policy rounds; negative for a surplus.</summary>
    internal Money Due { get; private set; }

    internal bool SettlesLike(Due when, Surplus surplus) => When == when && Surplus == surplus;

    /// <summary>Remembers what was paid for something that leaves, and what was not.</summary>
    internal void MayRefund(Money paid, Money unpaid) =>
        Refundable = Refundable is { } so ? (so.Paid + paid, so.Unpaid + unpaid) : (paid, unpaid);

    /// <summary>Remembers what of the value of something that leaves is promotional credit, and what of it waits to be paid.</summary>
    internal void Leaves(Sequence<CreditLot> promotion, Money unpaid) =>
        (Promotion, _unpaid) = (Promotions.Join(Promotion, promotion), _unpaid + unpaid.Minor);

    /// <summary>Gives what is charged for the plan, and for all else. Time that a surplus bought is not charged.</summary>
    internal (Money Plan, Money AddOns) BilledFor(ItemDraft? plan, Currency currency)
    {
        var (forPlan, forAddOns) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var (item, lot, _) in Bought)
        {
            forPlan += ReferenceEquals(item, plan) ? lot.Gross : Money.Zero(currency);
            forAddOns += ReferenceEquals(item, plan) ? Money.Zero(currency) : lot.Gross;
        }

        foreach (var line in Lines)
        {
            forPlan += line.Kind == LineKind.TimeBought ? line.Gross : Money.Zero(currency);
        }

        return (forPlan, forAddOns);
    }

    /// <summary>Takes the promotional credit that comes back with a surplus.</summary>
    internal Sequence<CreditLot> TakePromotion(Money surplus)
    {
        (var taken, Promotion) = Promotions.Split(Promotion, surplus);
        return taken;
    }

    /// <summary>Takes what of a value that is passed on waits to be paid.</summary>
    internal Money TakeUnpaid(Money value)
    {
        var taken = Math.Min(_unpaid, value.Minor);
        _unpaid -= taken;
        return Money.OfMinor(taken, value.Currency);
    }

    private bool Apart => Surplus is Surplus.Time { Of: SurplusOf.WholeUnusedValue };

    /// <summary>Rounds the tax of the lines from a place on, and tells the lots bought what tax they were sold with.</summary>
    internal void RoundTax(int from, TaxPolicy tax, Rounding rounding)
    {
        if (!Lines.Exists(line => line.Tax is not null))
        {
            return;
        }

        Line[] before = [.. Lines];
        TaxRounding.Round(Lines, from, tax, rounding, Apart);
        for (var i = 0; i < Bought.Count; i++)
        {
            var (item, lot, line) = Bought[i];
            var place = Array.FindIndex(before, from, one => ReferenceEquals(one, line));
            if (place >= 0 && Lines[place] is { Tax: { } sold } now)
            {
                // Where tax is backed out of the gross, the net is what is left of it.
                var billed = lot.Billed + line!.Amount - now.Amount;
                Bought[i] = (item, lot with { Billed = billed, Paid = billed, Tax = new LotTax { Rate = sold.Rate, Billed = -sold.Amount } }, now);
            }
        }
    }

    /// <summary>Nets the lines, with their tax.</summary>
    /// <param name="rounding">How, and where, the net is rounded.</param>
    /// <param name="tax">How tax is reckoned.</param>
    /// <param name="waiting">What waited for the next invoice and is billed with it.</param>
    /// <param name="beyond">What that is exactly, less what it is: one with the net where the invoice is rounded once.</param>
    /// <returns>What the exact net exceeds what is due by, in minor units, where that waits to be rounded with the next invoice.</returns>
    internal Fraction Net(Rounding rounding, TaxPolicy tax, Money waiting, Fraction beyond)
    {
        RoundTax(0, tax, rounding);
        var currency = waiting.Currency;
        var (exact, gross, rounded, unused) = (Fraction.Zero, Fraction.Zero, Money.Zero(currency), Fraction.Zero);
        var taxed = Money.Zero(currency);
        foreach (var line in Lines)
        {
            if (Apart && line.OfTheSold && !line.Forfeited)
            {
                unused += line.ExactGross;
            }
            else if (!line.Forfeited)
            {
                exact += line.Exact;
                gross += line.ExactGross;
                rounded += line.Gross;
                taxed += line.Gross - line.Amount;
            }
        }

        ExactSurplus = Apart ? unused : Fraction.Max(Fraction.Zero, gross);
        var (net, beside) = tax.Charged.Base == TaxBase.Net ? (-exact, taxed) : (-gross, Money.Zero(currency));
        if (rounding.Stage != RoundingStage.Invoice)
        {
            Due = rounding.ByLine ? -rounded : Money.Round(net, currency, rounding.Mode) - beside;
            return Fraction.Zero;
        }

        net += waiting.Exact + beyond;
        var whole = Money.Round(net, currency, rounding.Mode);
        Due = whole - waiting - beside;
        var remainder = net - whole.Exact;
        return Waits(Due.IsZero ? remainder.Sign : Math.Sign(Due.Minor)) ? remainder : Fraction.Zero;
    }

    /// <summary>Whether what is due, or a surplus, waits for the next invoice.</summary>
    private bool Waits(int sign) => sign > 0 ? When == SubscriptionMath.Due.NextInvoice : sign < 0 && Surplus is Surplus.NextInvoice;

    /// <summary>Gives the lots bought to their items, with what was paid for them and what of it was carried from what they replace.</summary>
    /// <param name="due">What the lines come to.</param>
    /// <param name="deferred">Whether that waits for the next invoice.</param>
    /// <param name="drawn">The promotional credit that was drawn for it.</param>
    /// <returns>The promotional credit that paid for something else.</returns>
    internal Sequence<CreditLot> HandOver(Money due, bool deferred, Sequence<CreditLot> drawn)
    {
        var billed = Money.Zero(due.Currency);
        foreach (var (_, lot, _) in Bought)
        {
            billed += lot.Gross;
        }

        var carried = HasCredit && due < billed ? billed - (due.IsPositive ? due : Money.Zero(due.Currency)) : Money.Zero(due.Currency);
        var parts = carried.IsZero ? default : carried.Split(Weights(), SplitMethod.LargestRemainder);
        for (var i = 0; i < Bought.Count; i++)
        {
            var (item, lot, line) = Bought[i];
            var part = carried.IsZero ? carried : parts[i];
            var passedOn = TakePromotion(part);
            var unpaid = TakeUnpaid(part - Promotions.Sum(passedOn, part.Currency));
            (var pays, drawn) = deferred ? (default, drawn) : Promotions.Split(drawn, lot.Gross - part);
            var held = part.IsZero && !deferred && pays.IsEmpty
                ? lot
                : (lot with
                {
                    Carried = lot.NetOf(part - unpaid),
                    Paid = deferred ? lot.NetOf(part - unpaid) : lot.Billed - lot.NetOf(unpaid),
                    AwaitsInvoice = deferred || unpaid.IsPositive,
                }).PaidBy(Promotions.Join(passedOn, pays));
            if (line?.Kind == LineKind.SetUp)
            {
                item.SetUp = held;
            }
            else
            {
                item.Lots.Add(held);
            }
        }

        return drawn;
    }

    private bool HasCredit => Lines.Exists(line => line.GivesBack && !line.Forfeited);

    private long[] Weights()
    {
        var weights = new long[Bought.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Bought[i].Lot.Gross.Minor;
        }

        return weights;
    }
}
