namespace SubscriptionMath.Tests.PolicyChecks;

/// <summary>
/// Questions to a subscription at every turn of a life: each change of a cart, each end, pause, use and renewal, at an instant of the turn and
/// within the term; what is accepted then lives on for a year, in the catalog and in a dearer and a cheaper one.
/// </summary>
internal sealed class Probes
{
    private static readonly RequestedTiming?[] Timings = [null, RequestedTiming.Now, RequestedTiming.AtPeriodEnd];

    private readonly List<Func<BillingPolicy, object>> _asked = [];

    private Probes(Life life)
    {
        Life = life;
        Ask(life.Unborn, life.Story.Start, [.. Carts(null).Select(Change.To)]);
        foreach (var step in AnswerSearch.Play(life, life.Policy))
        {
            if (step.Subscription.Plan is null || step.Outcome is not (Outcome.Accepted or Outcome.AcceptedAndOwed))
                continue;

            var next = Lifecycle.NextEvent(step.Subscription, life.Facts, life.Policy)?.At ?? step.At + Duration.FromDays(30);
            Ask(step.Subscription, step.At, [.. Changes(step.Subscription, step.At)]);
            if (next > step.At)
                Ask(step.Subscription, step.At + ((next - step.At) * 2 / 5), [.. Changes(step.Subscription, step.At)]);
        }
    }

    private Life Life { get; }

    /// <summary>The lives whose turns are asked, one life after the other, so that a difference that comes early costs little.</summary>
    internal static IReadOnlyList<Probes> Of(IEnumerable<Life> lives, BillingPolicy policy) =>
    [
        .. lives.Where(life => PolicyCheck.Contradictions(policy, life.Story.Catalog).IsEmpty)
            .Select(life => new Probes(life with { Story = life.Story with { Policy = new NamedPolicy(policy.Name, policy, false) } })),
    ];

    /// <summary>Whether some question has another answer under another policy.</summary>
    internal bool Tell(BillingPolicy policy, BillingPolicy other) =>
        PolicyCheck.Contradictions(other, Life.Story.Catalog).IsEmpty && _asked.Exists(ask => !Equals(Exact(ask, policy), Exact(ask, other)));

    private static object Exact(Func<BillingPolicy, object> ask, BillingPolicy policy)
    {
        try
        {
            return ask(policy);
        }
        catch (OverflowException)
        {
            return "beyond 128 bits";
        }
        catch (ArgumentException error) when (AnswerSearch.LacksTaxes(error, policy))
        {
            return "no rates of tax";
        }
    }

    private void Ask(Subscription held, Instant at, IReadOnlyList<Change> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var (change, facts, catalog) = (changes[i], FactsOf(i, at), CatalogOf(i));
            _asked.Add(policy => OnFrom(Billing.Price(held, change, facts, Life.Story.Catalog, policy, at), held, facts, catalog, policy));
        }

        if (held.Plan is null)
            return;

