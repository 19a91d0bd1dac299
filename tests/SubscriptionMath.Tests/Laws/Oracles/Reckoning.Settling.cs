using System.Numerics;

namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>Where it is paid from, and what becomes of a surplus.</content>
internal sealed partial class Reckoning
{
    private static bool Leads(OracleLine line) => line.Kind is LineKind.Unused or LineKind.Goodwill or LineKind.Used;

    /// <summary>Settles a bill; where less than the least amount would be paid, all is as it was, and the bill waits instead.</summary>
    private void Settle(Treatment like, List<OracleLine> lines, Gifts gifts, Paying refundable)
    {
        var (before, credit, counts) = ((_waiting, _creditedOfWaiting, _beyondWaiting, _waitsStill, _left), _credit.ToList(), (Lines.Count, Entries.Count));
        var (term, anchor, until) = (_planTerm, _anchor, _billedUntil);
        _paid = BigInteger.Zero;
        SettleNow(like, lines, gifts, refundable);
        var least = _question.Policy.Invoicing.LeastCharges.FirstOrDefault(amount => amount.Currency == _before.Currency);
        if (_ends || _paid <= 0 || _paid >= least.Minor)
            return;

        Lines.RemoveRange(counts.Item1, Lines.Count - counts.Item1);
        Entries.RemoveRange(counts.Item2, Entries.Count - counts.Item2);
        ((_waiting, _creditedOfWaiting, _beyondWaiting, _waitsStill, _left), _credit, (_planTerm, _anchor, _billedUntil)) = (before, credit, (term, anchor, until));
        SettleNow(like, lines, gifts, refundable, waits: true);
    }

