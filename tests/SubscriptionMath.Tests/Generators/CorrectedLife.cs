namespace SubscriptionMath.Tests.Generators;

/// <summary>A life, and what should have been held since so many days before it is looked at.</summary>
public sealed record CorrectedLife(Life Life, Wish Wish, int DaysBack)
{
    public static Arbitrary<CorrectedLife> Arbitrary() => Arb.From(
        from any in WholeLives.Arbitrary().Generator
        from deeds in Gen.Elements(0, 0, 0, 1, 3)
        let life = any with { Deeds = [.. any.Deeds.Take(deeds)], Months = Math.Max(9, any.Months) }
        from wish in Stories.Wishes(life.Policy, life.Story.Catalog)
        from days in Gen.Choose(0, 150)
        select new CorrectedLife(life, wish, days),
        corrected => WholeLives.Simpler(corrected.Life).Where(life => life.Story.Catalog == corrected.Life.Story.Catalog).Select(life => corrected with { Life = life }));
}
