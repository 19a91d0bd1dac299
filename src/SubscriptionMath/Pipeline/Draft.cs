using NodaTime;

namespace SubscriptionMath;

/// <summary>A subscription as it will be, and the bills that lead to it, while the rooms work on both.</summary>
internal sealed partial class Draft
{
    private readonly Facts _facts;
    private readonly List<Bill> _bills = new(1);
    private bool _billsWaiting;
    private bool _terminated;
    private bool _ended;
    private bool _expiresCredit;
    private bool _taxesRead;
    private readonly bool _boundary;
    private bool _touched;
    private GrantLedger? _grants;
    private bool _timeLeftRead;
    private List<string>? _endedAddOns;

    /// <param name="before">The subscription as it is.</param>
    /// <param name="facts">What only the caller knows.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="moment">The instant that divides what was from what will be.</param>
    /// <param name="boundary">Whether a term ends at the moment.</param>
    internal Draft(Subscription before, Facts facts, BillingPolicy policy, Instant moment, bool boundary)
    {
        (Before, _facts, Policy, Moment) = (before, facts, policy, moment);
        (Status, Anchor, Trial, Pending, Pause) = (before.Status, before.Anchor, before.Trial, before.Pending, before.Pause);
        Discounts = before.Discounts;
        _boundary = boundary;
        Plan = before.Plan is { } plan ? ItemDraft.Of(plan) : null;
        foreach (var addOn in before.AddOns)
        {
            AddOns.Add(ItemDraft.Of(addOn));
        }
    }

    internal Subscription Before { get; }

    internal BillingPolicy Policy { get; }

    internal Instant Moment { get; }

    /// <summary>What the money credit is drawn on for.</summary>
    internal required BalanceUses Uses { get; init; }

    /// <summary>What becomes of usage credits; only made where there are any, or are to be.</summary>
    internal GrantLedger Grants => _grants ??= new GrantLedger(Before, Policy.Allowances, Moment, _boundary);

    /// <summary>What is sold, where something that leaves is valued by it.</summary>
    internal Catalog? Sold { get; set; }

    internal Status Status { get; set; }

    internal Anchor Anchor { get; set; }

    internal TrialUse? Trial { get; set; }

    internal PendingChange? Pending { get; set; }

    internal Pause? Pause { get; set; }

    internal ItemDraft? Plan { get; set; }

    /// <summary>The name of the plan, as a customer reads it, where a surplus may buy time on it.</summary>
    internal string? PlanName { get; set; }

    /// <summary>The origin of time that a surplus buys.</summary>
    internal Origin TimeOrigin { get; set; } = Origin.AddOnTermination;

    /// <summary>Whether the term is as long as what the surplus buys: what ends with the plan follows it.</summary>
    internal bool TermIsBought { get; set; }

    internal List<ItemDraft> AddOns { get; } = [];

    /// <summary>The bill of what is due at the same time and whose surplus goes the same way.</summary>
    internal Bill BillFor(Treatment treatment)
    {
        _touched = true;
        foreach (var bill in _bills)
        {
            if (bill.SettlesLike(treatment.Due, treatment.Surplus))
            {
                return bill;
            }
        }

        var added = new Bill(treatment.Due, treatment.Surplus);
        _bills.Add(added);
        return added;
    }

    /// <summary>Values units that leave an item, and takes them out of the rest that goes on.</summary>
    internal void Leave(Item item, string name, int leaving, ItemDraft? rest, UnusedValue unused, Measure measure, Bill bill)
    {
        var (promotion, unpaid) = UnusedLots.Leave(
            item, name, leaving, rest, unused, bill.Lines, Counted(measure), Policy.Rounding.Mode, Before, Moment, Shorter(item, unused), TaxOnUsed(item));
        bill.Leaves(promotion, unpaid);
        if (bill.Surplus is Surplus.Refund)
        {
            bill.MayRefund(UnusedLots.Paid(item, leaving, Before.Currency), UnusedLots.Unpaid(item, leaving, Before.Currency));
        }
    }

    /// <summary>The tax on what is charged in arrears: it is charged now, so at the rate of now.</summary>
    private TaxRate? TaxOnUsed(Item item)
    {
        foreach (var lot in item.Lots)
        {
            if (lot.InArrears)
            {
                return TaxOn(item.ProductId);
            }
        }

        return null;
    }

    /// <summary>The measure; where the caller says what part is left, it is not counted.</summary>
    internal Measure Counted(Measure measure)
    {
        if (_facts.TimeLeft is not { } left || _boundary)
        {
            return measure;
        }

        _timeLeftRead = true;
        return measure with { Said = new Share(checked((long)left.Numerator), checked((long)left.Denominator), Grain.Parts) };
    }

    /// <summary>The price of the interval over which a longer one has a discount, where the policy keeps that.</summary>
    private Price? Shorter(Item item, UnusedValue unused) => unused.Retained is Retention.DiscountKept { Every: var every } && Sold is { } sold
        ? (item.ProductId == Before.Plan?.ProductId ? sold.Plan(item.ProductId).PriceFor(every, Before.Currency) : sold.AddOn(item.ProductId).PriceFor(every, Before.Currency))
        : null;