    private void SettleNow(Treatment like, List<OracleLine> lines, Gifts gifts, Paying refundable, bool waits = false)
    {
        waits |= like.PaymentTiming == PaymentTiming.NextInvoice;
        // The whole unused value may be kept apart from the price, and buy time instead.
        var apart = like.Surplus is Surplus.Time { Of: SurplusOf.WholeUnusedValue } or Surplus.Refund { Of: SurplusOf.WholeUnusedValue };
        var tax = _question.Policy.Invoicing.Tax;
        lines = TaxReckoning.Told([.. lines.Where(Leads), .. lines.Where(line => !Leads(line))], tax, Rounding, apart);
        var given = lines.Where(line => line.OfTheSold && !line.Forfeited).ToList();
        var netted = lines.Where(line => !line.Forfeited && !(apart && line.OfTheSold)).ToList();
        var net = netted.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.Exact)).Negated();
        var gross = netted.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.ExactGross)).Negated();
        var byLine = Rounding.Stage == RoundingStage.Lines;
        var exact = tax.Charged.Base == TaxBase.Gross ? gross : net;
        var beside = tax.Charged.Base == TaxBase.Gross ? 0 : Sum(netted.Select(line => line.Gross - line.Amount));

        // The first bill that is to be paid now takes along what waits, unless the policy says otherwise; a renewal always does.
        var surplus = apart ? given.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.ExactGross)) : gross.Negated();
        var bill = new OracleBill(lines, like.Surplus, apart, surplus, refundable) { Rounding = Rounding, Step = Step(), Beside = beside, WithTax = tax.Charged.Base == TaxBase.Gross, Waiting = StillWaiting() };
        var takesAlong = like.PaymentTiming != PaymentTiming.Waived && _question.Policy.Invoicing.DeferredCharges == DeferredChargePolicy.OnAnyInvoice;
        if (!_ends && _waitsStill && !waits && (_renews || (takesAlong && DueOf(_left) > 0)))
        {
            CollectDeferred();
            bill = bill with { Waiting = Rational.Zero, Step = Step() };
        }

        // What waited is on the bill as well: with its fraction, where that is rounded once.
        var due = _waiting + DueOf(_left);
        (var taken, _left) = bill.Carried(Exactly(), _left);
        surplus = bill.BuysTime ? surplus.Minus(Rational.Of(taken)) : surplus;
        var back = byLine ? Sum(given.Select(line => line.Gross)) : bill.InSteps(apart ? surplus : Rational.Zero, 0);
        back -= apart && !bill.BuysTime ? taken : 0;

        // A unit of an earlier remainder comes back also where all of this value is withheld.
        var returns = apart && (surplus.Top > 0 || back > 0);
        var first = Entries.Count;
        var time = new List<OracleLine>();
        Rational? rest = like.Surplus is Surplus.Time buys && surplus.Top > 0
            ? UnitByUnit.Price(_planPrice, _planQuantity).Top > 0 ? BuyTime(surplus, buys, _daysLeft.TryGetValue((like.PaymentTiming, like.Surplus), out var left) ? left : null, time) : surplus
            : null;
        lines = [.. lines, .. TaxReckoning.Told(time, tax, Rounding, apart)];
        Lines.AddRange(lines);
        Entries.Add((Account.NextInvoice, -_waiting));
        Entries.AddRange(lines.Select(line => (line.Kind switch { LineKind.Goodwill => Account.Goodwill, LineKind.Withheld => Account.Forfeited, _ => Account.Service }, line.Net)));
        Entries.AddRange(lines.Where(line => line is { Tax: not null, Forfeited: false }).Select(line => (Account.Tax, line.Tax!.Amount)));
        Entries.AddRange(lines.Where(line => line.Forfeited).Select(line => (Account.Forfeited, -line.Net)));
        if (rest is { } beyond)
        {
            var over = byLine ? Sum(Entries.Skip(first).Select(entry => entry.Amount)) + (apart ? due : BigInteger.Max(0, due)) : beyond.Rounded(Rounding.Mode);
            Entries.Add((over < 0 ? Account.Goodwill : Account.Forfeited, -over));
        }
        else if (!returns && due < 0)
            GiveBack(-due, due < _waiting ? like.Surplus : Surplus.ToBalance, gifts.After(Bought(lines), (int)-due), refundable);

        var waived = BigInteger.Zero;
        if (due > 0 && like.PaymentTiming == PaymentTiming.Waived)
        {
            // Not what waited, nor what was used.
            waived = BigInteger.Max(0, BigInteger.Min(BigInteger.Min(due, due - _waiting), Priced(lines)));
            Entries.Add((Account.Goodwill, waived));
            due -= waived;
        }

        if (due > 0 && waits)
            Entries.Add((Account.NextInvoice, due));
        else if (due > 0)
            Pay(due, like.PaymentTiming, lines, waived);

        // What is kept apart from the price is a payment of its own: the credit that it leaves is there for the next bill. What waited and was to come back comes beside it.
        if (rest is null && returns)
            GiveBack(back, like.Surplus, gifts.After(0, (int)back), refundable);

        if (returns && due < 0)
            GiveBack(-due, Surplus.ToBalance, [], refundable);

        Entries.Add((Account.Rounding, -Sum(Entries.Skip(first).Select(entry => entry.Amount))));
        (_waiting, _creditedOfWaiting, _beyondWaiting) = (0, 0, Rational.Zero);

        Rational Exactly() => Rounding.Stage == RoundingStage.Invoice ? exact.Plus(Rational.Of(_waiting)).Plus(_beyondWaiting) : exact;

        // What waits to be rounded with its invoice is told in minor units.
        long Step() => Rounding.Stage == RoundingStage.Invoice && Exactly().Minus(Rational.Of(beside)).Top is var sign
            && (sign > 0 ? waits : sign < 0 && like.Surplus is Surplus.NextInvoice) ? 1 : StepOfMoney;

        BigInteger DueOf(Rational before) => (byLine ? -Sum(netted.Select(line => line.Gross)) : bill.InSteps(Exactly(), beside) - beside - (Rounding.Stage == RoundingStage.Invoice ? _waiting : 0))
            + (apart || bill.BuysTime ? 0 : bill.Carried(Exactly(), before).Taken);
    }

    private void GiveBack(BigInteger amount, Surplus surplus, List<CreditLot> gifts, Paying paid)
    {
        if (surplus is Surplus.Lost)
        {
            Entries.Add((Account.Forfeited, -amount));
            return;
        }

        // What only rounding adds to a gift, by a step at most, is a gift as well, unless money was paid.
        var added = amount - gifts.Count;
        if (gifts.Count > 0 && added > 0 && added <= StepOfMoney && paid.Unpaid == 0 && (paid.Paid <= 0 || paid.Left.IsAtLeast(Rational.Of(paid.Paid))))
            gifts = [.. gifts, .. Enumerable.Repeat(gifts[^1], (int)added)];

        // What was a gift stays one, while it has not expired; else it is lost.
        var good = gifts.Where(cent => cent.Expires is not { } expires || At < expires).ToList();
        var back = _question.Policy.Balance.Promotion == PromotionValue.Returned ? good : [];
        var money = amount - gifts.Count;
        var most = surplus is Surplus.Refund { Limit: RefundLimit.PaidBeyondUse } ? BigInteger.Max(0, money - BigInteger.Max(0, paid.Unpaid - _waiting)) : money;
        var refunded = surplus is Surplus.Refund ? BigInteger.Max(0, BigInteger.Min(paid.Paid, most)) : 0;
        refunded -= refunded % StepOfMoney;
        var rest = money - refunded;
        var saves = surplus is Surplus.Balance or Surplus.Refund { Rest: RefundRest.ToBalance };
        Entries.Add((Account.Payment, -refunded));
        Entries.Add((Account.NextInvoice, surplus is Surplus.NextInvoice ? -rest : 0));
        Entries.Add((Account.Balance, saves ? -rest : 0));
        Entries.Add((Account.Promotion, -back.Count));
        Entries.Add((Account.Forfeited, back.Count - gifts.Count - (saves || surplus is Surplus.NextInvoice ? 0 : rest)));
        if (rest > 0 && saves)
            _credit.Add(new CreditLot { Left = Money.OfMinor((long)rest, _before.Currency), Source = CreditSource.Paid, Expires = null });

        _credit.AddRange(back);
    }

    /// <summary>The step of what is paid, in minor units.</summary>
    private long StepOfMoney => Rounding.Steps.FirstOrDefault(step => step.Currency == _before.Currency) is { IsPositive: true } stated ? stated.Minor : 1;

    private static BigInteger Bought(List<OracleLine> lines) =>
        -Sum(lines.Where(line => line.Kind is LineKind.NewPrice or LineKind.SetUp or LineKind.TimeBought).Select(line => line.Gross));

    /// <summary>What may be waived: time that a surplus buys is paid for by that surplus.</summary>
    private static BigInteger Priced(List<OracleLine> lines) =>
        -Sum(lines.Where(line => line.Kind is LineKind.NewPrice or LineKind.SetUp).Select(line => line.Gross));

    // What is waived is waived of each line in proportion, and nobody pays for it; the largest remainders get the units that are left over.
    private static List<BigInteger> Forgiven(List<OracleLine> lines, BigInteger waived)
    {
        var prices = lines.ConvertAll(line => line.Kind is LineKind.NewPrice or LineKind.SetUp ? -line.Gross : BigInteger.Zero);
        var all = Sum(prices);
        if (waived == 0 || all == 0)
            return prices.ConvertAll(_ => BigInteger.Zero);

        var parts = prices.ConvertAll(price => price * waived / all);
        foreach (var place in Enumerable.Range(0, lines.Count).OrderByDescending(place => prices[place] * waived % all).Take((int)(waived - Sum(parts))))
            parts[place]++;

        return parts;
    }

    private void Pay(BigInteger due, PaymentTiming how, List<OracleLine> lines, BigInteger waived)
    {
        var credit = _credit.ToList();
        var (drawn, gift) = Draw(due, due, lines, waived);
        if ((due - drawn) % StepOfMoney is { IsZero: false } over)
        {
            // Whole steps are left to pay: as much of the credit stays.
            _credit = credit;
            (drawn, gift) = Draw(BigInteger.Max(0, drawn + over - StepOfMoney), due, lines, waived);
        }

        _paid = due - drawn;
        Entries.Add((Account.Balance, drawn - gift));
        Entries.Add((Account.Promotion, gift));
        var price = OracleTax.Gross(_question.Situation.Facts.Taxes?.For(_before.Plan!.ProductId), UnitByUnit.Price(_before.Plan!.SoldAt, _before.Plan.Quantity));
        var old = price.Times(1, StepOfMoney).Rounded(Rounding.Mode) * StepOfMoney;
        if (how == PaymentTiming.NowAsOldPriceThenDifference && old > 0 && old < due - drawn)
        {
            Entries.Add((Account.Payment, old));
            Entries.Add((Account.Payment, due - drawn - old));
        }
        else
        {
            Entries.Add((Account.Payment, due - drawn));
        }
    }

    /// <summary>Draws so much of what is due on all usable credit, in the order in which it is used.</summary>
    private (BigInteger Drawn, BigInteger Gift) Draw(BigInteger amount, BigInteger due, List<OracleLine> lines, BigInteger waived)
    {
        var (drawn, gift) = (BigInteger.Zero, BigInteger.Zero);
        if (!_question.Policy.Balance.Pays.HasFlag(_renews ? BalanceUses.Renewals : BalanceUses.Changes))
            return (drawn, gift);

        // What can only pay for one kind of product pays for no more than that.
        var plans = new[] { _question.Change.Cart?.PlanId, _before.Plan?.ProductId }.OfType<string>().Select(id => _question.Situation.Catalog.Plan(id).Name).ToHashSet();
        var forgiven = Forgiven(lines, waived);
        var only = lines.Zip(forgiven).Where(pair => pair.First.Kind is LineKind.NewPrice or LineKind.SetUp or LineKind.Used or LineKind.EarlyTermination)
            .GroupBy(pair => plans.Contains(pair.First.Product) ? ProductKind.Plan : ProductKind.AddOn)
            .ToDictionary(kind => kind.Key, kind => Sum(kind.Select(pair => -pair.First.Gross - pair.Second)));
        foreach (var place in ByUse())
        {
            var lot = _credit[place];
            var most = lot.PaysOnly is { } kind ? BigInteger.Min(only.GetValueOrDefault(kind), amount - drawn) : amount - drawn;

            // A gift does not pay what waits and was given back as credit meanwhile.
            most = lot.Source == CreditSource.Promotion ? BigInteger.Min(most, BigInteger.Max(0, due - _creditedOfWaiting) - gift) : most;
            var taken = BigInteger.Min(lot.Left.Minor, most);
            drawn += taken;
            gift += lot.Source == CreditSource.Promotion ? taken : 0;
            _credit[place] = lot with { Left = Money.OfMinor(lot.Left.Minor - (long)taken, _before.Currency) };
            if (lot.PaysOnly is { } one)
                only[one] = only.GetValueOrDefault(one) - taken;
        }

        return (drawn, gift);
    }

    private List<int> ByUse()
    {
        var usable = Enumerable.Range(0, _credit.Count)
            .Where(place => (_credit[place].Expires is not { } expires || At < expires) && (_credit[place].Effective is not { } effective || effective <= At));
        return [.. _question.Policy.Balance.Order.Keys.Reverse().Aggregate(usable, (sorted, key) => key switch
        {
            CreditKey.Priority => sorted.OrderBy(place => _credit[place].Priority ?? int.MaxValue),
            CreditKey.Expiry => sorted.OrderBy(place => _credit[place].Expires ?? Instant.MaxValue),
            CreditKey.PromotionalFirst => sorted.OrderBy(place => _credit[place].Source == CreditSource.Promotion ? 0 : 1),
            CreditKey.PaidFirst => sorted.OrderBy(place => _credit[place].Source == CreditSource.Paid ? 0 : 1),
            CreditKey.Effective => sorted.OrderBy(place => _credit[place].Effective ?? Instant.MinValue),
            CreditKey.SmallestFirst => sorted.OrderBy(place => _credit[place].Left.Minor),
            _ => sorted.OrderByDescending(place => _credit[place].Left.Minor),
        })];
    }

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount);
}
