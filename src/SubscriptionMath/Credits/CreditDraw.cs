using NodaTime;

namespace SubscriptionMath;

/// <summary>Draws an amount on money credit, lot by lot.</summary>
internal static class CreditDraw
{
    /// <summary>Draws as much of an amount as there is.</summary>
    /// <returns>What was drawn, from zero to the amount.</returns>
    internal static Money Draw(MoneyCredit credit, Money amount, DrawOrder order, Instant at, out MoneyCredit after)
    {
        var rest = amount;
        var lots = credit.Lots.AsSpan().ToArray();
        while (rest.IsPositive && Next(lots, order, at) is var next and >= 0)
        {
            var taken = lots[next].Left < rest ? lots[next].Left : rest;
            lots[next] = lots[next] with { Left = lots[next].Left - taken };
            rest -= taken;
        }

        after = new MoneyCredit { Lots = [.. lots.Where(lot => lot.Left.IsPositive)] };
        return amount - rest;
    }

    internal static MoneyCredit Add(MoneyCredit credit, Money amount) =>
        new() { Lots = credit.Lots.Plus(new CreditLot { Left = amount, Source = CreditSource.Paid, Expires = null }) };

    private static int Next(CreditLot[] lots, DrawOrder order, Instant at)
    {
        var best = -1;
        for (var i = 0; i < lots.Length; i++)
        {
            var usable = lots[i].LeftAt(at).IsPositive;
            if (usable && (best < 0 || (order == DrawOrder.SoonestExpiryFirst && Sooner(lots[i].Expires, lots[best].Expires))))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool Sooner(Instant? one, Instant? other) => one is { } first && (other is not { } second || first < second);
}
