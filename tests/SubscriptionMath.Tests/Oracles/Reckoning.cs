using System.Numerics;

namespace SubscriptionMath.Tests;

/// <summary>A line as the oracle reckons it; amounts are positive when the customer brings them.</summary>
internal sealed record OracleLine(LineKind Kind, string Product, int Quantity, Instant End, Rational Exact, BigInteger Amount, bool Forfeited)
{
    internal OracleTax? Tax { get; init; }

    internal BigInteger Net => Tax is { Rate.Included: true } tax ? Amount - tax.Amount : Amount;

    internal BigInteger Gross => Tax is { Rate.Included: false } tax ? Amount + tax.Amount : Amount;

    internal Rational ExactGross => Tax is { Rate.Included: false } tax ? Exact.Plus(tax.Exact) : Exact;
}

/// <summary>
/// The dumb second computation of a quote: who moves is read from cart and questionnaire, time is counted unit by unit, amounts are ratios of
/// unbounded integers, and time is bought a term and a day at a time. It calls nothing of the library that counts, prices, values or settles.
/// </summary>
internal sealed class Reckoning
{
    private readonly Question _question;
    private readonly List<Moving> _moves = [];
    private readonly List<(string Id, Rational Price)> _together = [];
    private readonly List<(Treatment Like, List<OracleLine> Lines, Gifts Gifts)> _bills = [];
    private readonly Subscription _before;
    private Term _planTerm;
    private Anchor _anchor;
    private Price _planPrice;
    private int _planQuantity;
    private bool _trialGoesOn;
    private List<CreditLot> _credit;

    private Reckoning(Question question)
    {
        (_question, _before) = (question, question.Subscription);
        (_planTerm, _anchor) = (_before.Plan!.Term, _before.Anchor);
        (_planPrice, _planQuantity) = (_before.Plan.SoldAt, _before.Plan.Quantity);
        _trialGoesOn = _before.InTrial(question.At);
        _credit = [.. question.Situation.Facts.Credit.Lots];
    }

    internal List<OracleLine> Lines { get; } = [];

    internal List<(Account Account, BigInteger Amount)> Entries { get; } = [];

    /// <summary>When the plan's term ends afterwards.</summary>
    internal Instant End => _planTerm.End;

    private Instant At => _question.At;

    private DateTimeZone Zone => _before.Zone;

    private Rounding Rounding => _question.Policy.Rounding;

    internal static Reckoning Of(Question question)
    {
        var reckoning = new Reckoning(question);
        reckoning.FindMoves();
        foreach (var move in reckoning._moves)
            reckoning.Put(move);

        foreach (var (like, lines, gifts) in reckoning._bills)
            reckoning.Settle(like, lines, gifts);

        return reckoning;
    }

