namespace SubscriptionMath.Tests.Generators;

/// <summary>Money given back outside in a life: when, for which of the lots held, and how much of what is open, in thousandths.</summary>
public sealed record Gift(Age When, int Lot, int PerMille, bool OfTimeLeft);

/// <summary>A life in which money is given back outside.</summary>
public sealed record GivingLife(Life Life, Sequence<Gift> Gifts)
{
    public static Arbitrary<GivingLife> Arbitrary() => Arb.From(
        from life in WholeLives.Arbitrary().Generator
        from gifts in Gifting.NonEmptyListOf().Resize(4)
        select new GivingLife(life, [.. gifts]),
        giving => WholeLives.Simpler(giving.Life).Select(life => giving with { Life = life })
            .Concat(giving.Gifts.Count < 2 ? [] : giving.Gifts.Select((_, i) => giving with { Gifts = [.. giving.Gifts.Where((_, place) => place != i)] })));

    private static Gen<Gift> Gifting { get; } =
        from months in Gen.Choose(0, 12)
        from days in Gen.Choose(0, 30)
        from minutes in Gen.Elements(0, 0, 1, 719)
        from lot in Gen.Choose(0, 5)
        from part in Gen.Elements(0, 1, 333, 500, 999, 1000)
        from left in Gen.Elements(false, true)
        select new Gift(new Age(months, days, minutes), lot, part, left);

    /// <summary>The life with its gifts, and for each gift the number of steps before it, with what was given.</summary>
    public (Timeline Played, IReadOnlyList<Given> Given) Play()
    {
        var (line, given) = (Life.Begin(), new List<Given>());
        foreach (var gift in Gifts.OrderBy(gift => gift.When.After(Life.Story.Start, Life.Story.Zone)))
        {
            var at = gift.When.After(Life.Story.Start, Life.Story.Zone);
            if (at > Life.Until)
                break;

            line = Life.Play(line, at);
            if (Give(line.Subscription, gift, at) is { } one)
            {
                given.Add(one with { Steps = line.Steps.Count });
                line = line with { Subscription = one.After };
            }
        }

        return (Life.Play(line, Life.Until), given);
    }

    /// <summary>What is given of a subscription; null where it holds no lot.</summary>
    public static Given? Give(Subscription held, Gift gift, Instant at)
    {
        var lots = held.AddOns.Append(held.Plan).OfType<Item>().SelectMany(item => item.Lots.Append(item.SetUp)).OfType<Lot>().ToList();
        if (lots.Count == 0)
            return null;

        var lot = lots[gift.Lot % lots.Count];
        var amount = (lot.Gross - lot.GrossOf(lot.Credited)).Share(gift.PerMille);
        return new Given(
            held,
            gift.OfTimeLeft ? Billing.RecordGivenBack(held, lot, amount, Measure.Days, at) : Billing.RecordGivenBack(held, lot, amount),
            lot,
            amount);
    }
}

/// <summary>Money that was given back for a lot, and the subscription before and after it.</summary>
public sealed record Given(Subscription Before, Subscription After, Lot Lot, Money Amount)
{
    /// <summary>The number of steps of the life before it.</summary>
    public int Steps { get; init; }
}

internal static class Thousandths
{
    internal static Money Share(this Money amount, int perMille) =>
        Money.OfMinor((long)((Int128)amount.Minor * perMille / 1000), amount.Currency);
}