        _asked.Add(policy => Billing.Renew(held, FactsOf(1, at), Life.Story.Catalog, policy, at) is var ahead ? OnFrom(ahead, held, FactsOf(1, at), CatalogOf(1), policy) : "");
        _asked.Add(policy => Billing.UnusedCredit(held, FactsOf(2, at), policy, at));
        foreach (var kind in held.Grants.Select(grant => grant.Kind).Distinct())
        {
            foreach (var units in new[] { 1m, 7.5m, 5000m })
            {
                _asked.Add(policy =>
                {
                    var spending = Billing.Spend(held, kind, units, policy, at);
                    return spending is Spent spent
                        ? (spent, Lifecycle.Advance(spent.Subscription, Life.Facts, CatalogOf(2), policy, at + Duration.FromDays(100)).Steps)
                        : spending;
                });
            }
        }
    }

    /// <summary>The answer, and the year after its acceptance, in which the customer stays, or goes after three months.</summary>
    private static (Answer Answer, Sequence<TimelineStep> Later) OnFrom(Answer answer, Subscription held, Facts facts, Catalog catalog, BillingPolicy policy)
    {
        if (answer is not Quote quote || Billing.Accept(held, quote, facts) is not Accepted accepted)
            return (answer, default);

        var later = facts with { Credit = accepted.Credit };
        return (answer, Lifecycle.Advance(accepted.Subscription, later, catalog, policy, quote.At + Duration.FromDays(400)).Steps);
    }

    private IEnumerable<Change> Changes(Subscription held, Instant at)
    {
        var today = held.Cart();
        foreach (var timing in Timings)
        {
            yield return Change.Cancel(timing);
            yield return Change.To(today with { Paused = true }) with { Timing = timing };
            foreach (var cart in Carts(today))
                yield return Change.To(cart) with { Timing = timing };
        }

        yield return Change.To(today with { Paused = true, PausedUntil = at + Duration.FromDays(45) });
        yield return Change.To(today with { Paused = false });
        yield return Change.Cancel() with { Date = at + Duration.FromDays(20) };
        yield return Change.To(today with { Quantity = today.Quantity + 1 }) with { Date = at + Duration.FromDays(20) };
        yield return Change.To(today) with { NextBilling = held.Plan!.Term.End + Duration.FromDays(9) };
        if (held.Plan.Term.End - Duration.FromDays(5) > at)
            yield return Change.To(today) with { NextBilling = held.Plan.Term.End - Duration.FromDays(5) };
    }

    private IEnumerable<Cart> Carts(Cart? today)
    {
        foreach (var plan in Life.Story.Catalog.Plans.AsEnumerable())
        {
            foreach (var price in plan.Prices.AsEnumerable().Where(price => price.Currency == Currency.Of(Life.Story.Currency)))
            {
                var cart = (today ?? Cart.Of(plan.Id, price.Interval)) with { PlanId = plan.Id, Interval = price.Interval };
                yield return cart;
                yield return cart with { AddOns = [.. plan.AddOns.Take(2).Select(id => new CartAddOn { Id = id, Quantity = 2 })] };
                yield return cart with { AddOns = [], Discounts = [Discount.OfPercent("twenty", 20m) with { Periods = 2 }, Discount.OfAmount("five", Money.OfMinor(500, Life.Story.Currency))] };
            }
        }

        if (today is null)
            yield break;

        foreach (var quantity in new[] { today.Quantity - 1, today.Quantity + 1, today.Quantity + 3, 1 }.Where(units => units > 0 && units != today.Quantity))
            yield return today with { Quantity = quantity };
        yield return today with { AddOns = [.. today.AddOns.Skip(1)] };
        yield return today with { AddOns = [.. today.AddOns.Select(entry => entry with { Quantity = entry.Quantity + 1 })] };
        yield return today with { AddOns = [.. today.AddOns.Select(entry => entry with { Quantity = Math.Max(1, entry.Quantity - 1) })] };
    }

    /// <summary>Each third question has credit of its own: paid and promotional, some of which expires soon.</summary>
    private Facts FactsOf(int place, Instant at) => (place % 3) switch
    {
        0 => Life.Facts,
        1 => Life.Facts with
        {
            Credit = new()
            {
                Lots =
                [
                    Lot(700, CreditSource.Paid, at + Duration.FromDays(12), 2), Lot(900, CreditSource.Promotion, at + Duration.FromDays(40), 1), Lot(5000, CreditSource.Promotion, null, null),
                    Lot(1100, CreditSource.Paid, null, null),
                ],
            },
        },
        _ => Life.Facts with { MembersInUse = 3, OtherSubscriptions = 1, AskedBy = Roles.Member, Taxes = TaxRates.Of(new TaxRate { Name = "VAT", Percent = 20.6m }) },
    };

    private CreditLot Lot(long minor, CreditSource source, Instant? expires, int? priority) =>
        new() { Left = Money.OfMinor(minor, Life.Story.Currency), Source = source, Expires = expires, Priority = priority };

    private Catalog CatalogOf(int place) => (place % 3) switch
    {
        0 => Life.Story.Catalog,
        1 => Times(1.3m),
        _ => Times(0.7m),
    };

    private Catalog Times(decimal factor) => Life.Story.Catalog with
    {
        Plans = [.. Life.Story.Catalog.Plans.Select(plan => plan with { Prices = [.. plan.Prices.Select(price => price.Times(factor))] })],
        AddOns = [.. Life.Story.Catalog.AddOns.Select(addOn => addOn with { Prices = [.. addOn.Prices.Select(price => price.Times(factor))] })],
    };
}
