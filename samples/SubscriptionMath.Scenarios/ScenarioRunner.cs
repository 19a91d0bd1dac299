namespace SubscriptionMath.Scenarios;

/// <summary>Plays scenarios: prices what each step asks for, accepts it unless its payment fails, and compares the figures.</summary>
public static class ScenarioRunner
{
    /// <summary>Plays a scenario with its variants.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="ScenarioException">A step cannot be priced at all; a refusal by the policy is no such error.</exception>
    public static ScenarioOutcome Play(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new ScenarioOutcome(scenario, [.. scenario.Runs.Select(run => Play(scenario, run))]);
    }

    private static RunOutcome Play(Scenario scenario, ScenarioRun run)
    {
        var subscription = Subscription.NotStarted(scenario.Id, run.Currency.Code, run.Zone) with { QuotaAnchor = run.QuotaAnchor };
        var (credit, steps) = (run.Credit, new List<StepOutcome>());
        foreach (var step in run.Steps)
        {
            var played = Play(scenario, run, step, subscription, credit);
            steps.Add(played);
            (subscription, credit) = (played.After, played.CreditAfter);
        }

        return new RunOutcome(run, steps);
    }

    private static StepOutcome Play(Scenario scenario, ScenarioRun run, ScenarioStep step, Subscription subscription, MoneyCredit credit)
    {
        var facts = new Facts { Credit = credit, MembersInUse = step.Members, AskedBy = step.AskedBy };
        try
        {
            var before = subscription with { Grants = UsageBurn.Burn(subscription.Grants, step, scenario.File) };
            var cart = CartOf(before, step, scenario.File);
            var change = new Change { Cart = cart, Timing = step.Wish.Timing };
            var answer = Billing.Price(before, change, facts, run.Catalog, run.Policy, step.On);
            var accepted = answer is Quote quote && !step.PaymentFails ? Billing.Accept(before, quote, facts).OrThrow() : null;
            var outcome = new StepOutcome
            {
                Run = run,
                Step = step,
                Cart = cart,
                Answer = answer,
                Before = before,
                After = accepted?.Subscription ?? before,
                CreditBefore = credit,
                CreditAfter = accepted?.Credit ?? credit,
            };
            return outcome with { Mismatches = Figures.Compare(outcome) };
        }
        catch (ArgumentOutOfRangeException wrong) when (wrong.ParamName == "at")
        {
            throw new ScenarioException(scenario.File, $"{step.Path}.on", "a moment within the current term", JsonCursor.Sentence(wrong), wrong);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            throw new ScenarioException(scenario.File, step.Path, "a step that can be priced", JsonCursor.Sentence(wrong), wrong);
        }
    }

    private static Cart CartOf(Subscription before, ScenarioStep step, string file)
    {
        if (step.IsPurchase != before.Plan is null)
        {
            throw step.IsPurchase
                ? new ScenarioException(file, $"{step.Path}.buy", "\"change\", since a plan is held", "\"buy\"")
                : new ScenarioException(file, $"{step.Path}.change", "\"buy\", since nothing is held yet", "\"change\"");
        }

        var wish = step.Wish;
        var today = step.IsPurchase ? Cart.Of(wish.PlanId!, wish.Every!.Value) : before.Cart();
        return today with
        {
            PlanId = wish.PlanId ?? today.PlanId,
            Every = wish.Every ?? today.Every,
            Quantity = wish.Quantity ?? today.Quantity,
            AddOns = wish.AddOns is { } addOns ? [.. addOns] : today.AddOns,
        };
    }
}
