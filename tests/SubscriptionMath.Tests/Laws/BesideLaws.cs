namespace SubscriptionMath.Tests.Laws;

/// <summary>What stands beside a product and has nothing to do with it changes none of its lines, over whole lives.</summary>
public sealed class BesideLaws
{
    [Law]
    public void An_add_on_that_is_held_all_along_changes_no_line_of_the_others(Life life)
    {
        if (Shares(life))
            return;

        var alone = life with { Failing = [] };
        var besides = alone with { Story = WithAddOn(life.Story) };
        Assert.Equal(Lines(alone), Lines(besides));
    }

    [Law]
    public void Usage_credits_of_another_kind_change_no_line_and_no_credit_of_the_others(Life life)
    {
        var besides = life with { Story = life.Story with { Catalog = life.Story.Catalog with { Plans = [.. life.Story.Catalog.Plans.Select(plan => plan with { Allowances = [.. plan.Allowances, Shops.Credits(Beside, 40)] })] } } };
        Assert.Equal(Lines(life), Lines(besides));
        Assert.Equal(Credits(life), Credits(besides));
    }

    [Law]
    public void A_discount_on_what_is_not_held_changes_no_line(Life life)
    {
        var besides = life with { Story = life.Story with { First = life.Story.First with { Discounts = [.. life.Story.First.Discounts, Discount.OfPercent(Beside, 50m) with { ProductId = Beside, Periods = 2 }] } } };
        Assert.Equal(Lines(life), Lines(besides));
    }

    private const string Beside = "beside";

    /// <summary>
    /// Whether the products of a cart share something: a surplus that buys time, a net that is waived, money that paid for them together, a discount on all, a direction
    /// that all of them decide, or an interval that the add-on would follow by a rule of its own.
    /// </summary>
    private static bool Shares(Life life) =>
        life.Story.BuysTime || life.Policy.Rules.Any(rule => rule is Rule.Treated { Then.PaymentTiming: PaymentTiming.Waived }) || life.Policy.Requests.Direction.Items != ComparedItems.Plan
        || life.Policy.Rules.OfType<Rule.Treated>().Select(rule => rule.Then.Unused).Append(life.Policy.AddOns.EndedValue).Any(unused => unused is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney })
        || life.Story.First.Discounts.Concat(life.Deeds.SelectMany(deed => deed.Wish.Discounts ?? default)).Any(discount => discount.ProductId is null)
        || life.Deeds.Any(deed => deed.Wish.Interval is not null);

    private static Story WithAddOn(Story story)
    {
        var prices = story.Catalog.Plans.SelectMany(plan => plan.Prices).Select(price => price.Interval).Distinct()
            .Select(interval => Price.Of(12m * (interval.TotalMonths > 0 ? interval.TotalMonths : 1), story.Currency, interval));
        return story with
        {
            Catalog = story.Catalog with
            {
                Plans = [.. story.Catalog.Plans.Select(plan => plan with { AddOns = [.. plan.AddOns, Beside] })],
                AddOns = [.. story.Catalog.AddOns, new AddOn { Id = Beside, Name = Beside, Prices = [.. prices] }],
            },
            First = story.First with { AddOns = [.. story.First.AddOns, new CartAddOn { Id = Beside }] },
        };
    }

    private static List<string> Lines(Life life) =>
    [
        .. from taken in LifeLaws.Taken(life)
           from line in taken.Quote.Lines
           where line.Product != Beside
           select $"{taken.Step.At} {line.Kind} {line.Quantity} x {line.Product} {line.Covers} {line.Share} = {line.Exact} {line.Forfeited}",
    ];

    private static List<string> Credits(Life life) =>
    [
        .. from taken in LifeLaws.Taken(life)
           from effect in taken.Quote.Grants
           where effect.Credit != Beside
           select $"{taken.Step.At} {effect.Kind} {effect.Units} {effect.Credit} of {effect.ProductId}",
    ];
}
