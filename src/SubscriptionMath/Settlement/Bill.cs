namespace SubscriptionMath;

/// <summary>The lines that are netted together: those that are due at the same time and whose surplus goes the same way.</summary>
internal sealed class Bill(Due when, Surplus surplus)
{
    /// <summary>When what is due is paid.</summary>
    internal Due When { get; } = when;

    /// <summary>What becomes of a surplus.</summary>
    internal Surplus Surplus { get; } = surplus;

    internal List<Line> Lines { get; } = new(2);

    /// <summary>
    /// The lots bought, each with the item that will hold it and the line that it is on; none where nothing is charged now.
    /// </summary>
    internal List<(ItemDraft Item, Lot Lot, Line? Line)> Bought { get; } = new(1);

    /// <summary>How the value of what leaves had been paid.</summary>
    internal Returned Returned { get; private set; }

    /// <summary>
    /// The days of the period that is left of what leaves first, for each of its nominal days, where a surplus buys days.
    /// </summary>
    internal Fraction? DaysLeft { get; set; }

    internal bool SettlesLike(Due when, Surplus surplus) => When == when && Surplus == surplus;

    /// <summary>Remembers how the value of something that leaves had been paid.</summary>
    internal void Leaves(in Returned returned) => Returned = Returned.Plus(returned);

    /// <summary>The charges, as they are settled.</summary>
    internal Charges ToCharges()
    {
        var sold = Bought.Count == 0 ? [] : new SoldLot[Bought.Count];
        for (var i = 0; i < sold.Length; i++)
        {
            var (item, lot, line) = Bought[i];
            sold[i] = new SoldLot(item, lot, line);
        }

        return new Charges(When, Surplus, [.. Lines], sold, Returned);
    }

    /// <summary>Rounds the tax of the lines from a place on, and tells the lots bought what tax they were sold with.</summary>
    internal void RoundTax(int from, TaxPolicy tax, Rounding rounding)
    {
        if (!Lines.Exists(line => line.Tax is not null))
        {
            return;
        }

        Line[] before = [.. Lines];
        TaxRounding.Round(Lines, from, tax, rounding, Surplus.IsApart);
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
}