    /// <summary>Prices units that enter an item.</summary>
    internal void Buy(
        ItemDraft item, Wanted wanted, int above, int quantity, NewPrice price, Origin origin, List<Segment> segments, Measure measure, Anchor anchor, Bill bill)
    {
        var first = bill.Bought.Count;
        Pricer.Price(wanted, above, quantity, price, origin, segments, measure, Policy.Rounding.Mode, anchor, Before.Zone, Moment, bill.Lines, item, bill.Bought);
        var tax = TaxOn(item.ProductId);
        for (var i = first; i < bill.Bought.Count && (tax is not null || !Discounts.IsEmpty); i++)
        {
            if (bill.Bought[i] is not (_, { } lot, { } line))
            {
                continue;
            }

            var place = bill.Lines.LastIndexOf(line);
            Discounted(item, measure, ref line, ref lot);
            bill.Lines[place] = line = tax is null ? line : line with { Tax = LineTax.On(line.Exact, tax, Before.Currency) };
            bill.Bought[i] = (item, lot, line);
        }
    }

    /// <summary>Charges the set-up fee of something that was not held before.</summary>
    internal void SetUp(Wanted wanted, Bill bill) =>
        Pricer.SetUp(wanted, wanted.Price.SetUp is null or 0m ? null : TaxOn(wanted.ProductId), Policy.Rounding.Mode, Moment, bill.Lines);

    /// <summary>What is charged in arrears and has ended by the moment is owed.</summary>
    internal void BillUsed(Catalog catalog, Treatment treatment)
    {
        if (Plan is { } plan)
        {
            BillUsed(plan, catalog.Plan(plan.ProductId).Name, Policy.Measure, treatment);
        }

        foreach (var item in AddOns)
        {
            var addOn = catalog.AddOn(item.ProductId);
            BillUsed(item, addOn.Name, addOn.Measure ?? Policy.Measure, treatment);
        }
    }

    private void BillUsed(ItemDraft item, string name, Measure measure, Treatment treatment)
    {
        foreach (var lot in item.Lots)
        {
            if (lot.InArrears && lot.Covers.End <= Moment
                && UsedTime.Of(lot, lot.Quantity, name, TaxOn(item.ProductId), measure, Policy.Rounding.Mode, item.Anchor ?? Before.Anchor, Before.Zone, Moment) is { } used)
            {
                BillFor(treatment).Lines.Add(used);
            }
        }

        item.Lots.RemoveAll(lot => lot.InArrears && lot.Covers.End <= Moment);
    }

    /// <summary>Whatever ends at an instant ends at another one: terms, what was bought for them, and usage credits.</summary>
    internal void MoveEnd(Instant end, Instant to)
    {
        foreach (var item in AddOns.Prepend(Plan!))
        {
            item.Term = item.Term.End == end ? new Term(Instant.Min(item.Term.Start, to), to) : item.Term;
            for (var i = 0; i < item.Lots.Count; i++)
            {
                var lot = item.Lots[i];
                item.Lots[i] = lot.Covers.End == end ? lot with { Covers = new Term(Instant.Min(lot.Covers.Start, to), to) } : lot;
            }
        }

        Grants.MoveEnd(end, to);
    }

    /// <summary>The tax that a product is sold with now.</summary>
    private TaxRate? TaxOn(string productId)
    {
        _taxesRead = true;
        return _facts.Taxes?.For(productId);
    }

    internal void EndAddOn(ItemDraft addOn)
    {
        _touched = true;
        (_endedAddOns ??= []).Add(addOn.ProductId);
        AddOns.Remove(addOn);
        if (_grants is not null || !Before.Grants.IsEmpty)
        {
            Grants.LeaveAddOn(addOn.ProductId);
        }
    }

    /// <summary>An item as it renews: at the renewal's price, in as many units as are to renew.</summary>
    internal Wanted Renewed(ItemDraft item, Catalog catalog)
    {
        if (ReferenceEquals(item, Plan))
        {
            var plan = catalog.Plan(item.ProductId);
            return Wanted.Of(plan, RenewalPrice(item, plan.Prices), item.Quantity);
        }

        var addOn = catalog.AddOn(item.ProductId);
        return Wanted.Of(addOn, RenewalPrice(item, addOn.Prices), item.RenewsWith is > 0 and var units ? units : item.Quantity);
    }

    /// <summary>The price of the next term, in the phase that it begins in.</summary>
    internal Price RenewalPrice(ItemDraft item, Sequence<Price> prices)
    {
        var price = Policy.Renewal.Price == SubscriptionMath.RenewalPrice.FromCatalog
            ? PriceList.Find(prices, item.SoldAt.Every, Before.Currency) ?? item.SoldAt
            : item.SoldAt;
        return price.InPhase(item.PhasesFrom, Instant.Max(Moment, item.BilledUntil), Before.Zone);
    }

    /// <summary>Something is different, even where nothing is billed for it.</summary>
    internal void Touch() => _touched = true;

    /// <summary>Puts what waits for the next invoice on the first bill.</summary>
    internal void BillWaiting(Treatment treatment)
    {
        _ = BillFor(treatment);
        _billsWaiting = true;
    }

    /// <summary>Money credit that has expired by the moment is gone.</summary>
    internal void ExpireCredit() => _expiresCredit = true;

    /// <summary>A termination was asked for, whenever it takes effect.</summary>
    internal void Terminate() => _terminated = true;

    /// <summary>The subscription holds nothing from the moment on.</summary>
    internal void End(Treatment treatment)
    {
        BillWaiting(treatment);
        _endedAddOns = [.. AddOns.Select(addOn => addOn.ProductId)];
        AddOns.Clear();
        Grants.LeaveAll();
        (Plan, Status, Pending, Pause) = (null, Status.Expired, null, null);
        Discounts = default;
        _ended = true;
    }
}