    private void FindMoves()
    {
        var (cart, held, catalog) = (_question.Change.Cart!, _before.Plan!, _question.Situation.Catalog);
        var (plan, heldPlan) = (catalog.Plan(cart.PlanId), catalog.Plan(held.ProductId));
        var changes = (plan.Id == held.ProductId ? What.None : What.Plan) | (cart.Every == held.SoldAt.Every ? What.None : What.Interval);
        var price = changes == What.None ? held.SoldAt : plan.Prices.Single(one => one.Every == cart.Every);
        var ranks = (plan.Rank - heldPlan.Rank, cart.Every == held.SoldAt.Every ? 0 : cart.Every == BillingInterval.Year ? 1 : -1);
        var way = ranks switch { ( > 0, _) or (0, > 0) => Direction.Up, (0, 0) => Direction.Lateral, _ => Direction.Down };
        var removed = held.Quantity - cart.Quantity;

        var planned = changes == What.None ? null : Ruling.Of(_question, changes, way, held.SoldAt, price);
        var seats = removed != 0 && (planned is null || removed > 0)
            ? Ruling.Of(_question, What.Quantity, removed > 0 ? Direction.Down : Direction.Up, held.SoldAt, price)
            : null;
        var leader = planned ?? (seats is { Restarts: true } ? seats : null);
        var now = leader is { Waits: false } ? leader.Treatment : null;
        var seatsWait = seats is { Waits: true } && now?.Term is not TermRule.Restart;
        var quantity = seatsWait || (now is null && planned is not null) ? held.Quantity : cart.Quantity;
        var renews = now is not null && (now.Term is TermRule.Restart || _question.Policy.AddOns.WhenPlanChanges == AddOnFate.EndWithThePlan);
        if (now is not null)
        {
            _moves.Add(new Moving(plan.Id, plan.Name, held, heldPlan.Name, held.Quantity, price, quantity, now, now.Unused, true, true, _question.Policy.Measure));
            (_planPrice, _planQuantity) = (price, quantity);
            var tried = now.Trial == TrialFate.Restarted ? At : now.Trial == TrialFate.FromTheStart ? _before.Trial?.Term.Start : null;
            var trial = tried is { } first && plan.Trial is { } offer ? new Term(first, Count.After(first, new Anchor(first.InZone(Zone).LocalDateTime), offer.Length, 1, Zone)) : (Term?)null;
            if (trial is { } runs && At < runs.End)
            {
                // A trial of months is the first of them; after one of days they are counted from its end.
                var counted = plan.Trial!.Length.Unit is IntervalUnit.Month or IntervalUnit.Year ? runs.Start : runs.End;
                (_trialGoesOn, _planTerm, _anchor) = (true, new Term(Instant.Max(runs.Start, _planTerm.Start), runs.End), new Anchor(counted.InZone(Zone).LocalDateTime));
            }
            else
            {
                _trialGoesOn &= now.Trial == TrialFate.Kept;
                if (now.Term is not TermRule.KeptEnd)
                {
                    _anchor = new Anchor(At.InZone(Zone).LocalDateTime);
                    _planTerm = new Term(At, Count.After(At, _anchor, price.Every, 1, Zone));
                }
            }
        }
        else if (seats is { Waits: false } && planned is null)
        {
            var then = seats.Treatment;
            _moves.Add(Alone(plan.Id, plan.Name, held, cart.Quantity, price, then, true, _question.Policy.Measure));
            _planQuantity = cart.Quantity;
        }

        _together.Add((now is null ? held.ProductId : plan.Id, UnitByUnit.Price(_planPrice, _planQuantity)));
        foreach (var id in cart.AddOns.Select(addOn => addOn.Id).Concat(_before.AddOns.Select(addOn => addOn.ProductId)).Distinct())
            FindAddOn(catalog.AddOn(id), renews ? now : null, now);
    }

    private void FindAddOn(AddOn addOn, Treatment? anew, Treatment? newPlan)
    {
        var (cart, held) = (_question.Change.Cart!, _before.AddOns.FirstOrDefault(item => item.ProductId == addOn.Id));
        var unoffered = held is not null && LeftBehind(addOn.Id);
        var wanted = unoffered ? null : cart.AddOns.FirstOrDefault(entry => entry.Id == addOn.Id);
        var every = wanted?.Every ?? cart.Every;
        var price = wanted is null ? null : held?.SoldAt.Every == every ? held.SoldAt : addOn.Prices.Single(one => one.Every == every);
        var (have, want) = (held?.Quantity ?? 0, wanted?.Quantity ?? 0);
        var measure = addOn.Measure ?? _question.Policy.Measure;
        if (anew is not null)
        {
            Together(addOn.Id, price, want);
            _moves.Add(new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, price, want, anew, _question.Policy.AddOns.EndedValue, true, false, measure));
            return;
        }

