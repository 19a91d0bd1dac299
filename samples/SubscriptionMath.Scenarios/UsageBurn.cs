namespace SubscriptionMath.Scenarios;

/// <summary>Burns the usage credits that a step says were used: earliest expiry first, then the plan's own before those of add-ons.</summary>
internal static class UsageBurn
{
    internal static Sequence<Grant> Burn(Sequence<Grant> grants, ScenarioStep step, Instant at, string file)
    {
        Grant[] burned = [.. grants];
        foreach (var used in step.Used)
        {
            var rest = used.Units;
            foreach (var place in Order(burned, used.Kind))
            {
                var taken = decimal.Min(rest, burned[place].LeftAt(at));
                burned[place] = burned[place] with { Used = burned[place].Used + taken };
                rest -= taken;
            }

            if (rest > 0m)
            {
                throw new ScenarioException(
                    file, used.Path, $"at most the {Spelling.Units(used.Units - rest)} that are left", Spelling.Units(used.Units));
            }
        }

        return [.. burned];
    }

    private static IEnumerable<int> Order(Grant[] grants, string kind) => Enumerable.Range(0, grants.Length)
        .Where(place => grants[place].Kind == kind)
        .OrderBy(place => grants[place].Expires ?? Instant.MaxValue)
        .ThenBy(place => grants[place].Source == GrantSource.AddOn);
}
