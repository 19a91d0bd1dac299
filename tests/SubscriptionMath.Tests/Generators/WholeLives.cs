namespace SubscriptionMath.Tests.Generators;

/// <summary>Generators and shrinkers of lives, with commands and failing payments at the boundaries, beside them and anywhere.</summary>
internal static class WholeLives
{
    private static readonly Gen<Age> Ages =
        from months in Gen.Frequency((3, Gen.Choose(0, 4)), (2, Gen.Choose(0, 25)))
        from days in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Elements(-7, -3, -1, 1, 14)), (3, Gen.Choose(0, 30)))
        from minutes in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(-1, 1439)))
        select Positive(new Age(months, days, minutes));

    private static readonly Gen<RequestedTiming?> Timings = Gen.Elements<RequestedTiming?>(null, RequestedTiming.Now, RequestedTiming.AtPeriodEnd);

    private static readonly Gen<Sequence<Dunning>> Dunnings = Gen.Frequency(
        (2, Gen.Constant(default(Sequence<Dunning>))),
        (3, (from at in Ages
             from days in Gen.Frequency((3, Gen.Choose(1, 12)), (1, Gen.Choose(20, 90)))
             select new Dunning(at, days)).ListOf().Resize(3).Select(list => Sequence.Of<Dunning>([.. list]))));

    internal static Gen<Life> Of(Gen<NamedPolicy> policies) =>
        from story in Stories.Of(policies)
        from count in Gen.Choose(0, 8)
        from deeds in Deeds(story).ListOf(count)
        from failing in Dunnings
        from months in Gen.Choose(0, 26)
        from others in Gen.Elements(0, 0, 1)
        select new Life { Story = story with { Steps = [] }, Deeds = [.. deeds], Failing = failing, Months = months, Others = others };

    internal static Arbitrary<Life> Arbitrary() => Arb.From(Of(LifePolicies.Any), Simpler);

    internal static IEnumerable<Life> Simpler(Life life) => Candidates(life).Where(simpler => simpler != life);

    private static IEnumerable<Life> Candidates(Life life)
    {
        if (life.Months > 0)
        {
            yield return life with { Months = life.Months / 2 };
            yield return life with { Months = life.Months - 1 };
        }

        yield return life with { Failing = [] };
        for (var i = 0; i < life.Failing.Count; i++)
            yield return life with { Failing = [.. life.Failing.Where((_, place) => place != i)] };

        for (var i = 0; i < life.Deeds.Count; i++)
            yield return life with { Deeds = [.. life.Deeds.Where((_, place) => place != i)] };

        yield return life with { Others = 0 };
        foreach (var policy in LifePolicies.Simpler(life.Story.Policy))
            yield return life with { Story = life.Story with { Policy = policy } };

        foreach (var story in Stories.Simpler(life.Story))
            yield return life with { Story = story };

        for (var i = 0; i < life.Story.Catalog.AddOns.Count; i++)
        {
            if (life.Story.Catalog.AddOns[i].RunsOut)
                yield return life with { Story = life.Story with { Catalog = life.Story.Catalog with { AddOns = [.. life.Story.Catalog.AddOns.Select((addOn, place) => place == i ? addOn with { RunsOut = false } : addOn)] } } };
        }

        for (var i = 0; i < life.Deeds.Count; i++)
        {
            foreach (var deed in Simpler(life.Deeds[i]))
                yield return life with { Deeds = [.. life.Deeds.Select((other, place) => place == i ? deed : other)] };
        }
    }

    private static IEnumerable<Deed> Simpler(Deed deed)
    {
        var when = deed.When;
        if (when.Minutes != 0)
            yield return deed with { When = when with { Minutes = 0 } };

        if (when.Days != 0)
            yield return deed with { When = when with { Days = 0 } };

        if (when.Months != 0)
            yield return deed with { When = when with { Months = when.Months / 2 } };

        if (deed.Timing is not null)
            yield return deed with { Timing = null };

        if (deed is { Verb: Verb.Pause, Wish.InDays: not null })
            yield return deed with { Wish = new Wish() };

        if (deed.Verb == Verb.Ask)
        {
            foreach (var wish in new[] { deed.Wish with { Plan = null }, deed.Wish with { Interval = null }, deed.Wish with { Seats = null }, deed.Wish with { AddOns = [] }, deed.Wish with { AddOnsFollow = false } }.Where(wish => wish != deed.Wish))
                yield return deed with { Wish = wish };
        }
    }

    private static Gen<Deed> Deeds(Story story) =>
        from when in Ages
        from verb in Gen.Frequency(
            (8, Gen.Constant(Verb.Ask)),
            (2, Gen.Constant(Verb.Cancel)),
            (2, Gen.Constant(Verb.Pause)),
            (2, Gen.Constant(Verb.Resume)),
            (1, Gen.Constant(Verb.Withdraw)),
            (1, Gen.Constant(Verb.Renew)),
            (1, Gen.Constant(Verb.Collect)),
            (1, Gen.Constant(Verb.Move)))
        from wish in Stories.Wishes(story.Policy.Policy, story.Catalog)
        from timing in Timings
        from own in Gen.Elements(true, true, false)
        from billed in Gen.Choose(0, 60)
        from rests in Gen.Elements<int?>(null, null, 0, 1, 9, 10, 45, 100)
        select new Deed(when, verb, Of(verb, wish, billed, rests), own && verb == Verb.Ask ? wish.Timing : timing);

    /// <summary>The wish of a deed: a cart, a later billing, or the days of a pause.</summary>
    private static Wish Of(Verb verb, Wish wish, int billed, int? rests) => verb switch
    {
        Verb.Ask => wish with { Timing = null },
        Verb.Move => new Wish { BilledIn = billed },
        Verb.Pause => new Wish { InDays = rests },
        _ => new Wish(),
    };

    private static Age Positive(Age age) => age.IsNegative ? default : age;
}
