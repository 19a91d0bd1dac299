namespace SubscriptionMath;

/// <summary>The lines that are netted together: those that are due at the same time and whose surplus goes the same way.</summary>
internal sealed class Bill(Due when, Surplus surplus)
{
    /// <summary>When what is due is paid.</summary>
    internal Due When { get; } = when;

    /// <summary>What becomes of a surplus.</summary>
    internal Surplus Surplus { get; } = surplus;

    internal List<Line> Lines { get; } = new(2);

    /// <summary>The lots bought, each with the item that will hold it.</summary>
    internal List<(ItemDraft Item, Lot Lot)> Bought { get; } = new(1);

    /// <summary>What was paid for what leaves: no more than that can be refunded.</summary>
    internal Money? Refundable { get; private set; }

    /// <summary>The promotional credit in the value of what leaves, as far as it has not gone on into what is bought instead.</summary>
    internal Sequence<CreditLot> Promotion { get; private set; }

    /// <summary>What may buy time, exactly, in minor units; zero or more.</summary>
    internal Fraction ExactSurplus { get; private set; }

    /// <summary>What the customer owes, rounded where the policy rounds; negative for a surplus.</summary>
    internal Money Due { get; private set; }

    internal bool SettlesLike(Due when, Surplus surplus) => When == when && Surplus == surplus;

    /// <summary>Remembers what was paid for something that leaves.</summary>
    internal void Leaves(Money paid) => Refundable = Refundable is { } so ? so + paid : paid;

    /// <summary>Remembers what of the value of something that leaves is promotional credit.</summary>
    internal void Leaves(Sequence<CreditLot> promotion) => Promotion = Promotions.Join(Promotion, promotion);

    /// <summary>Gives what is charged for the plan, and for all else. Time that a surplus bought is not charged.</summary>
    internal (Money Plan, Money AddOns) BilledFor(ItemDraft? plan, Currency currency)
    {
        var (forPlan, forAddOns) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var (item, lot) in Bought)
        {
            forPlan += ReferenceEquals(item, plan) ? lot.Billed : Money.Zero(currency);
            forAddOns += ReferenceEquals(item, plan) ? Money.Zero(currency) : lot.Billed;
        }

        foreach (var line in Lines)
        {
            forPlan += line.Kind == LineKind.TimeBought ? line.Amount : Money.Zero(currency);
        }

        return (forPlan, forAddOns);
    }

    /// <summary>Takes the promotional credit that comes back with a surplus.</summary>
    internal Sequence<CreditLot> TakePromotion(Money surplus)
    {
        (var taken, Promotion) = Promotions.Split(Promotion, surplus);
        return taken;
    }

    /// <summary>Nets the lines.</summary>
    internal void Net(Rounding rounding, Currency currency)
    {
        var apart = Surplus is Surplus.Time { Of: SurplusOf.WholeUnusedValue };
        var (exact, rounded, unused) = (Fraction.Zero, Money.Zero(currency), Fraction.Zero);
        foreach (var line in Lines)
        {
            if (apart && line.Kind is LineKind.Unused or LineKind.Conceded or LineKind.Retained && !line.Forfeited)
            {
                unused += line.Exact;
            }
            else if (!line.Forfeited)
            {
                exact += line.Exact;
                rounded += line.Amount;
            }
        }

        ExactSurplus = apart ? unused : Fraction.Max(Fraction.Zero, exact);
        Due = rounding.Stage == RoundingStage.Lines ? -rounded : Money.Round(-exact, currency, rounding.Mode);
    }

    /// <summary>Gives the lots bought to their items, with what was paid for them and what of it was carried from what they replace.</summary>
    /// <param name="due">What the lines come to.</param>
    /// <param name="deferred">Whether that waits for the next invoice.</param>
    /// <param name="drawn">The promotional credit that was drawn for it.</param>
    /// <returns>The promotional credit that paid for something else.</returns>
    internal Sequence<CreditLot> HandOver(Money due, bool deferred, Sequence<CreditLot> drawn)
    {
        var billed = Money.Zero(due.Currency);
        foreach (var (_, lot) in Bought)
        {
            billed += lot.Billed;
        }

        var carried = HasCredit && due < billed ? billed - (due.IsPositive ? due : Money.Zero(due.Currency)) : Money.Zero(due.Currency);
        var parts = carried.IsZero ? default : carried.Split(Weights(), SplitMethod.LargestRemainder);
        for (var i = 0; i < Bought.Count; i++)
        {
            var (item, lot) = Bought[i];
            var part = carried.IsZero ? carried : parts[i];
            var passedOn = TakePromotion(part);
            (var pays, drawn) = deferred ? (default, drawn) : Promotions.Split(drawn, lot.Billed - part);
            item.Lots.Add(part.IsZero && !deferred && pays.IsEmpty
                ? lot
                : lot with
                {
                    Carried = part,
                    Paid = deferred ? part : lot.Billed,
                    Promotion = Promotions.Join(passedOn, pays),
                    AwaitsInvoice = deferred,
                });
        }

        return drawn;
    }

    private bool HasCredit => Lines.Exists(line => line.Kind is LineKind.Unused or LineKind.Conceded && !line.Forfeited);

    private long[] Weights()
    {
        var weights = new long[Bought.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Bought[i].Lot.Billed.Minor;
        }

        return weights;
    }
}
