namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>Up or down: plans compared by rank, or by what a month of them costs.</content>
internal sealed partial class Reckoning
{
    private Direction Way(Plan plan, Plan heldPlan)
    {
        var (policy, longer) = (_question.Policy.Requests.Direction, Months(_question.Change.Cart!.Interval) - Months(_before.Plan!.SoldAt.Interval));
        if (longer > 0 && policy.Interval == IntervalWeight.LongerFirst)
            return policy.LongerInterval;

        var by = policy.Plans == PlanOrder.Rank ? plan.Rank - heldPlan.Rank : Cost(wanted: true).Minus(Cost(wanted: false)).Top.Sign;
        return by != 0 ? BySign(by)
            : longer == 0 || policy.Interval != IntervalWeight.AmongEquals ? policy.Tie
            : longer > 0 || policy.LongerInterval == Direction.Lateral ? policy.LongerInterval
            : policy.LongerInterval == Direction.Up ? Direction.Down : Direction.Up;

        Rational Cost(bool wanted)
        {
            var (cart, held) = (_question.Change.Cart!, _before.Plan!);
            var cost = wanted ? Of(held, plan.Id, plan.Prices, cart.Interval, cart.Quantity) : PerTime(held.SoldAt, held.Quantity);
            if (policy.Items == ComparedItems.Plan)
                return cost;

            foreach (var addOn in wanted ? cart.AddOns.Where(addOn => plan.AddOns.Contains(addOn.Id) && !plan.Includes.Contains(addOn.Id)) : [])
                cost = cost.Plus(Of(_before.AddOns.FirstOrDefault(item => item.ProductId == addOn.Id), addOn.Id, _question.Situation.Catalog.AddOn(addOn.Id).Prices, addOn.Interval ?? cart.Interval, addOn.Quantity));

            return wanted ? cost : _before.AddOns.Aggregate(cost, (sum, item) => sum.Plus(PerTime(item.SoldAt, item.Quantity)));
        }

        // What is held goes on at its price as sold.
        Rational Of(Item? held, string id, Sequence<Price> prices, BillingInterval interval, int quantity) =>
            PerTime(held?.ProductId == id && held.SoldAt.Interval == interval ? held.SoldAt : prices.Single(price => price.Interval == interval), quantity);

        Rational PerTime(Price price, int quantity) => UnitByUnit.Price(price, quantity).Times(1, policy.Plans == PlanOrder.PricePerTime ? Months(price.Interval) : 1);
    }

    private static int Months(BillingInterval interval) =>
        interval.TotalMonths > 0 ? interval.TotalMonths : throw new NotSupportedException($"{interval} is not compared with months.");

    private static Direction BySign(int sign) => sign > 0 ? Direction.Up : sign < 0 ? Direction.Down : Direction.Lateral;
}
