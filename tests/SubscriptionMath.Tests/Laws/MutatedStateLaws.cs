using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace SubscriptionMath.Tests.Laws;

/// <summary>State that the check passes can be priced: mutations of the JSON of generated subscriptions are refused when they are read, or never throw.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "A law keeps no secret; it has to be the same for a seed.")]
public sealed class MutatedStateLaws
{
    [Law]
    public void State_that_the_check_passes_never_throws_in_pricing(Life life, PositiveInt seed)
    {
        var steps = life.Play().Steps;
        if (steps.IsEmpty)
            return;

        var random = new Random(seed.Get);
        var step = steps[random.Next(steps.Count)];
        for (var i = 0; i < 4; i++)
        {
            var text = Mutated(step.Subscription, random);
            if (Read(text) is { } read)
                Ask(life, read, step.At, text);
        }
    }

    private static Subscription? Read(string text)
    {
        try
        {
            return BillingJson.Read<Subscription>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Ask(Life life, Subscription held, Instant at, string text)
    {
        var (facts, catalog, policy) = (life.Facts, life.Story.Catalog, life.Policy);
        var instants = held.Plan is { } plan ? new[] { plan.Term.Start, at, plan.Term.End - Duration.Epsilon, plan.Term.End } : [at];
        foreach (var instant in instants.Where(instant => !(instant < held.Term?.Start)).Distinct())
        {
            Try("cancel", () => Billing.Price(held, Change.Cancel(), facts, catalog, policy, instant));
            foreach (var plans in catalog.Plans)
                Try($"change to {plans.Id}", () => Billing.Price(held, Change.To(Cart.Of(plans.Id, BillingInterval.Month) with { Quantity = 2 }), facts, catalog, policy, instant));
            if (held.Plan is not null)
            {
                Try("withdraw", () => Billing.Price(held, Change.To(held.Cart()), facts, catalog, policy, instant));
                Try("more", () => Billing.Price(held, Change.To(held.Cart() with { Quantity = held.Plan.Quantity == int.MaxValue ? 1 : held.Plan.Quantity + 1, AddOns = [] }), facts, catalog, policy, instant));
                Try("pause", () => Billing.Price(held, Change.To(held.Cart() with { Paused = true }), facts, catalog, policy, instant));
                Try("renew", () => Billing.Renew(held, facts, catalog, policy, instant));
                Try("collect", () => Billing.Collect(held, facts, policy, instant));
            }

            Try("spend", () => Billing.Spend(held, "calls", 3m, policy, instant));
            Try("worth", () => Billing.UnusedValue(held, UnusedValue.OfAllLots, Measure.Days, RoundingMode.HalfAwayFromZero, instant));
        }

        Try("next", () => Lifecycle.PriceNext(held, facts, catalog, policy));

        void Try(string what, Action asked)
        {
#pragma warning disable CA1031 // Whatever is thrown is the counterexample.
            try
            {
                asked();
            }
            catch (OverflowException)
            {
                // Its message is its own.
            }
            catch (Exception thrown)
            {
                Assert.Fail($"{what}: {thrown}\n{text}");
            }
#pragma warning restore CA1031
        }
    }

    private static string Mutated(Subscription held, Random random)
    {
        var root = JsonNode.Parse(BillingJson.Write(held))!;
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var leaves = new List<Action>();
            Collect(root, leaves, random);
            if (leaves.Count > 0)
                leaves[random.Next(leaves.Count)]();
        }

        return root.ToJsonString();
    }

    private static void Collect(JsonNode node, List<Action> changes, Random random)
    {
        if (node is JsonObject noun)
        {
            foreach (var (name, value) in noun.ToArray())
            {
                if (value is JsonArray or JsonObject)
                    Collect(value, changes, random);
                else if (name is not ("id" or "productId" or "currency" or "zone" or "kind") && value is JsonValue leaf)
                    changes.Add(() => noun[name] = Other(leaf, random));

                if (name is not ("id" or "version"))
                    changes.Add(() => noun.Remove(name));
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                var place = i;
                if (list[i] is JsonArray or JsonObject)
                    Collect(list[i]!, changes, random);

                changes.Add(() => list.RemoveAt(place));
                changes.Add(() => list.Add(list[place]!.DeepClone()));
            }
        }
    }

    private static JsonNode Other(JsonValue leaf, Random random)
    {
        if (leaf.TryGetValue<bool>(out var flag))
            return !flag;

        if (leaf.GetValueKind() == JsonValueKind.Number)
            return leaf.GetValue<decimal>() + random.Next(-2, 3);

        var text = leaf.GetValue<string>();
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? InstantPattern.ExtendedIso.Format(Moved(parsed.Value, random))
            : text.Length > 4 && text[3] == ' ' && text[..3].All(char.IsAsciiLetterUpper) ? $"{text.Split(' ')[0]} {random.Next(0, 300)}"
            : text;
    }

    private static Instant Moved(Instant instant, Random random) => instant + random.Next(6) switch
    {
        0 => Duration.Epsilon,
        1 => -Duration.Epsilon,
        2 => Duration.FromDays(random.Next(-40, 41)),
        3 => Duration.FromHours(random.Next(-30, 31)),
        4 => Duration.FromDays(random.Next(-800, 801)),
        _ => Duration.FromDays(31),
    };
}
