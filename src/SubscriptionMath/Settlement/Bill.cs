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

    /// <summary>What may buy time, exactly, in minor units; zero or more.</summary>
    internal Fraction ExactSurplus { get; private set; }

    /// <summary>What the customer owes, rounded where the policy rounds; negative for a surplus.</summary>
    internal Money Due { get; private set; }

    internal bool SettlesLike(Due when, Surplus surplus) => When == when && Surplus == surplus;

    /// <summary>Remembers what was paid for something that leaves.</summary>
    internal void Leaves(Money paid) => Refundable = Refundable is { } so ? so + paid : paid;

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
    internal void HandOver(Money due, bool deferred)
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
            item.Lots.Add(part.IsZero && !deferred
                ? lot
                : lot with { Carried = part, Paid = deferred ? part : lot.Billed, AwaitsInvoice = deferred });
        }
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