        if (unoffered)
        {
            Together(addOn.Id, newPlan is null ? held!.SoldAt : null, have);
            if (newPlan is not null)
                _moves.Add(new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, null, 0, newPlan, _question.Policy.AddOns.EndedValue, true, false, measure));
            return;
        }

        if (have == want && held!.SoldAt.Every == every)
        {
            Together(addOn.Id, price, want);
            return;
        }

        var ruling = Ruling.Of(_question, What.AddOn, want > have ? Direction.Up : want < have ? Direction.Down : Direction.Lateral, held?.SoldAt, price);
        Together(addOn.Id, ruling.Waits ? held?.SoldAt : price, ruling.Waits ? have : want);
        if (ruling.Waits)
            return;

        _moves.Add(held is null || price is null || held.SoldAt.Every != every
            ? new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, price, want, ruling.Treatment, ruling.Treatment.Unused, true, false, measure)
            : Alone(addOn.Id, addOn.Name, held, want, price, ruling.Treatment, false, measure));
    }

    private void Together(string id, Price? price, int units)
    {
        if (price is not null && units > 0)
            _together.Add((id, UnitByUnit.Price(price, units)));
    }

    /// <summary>Units come on top or leave from the top; where their number makes the price of each, all are sold anew.</summary>
    private static Moving Alone(string id, string name, Item held, int want, Price price, Treatment then, bool isPlan, Measure measure)
    {
        var (leave, enter) = (Math.Max(0, held.Quantity - want), Math.Max(0, want - held.Quantity));
        var anew = price.Model is PriceModel.Volume && held.Lots.Count > 0 && (enter > 0 ? then.NewPrice == NewPrice.ForTheRest : then.Unused != UnusedValue.None);
        return anew
            ? new Moving(id, name, held, name, held.Quantity, price, want, then, UnusedValue.OfAllLots, false, isPlan, measure)
            : new Moving(id, name, held, name, leave, price, enter, then, then.Unused, false, isPlan, measure);
    }

    /// <summary>An add-on that the new plan does not sell, or has in it, where the policy keeps the others: it goes when the old plan does.</summary>
    private bool LeftBehind(string addOnId)
    {
        var (cart, held) = (_question.Change.Cart!, _before.Plan!);
        var plan = _question.Situation.Catalog.Plan(cart.PlanId);
        return _question.Policy.AddOns.WhenPlanChanges == AddOnFate.KeptWhereOffered
            && (cart.PlanId != held.ProductId || cart.Every != held.SoldAt.Every)
            && (plan.Includes.Contains(addOnId) || !plan.AddOns.Contains(addOnId));
    }

    private void Put(Moving move)
    {
        var place = _bills.FindIndex(bill => bill.Like.Due == move.Then.Due && bill.Like.Surplus == move.Then.Surplus);
        if (place < 0)
        {
            place = _bills.Count;
            _bills.Add((move.Then, [], new Gifts()));
        }

        var (_, lines, gifts) = _bills[place];
        if (move.Held is { } item && move.Leave > 0)
            Leave(move, item, lines, gifts);

        if (move.Enter > 0 && move.Then.NewPrice != NewPrice.NothingUntilRenewal && !(move.IsPlan && _trialGoesOn))
            Enter(move, lines);
    }

    // Every unit of every stretch stands in a row, the oldest first; those that stay are the first ones.
    private void Leave(Moving move, Item item, List<OracleLine> lines, Gifts gifts)
    {
        var stay = item.Quantity - move.Leave;
        foreach (var stretch in item.Lots.GroupBy(lot => lot.Covers.End))
        {
            var units = stretch.SelectMany(lot => Enumerable.Repeat(lot, lot.Quantity)).Skip(stay).ToList();
            foreach (var lot in stretch.Distinct())
            {
                // Equal lots are one row in the end.
                foreach (var quantity in Rows(units.Count(unit => unit == lot), lot.Quantity))
                    Give(move, item, lot, quantity, lines, gifts);
            }
        }
    }

    private static IEnumerable<int> Rows(int units, int most)
    {
        for (; units > 0; units -= most)
            yield return Math.Min(units, most);
    }

    private void Give(Moving move, Item item, Lot lot, int quantity, List<OracleLine> lines, Gifts gifts)
    {
        var anchor = item.Anchor ?? _before.Anchor;
        var from = At > lot.Covers.Start ? At : lot.Covers.Start;
        var dividing = new Dividing(move.Measure, Times(item.SoldAt.Every, lot.Terms), anchor, Zone);
        var left = dividing.Left(from, lot.Covers, move.Measure.ChangeDay != ChangeDay.New && At >= lot.Covers.Start);
        if (left.Top == 0)
            return;

        var credits = move.Unused is UnusedValue.Lots lots && lots.Origins.HasFlag(lot.Origin switch
        {
            Origin.Purchase => Origins.Purchased,
            Origin.Conversion => Origins.Converted,
            _ => Origins.FromAddOns,
        });
        var cap = lot.Billed.Minor - lot.Credited.Minor;
        Rational exact;
        if (credits && move.Unused is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney })
        {
            var money = Math.Max(0, lot.Paid.Minor - lot.Carried.Minor - lot.Credited.Minor);
            exact = dividing.Of(Part(Rational.Of(money), lot, quantity), left, dividing.Left(lot.Covers.Start, lot.Covers, skips: false));
        }
        else if (credits && move.Unused is UnusedValue.Lots { Basis: ValueBasis.BilledByTime })
        {
            exact = dividing.Of(Part(Rational.Of(lot.Billed.Minor), lot, quantity), left, dividing.Left(lot.Covers.Start, lot.Covers, skips: false));
            exact = exact.Rounded(Rounding.Mode) > cap ? Rational.Of(cap) : exact;
        }
        else
        {
            exact = dividing.Of(DiscountReckoning.Worth(lot, Newest(lot, quantity), Newest(lot, lot.Quantity)), left, dividing.Whole(from, lot.Covers, lot.Period));
            exact = exact.Rounded(Rounding.Mode) > cap ? Rational.Of(cap) : exact;
        }

        if (exact.Top != 0)
            lines.Add(new OracleLine(LineKind.Unused, move.HeldName, quantity, lot.Covers.End, exact, exact.Rounded(Rounding.Mode), !credits) { Tax = TaxReckoning.Sold(lot, all => Part(all, lot, quantity), exact, exact.Rounded(Rounding.Mode), !credits) });

        if (credits)
            gifts.Leave(lot, quantity, exact.Rounded(Rounding.Mode), move.Unused is UnusedValue.Lots { Basis: ValueBasis.PaidInMoney });
    }

    private void Enter(Moving move, List<OracleLine> lines)
    {
        var kept = move.Then.Term is TermRule.KeptEnd;
        var (term, own) = move.IsPlan ? (_planTerm, _anchor)
            : !move.Replaces ? (move.Held!.Term, move.Held.Anchor ?? _anchor)
            : kept ? (new Term(At, _planTerm.End), _anchor)
            : (new Term(At, Count.After(At, new Anchor(At.InZone(Zone).LocalDateTime), move.Price!.Every, 1, Zone)), new Anchor(At.InZone(Zone).LocalDateTime));
        var stretches = move.Replaces && !kept && term.Start == At ? [(term, term, 1)] : Rest(move, term, own);
        foreach (var (covers, period, terms) in stretches)
        {
            var exact = UnitByUnit.Beyond(move.Price!, move.Replaces ? 0 : move.Held!.Quantity - move.Leave, move.Enter).Times(terms);
            exact = exact.Minus(Off(move, exact, covers.End, terms));
            if (move.Then.NewPrice == NewPrice.ForTheRest)
            {
                var dividing = new Dividing(move.Measure, Times(move.Price!.Every, terms), own, Zone);
                var left = dividing.Left(covers.Start, covers, move.Measure.ChangeDay == ChangeDay.Old && covers.Start == At);
                exact = dividing.Of(exact, left, dividing.Whole(covers.Start, covers, period));
            }

            lines.Add(new OracleLine(LineKind.NewPrice, move.Name, move.Enter, covers.End, exact.Negated(), -exact.Rounded(Rounding.Mode), false) { Tax = Taxed(move.ProductId, exact.Negated()) });
        }
    }

    /// <summary>What the discounts take off; units on top of others bear what those do not bear already.</summary>
    private Rational Off(Moving move, Rational price, Instant end, int terms)
    {
        var off = DiscountReckoning.Off(_together, move.ProductId, _question.Change.Cart!.Discounts, _question.Policy.Discounts.Split).Times(terms);
        foreach (var lot in move.Replaces || move.Leave > 0 ? [] : move.Held!.Lots.Where(lot => lot.Covers.End == end))
            off = lot.Discount is { } borne ? off.Minus(new Rational((BigInteger)borne.Off.Numerator, (BigInteger)borne.Off.Denominator)) : off;

        return off.Top <= 0 ? Rational.Zero : off.IsAtLeast(price) ? price : off;
    }

    // The stretches that are paid for already, each with its period; else all of the rest, with the period that ends with it.
    private List<(Term Covers, Term Period, int Terms)> Rest(Moving move, Term term, Anchor anchor)
    {
        var held = move.IsPlan || !move.Replaces ? move.Held : null;
        var known = (held is null || held.SoldAt.Every != move.Price!.Every ? [] : held.Lots.Where(lot => lot.Covers.End > At))
            .Select(lot => (Covers: new Term(At > lot.Covers.Start ? At : lot.Covers.Start, lot.Covers.End), lot.Period, lot.Terms))
            .DistinctBy(stretch => stretch.Covers).ToList();
        return known.Count > 0 ? known : [(new Term(At, term.End), new Term(Count.After(term.End, anchor, move.Price!.Every, -1, Zone), term.End), 1)];
    }

    private void Settle(Treatment like, List<OracleLine> lines, Gifts gifts)
    {
        // The whole unused value may be kept apart from the price, and buy time instead.
        var apart = like.Surplus is Surplus.Time { Of: SurplusOf.WholeUnusedValue };
        var tax = _question.Policy.Tax;
        lines = TaxReckoning.Told([.. lines.Where(line => line.Kind == LineKind.Unused), .. lines.Where(line => line.Kind != LineKind.Unused)], tax, Rounding, apart);
        var given = lines.Where(line => line.Kind == LineKind.Unused && !line.Forfeited).ToList();
        var netted = lines.Where(line => !line.Forfeited && !(apart && line.Kind == LineKind.Unused)).ToList();
        var net = netted.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.Exact)).Negated();
        var gross = netted.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.ExactGross)).Negated();
        var byLine = Rounding.Stage == RoundingStage.Lines;
        var due = byLine ? -Sum(netted.Select(line => line.Gross))
            : tax.Charged.Base == TaxBase.Gross ? gross.Rounded(Rounding.Mode)
            : net.Rounded(Rounding.Mode) - Sum(netted.Select(line => line.Gross - line.Amount));
        var surplus = apart ? given.Aggregate(Rational.Zero, (sum, line) => sum.Plus(line.ExactGross)) : gross.Negated();
        var first = Entries.Count;
        var time = new List<OracleLine>();
        Rational? rest = like.Surplus is Surplus.Time buys && surplus.Top > 0
            ? UnitByUnit.Price(_planPrice, _planQuantity).Top > 0 ? BuyTime(surplus, buys.Days, time) : surplus
            : null;
        lines = [.. lines, .. TaxReckoning.Told(time, tax, Rounding, apart)];
        Lines.AddRange(lines);
        Entries.AddRange(lines.Select(line => (Account.Service, line.Net)));
        Entries.AddRange(lines.Where(line => line is { Tax: not null, Forfeited: false }).Select(line => (Account.Tax, line.Tax!.Amount)));
        Entries.AddRange(lines.Where(line => line.Forfeited).Select(line => (Account.Forfeited, -line.Net)));
        if (rest is { } left)
            Entries.Add((Account.Forfeited, -(byLine ? Sum(Entries.Skip(first).Select(entry => entry.Amount)) + BigInteger.Max(0, due) : left.Rounded(Rounding.Mode))));
        else if (due < 0 && like.Surplus is Surplus.Balance)
            Save(-due, gifts.After(Bought(lines), (int)-due));
        else if (due < 0)
            Entries.Add((Account.Forfeited, due));

        if (due > 0 && like.Due == Due.NextInvoice)
            Entries.Add((Account.NextInvoice, due));
        else if (due > 0)
            Pay(due, like.Due, lines);

        Entries.Add((Account.Rounding, -Sum(Entries.Skip(first).Select(entry => entry.Amount))));
    }

    private void Save(BigInteger amount, List<CreditLot> gifts)
    {
        // What was a gift stays one, while it has not expired; else it is lost.
        var good = gifts.Where(cent => cent.Expires is not { } expires || At < expires).ToList();
        var back = _question.Policy.Balance.Promotion == PromotionValue.Returned ? good : [];
        Entries.Add((Account.Balance, gifts.Count - amount));
        Entries.Add((Account.Promotion, -back.Count));
        Entries.Add((Account.Forfeited, back.Count - gifts.Count));
        if (amount > gifts.Count)
            _credit.Add(new CreditLot { Left = Money.OfMinor((long)amount - gifts.Count, _before.Currency), Source = CreditSource.Paid, Expires = null });

        _credit.AddRange(back);
    }

    private static BigInteger Bought(List<OracleLine> lines) =>
        -Sum(lines.Where(line => line.Kind is LineKind.NewPrice or LineKind.TimeBought).Select(line => line.Gross));

    private void Pay(BigInteger due, Due how, List<OracleLine> lines)
    {
        var drawn = BigInteger.Zero;
        var gift = BigInteger.Zero;
        if (_question.Policy.Balance.Pays.HasFlag(BalanceUses.Changes))
        {
            // All usable credit, in the order in which it is used; what can only pay for one kind of product pays for no more than that.
            var plan = _question.Situation.Catalog.Plan(_question.Change.Cart!.PlanId).Name;
            var only = lines.Where(line => line.Kind == LineKind.NewPrice).GroupBy(line => line.Product == plan ? ProductKind.Plan : ProductKind.AddOn)
                .ToDictionary(kind => kind.Key, kind => -Sum(kind.Select(line => line.Gross)));
            foreach (var place in ByUse())
            {
                var lot = _credit[place];
                var most = lot.PaysOnly is { } kind ? BigInteger.Min(only.GetValueOrDefault(kind), due - drawn) : due - drawn;
                var taken = BigInteger.Min(lot.Left.Minor, most);
                drawn += taken;
                gift += lot.Source == CreditSource.Promotion ? taken : 0;
                _credit[place] = lot with { Left = Money.OfMinor(lot.Left.Minor - (long)taken, _before.Currency) };
                if (lot.PaysOnly is { } one)
                    only[one] = only.GetValueOrDefault(one) - taken;
            }
        }

        Entries.Add((Account.Balance, drawn - gift));
        Entries.Add((Account.Promotion, gift));
        var old = OracleTax.Gross(_question.Situation.Facts.Taxes?.For(_before.Plan!.ProductId), UnitByUnit.Price(_before.Plan!.SoldAt, _before.Plan.Quantity)).Rounded(Rounding.Mode);
        if (how == Due.NowAsOldPriceThenDifference && old > 0 && old < due - drawn)
        {
            Entries.Add((Account.Payment, old));
            Entries.Add((Account.Payment, due - drawn - old));
        }
        else
        {
            Entries.Add((Account.Payment, due - drawn));
        }
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

    // A term at a time while the money lasts, then a day at a time of the term after them.
    private Rational BuyTime(Rational money, RoundingMode rounding, List<OracleLine> lines)
    {
        var (id, net) = (_question.Change.Cart!.PlanId, UnitByUnit.Price(_planPrice, _planQuantity));
        var price = OracleTax.Gross(_question.Situation.Facts.Taxes?.For(id), net);
        var (purse, cost, terms) = (money.Top * price.Bottom, price.Top * money.Bottom, 0);
        for (; purse >= cost; purse -= cost)
            terms++;

        var from = _planTerm.End;
        var (start, end) = (Count.After(from, _anchor, _planPrice.Every, terms, Zone), Count.After(from, _anchor, _planPrice.Every, terms + 1, Zone));
        var (daysOfNext, days) = (Count.Days(start, end, Zone), 0);
        for (purse *= daysOfNext; purse >= cost; purse -= cost)
            days++;

        days += rounding switch
        {
            RoundingMode.Ceiling => purse > 0 ? 1 : 0,
            RoundingMode.HalfAwayFromZero => purse * 2 >= cost ? 1 : 0,
            _ => 0,
        };
        var schedule = Count.Schedule(from, _anchor, _planPrice.Every, Zone);
        var last = (start.InZone(Zone).LocalDateTime.PlusDays(days)).InZoneLeniently(Zone).ToInstant();
        _anchor = days > 0 ? new Anchor(last.InZone(Zone).LocalDateTime) : terms > 0 ? schedule : _anchor;
        _planTerm = new Term(_planTerm.Start, days > 0 ? last : start);
        var (whole, part) = (net.Times(terms), net.Times(days, daysOfNext));
        var name = _question.Situation.Catalog.Plan(id).Name;
        if (terms > 0)
            lines.Add(new OracleLine(LineKind.TimeBought, name, _planQuantity, start, whole.Negated(), -whole.Rounded(Rounding.Mode), false) { Tax = Taxed(id, whole.Negated()) });

        if (days > 0)
            lines.Add(new OracleLine(LineKind.TimeBought, name, _planQuantity, last, part.Negated(), -part.Rounded(Rounding.Mode), false) { Tax = Taxed(id, part.Negated()) });

        return money.Minus(price.Times(terms)).Minus(price.Times(days, daysOfNext));
    }

    private OracleTax? Taxed(string productId, Rational amount) =>
        _question.Situation.Facts.Taxes?.For(productId) is { } rate ? new OracleTax(rate, OracleTax.On(rate, amount), 0) : null;

    private static Rational Newest(Lot lot, int quantity) => UnitByUnit.Beyond(lot.Price, lot.Above + lot.Quantity - quantity, quantity).Times(lot.Terms);

    // By what the units were sold at, and by their number where that is nothing.
    private static Rational Part(Rational amount, Lot lot, int quantity)
    {
        var (leaving, staying) = (Newest(lot, quantity), UnitByUnit.Beyond(lot.Price, lot.Above, lot.Quantity - quantity).Times(lot.Terms));
        var all = leaving.Plus(staying);
        return all.Top == 0 ? amount.Times(quantity, lot.Quantity) : amount.Times(leaving.Top * all.Bottom, leaving.Bottom * all.Top);
    }

    private static BillingInterval Times(BillingInterval every, int terms) =>
        every.TotalMonths > 0 ? BillingInterval.Months(every.TotalMonths * terms) : BillingInterval.Days(every.TotalDays * terms);

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount);

    private sealed record Moving(
        string ProductId, string Name, Item? Held, string HeldName, int Leave, Price? Price, int Enter, Treatment Then, UnusedValue Unused, bool Replaces, bool IsPlan, Measure Measure);
}
