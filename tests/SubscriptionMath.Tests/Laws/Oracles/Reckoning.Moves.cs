namespace SubscriptionMath.Tests.Laws.Oracles;

/// <content>Who moves: read from cart and questionnaire.</content>
internal sealed partial class Reckoning
{
    private void FindMoves()
    {
        if (_question.Change.Cart is null)
        {
            FindEnd();
            return;
        }

        var (cart, held, catalog) = (_question.Change.Cart, _before.Plan!, _question.Situation.Catalog);
        var (plan, heldPlan) = (catalog.Plan(cart.PlanId), catalog.Plan(held.ProductId));
        var replaced = (plan.Id == held.ProductId ? ChangeKinds.None : ChangeKinds.Plan) | (cart.Interval == held.SoldAt.Interval ? ChangeKinds.None : ChangeKinds.Interval);
        var changes = replaced | (_question.Change.NextBilling is null ? ChangeKinds.None : ChangeKinds.NextBilling);
        var price = replaced == ChangeKinds.None ? held.SoldAt : plan.Prices.Single(one => one.Interval == cart.Interval);
        var removed = held.Quantity - cart.Quantity;

        var planned = changes == ChangeKinds.None ? null : Ruling.Of(_question, changes, replaced == ChangeKinds.None ? BySign(-removed) : Way(plan, heldPlan), held, price);
        var seats = removed != 0 && (planned is null || removed > 0)
            ? Ruling.Of(_question, ChangeKinds.Quantity, BySign(-removed), held, price)
            : null;
        var leader = planned ?? (seats is { Restarts: true } ? seats : null);
        var now = leader is { Waits: false } ? leader.Treatment : null;
        var seatsWait = seats is { Waits: true } && !Ruling.BeginsAnew(now);
        var quantity = seatsWait || (now is null && planned is not null) ? held.Quantity : cart.Quantity;
        var renews = now is not null && (Ruling.BeginsAnew(now) || (replaced != ChangeKinds.None && _question.Policy.AddOns.WhenPlanChanges == AddOnFate.EndWithThePlan));
        if (now is not null)
        {
            var tried = now.Trial == TrialFate.Restarted ? At : now.Trial == TrialFate.FromTheStart ? _before.Trial?.Term.Start : null;
            var trial = tried is { } first && plan.Trial is { } offer ? new Term(first, Count.After(first, new Anchor(first.InZone(Zone).LocalDateTime), offer.Length, 1, Zone)) : (Term?)null;
            var running = trial is { } one && At < one.End ? one : now.Trial == TrialFate.Kept && _trialGoesOn ? _before.Trial!.Term : (Term?)null;
            price = InPhase(price, plan.Id, held, running, now.Trial);
            _moves.Add(new Moving(plan.Id, plan.Name, held, heldPlan.Name, held.Quantity, price, quantity, now, now.Unused, true, true, now.Measure ?? _question.Policy.Proration.Measure));
            (_planId, _planPrice, _planQuantity) = (plan.Id, price, quantity);
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
                    (_planTerm, _anchor) = Begin(now, price.Interval);
            }

            _billedUntil = now is { Unused: UnusedValue.LotsKept, Term: not TermRule.ToDateAsked } ? Instant.Max(_billedUntil, _planTerm.End) : _planTerm.End;
        }
        else if (seats is { Waits: false } && planned is null)
        {
            var then = seats.Treatment;
            _moves.Add(Alone(plan.Id, plan.Name, held, cart.Quantity, price, then, true, then.Measure ?? _question.Policy.Proration.Measure));
            _planQuantity = cart.Quantity;
        }

        _together.Add((_planId, UnitByUnit.Price(_planPrice, _planQuantity)));
        foreach (var id in cart.AddOns.Select(addOn => addOn.Id).Concat(_before.AddOns.Select(addOn => addOn.ProductId)).Distinct())
            FindAddOn(catalog.AddOn(id), renews ? now : null, now);
    }

    private void FindAddOn(AddOn addOn, Treatment? anew, Treatment? newPlan)
    {
        var (cart, held) = (_question.Change.Cart!, _before.AddOns.FirstOrDefault(item => item.ProductId == addOn.Id));
        var unoffered = held is not null && LeftBehind(addOn.Id);
        var wanted = unoffered ? null : cart.AddOns.FirstOrDefault(entry => entry.Id == addOn.Id);
        var interval = wanted?.Interval ?? cart.Interval;
        var price = wanted is null ? null : held?.SoldAt.Interval == interval ? held.SoldAt : addOn.Prices.Single(one => one.Interval == interval);
        var (have, want) = (held?.Quantity ?? 0, wanted?.Quantity ?? 0);
        if (anew is not null)
        {
            price = price is null ? null : InPhase(price, addOn.Id, held, null, anew.Trial);
            Together(addOn.Id, price, want);
            _moves.Add(new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, price, want, anew, _question.Policy.AddOns.EndedValue, true, false, MeasureOf(anew)));
            return;
        }

        if (unoffered)
        {
            Together(addOn.Id, newPlan is null ? held!.SoldAt : null, have);
            if (newPlan is not null)
                _moves.Add(new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, null, 0, newPlan, _question.Policy.AddOns.EndedValue, true, false, MeasureOf(newPlan)));
            return;
        }

        if (have == want && held!.SoldAt.Interval == interval)
        {
            Together(addOn.Id, price, want);
            return;
        }

        var ruling = Ruling.Of(_question, ChangeKinds.AddOn, BySign(want - have), held, price);
        price = price is null || price == held?.SoldAt ? price : InPhase(price, addOn.Id, held, null, ruling.Treatment.Trial);
        Together(addOn.Id, ruling.Waits ? held?.SoldAt : price, ruling.Waits ? have : want);
        if (ruling.Waits)
            return;

        _moves.Add(held is null || price is null || held.SoldAt.Interval != interval
            ? new Moving(addOn.Id, addOn.Name, held, addOn.Name, have, price, want, ruling.Treatment, ruling.Treatment.Unused, true, false, MeasureOf(ruling.Treatment))
            : Alone(addOn.Id, addOn.Name, held, want, price, ruling.Treatment, false, MeasureOf(ruling.Treatment)));

        Measure MeasureOf(Treatment then) => addOn.Measure ?? then.Measure ?? _question.Policy.Proration.Measure;
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
            && (cart.PlanId != held.ProductId || cart.Interval != held.SoldAt.Interval)
            && (plan.Includes.Contains(addOnId) || !plan.AddOns.Contains(addOnId));
    }

    private sealed record Moving(
        string ProductId, string Name, Item? Held, string HeldName, int Leave, Price? Price, int Enter, Treatment Then, UnusedValue Unused, bool Replaces, bool IsPlan, Measure Measure)
    {
        /// <summary>Whether what was bought goes on, for what stays or takes its place.</summary>
        internal bool Keeps => Unused is UnusedValue.LotsKept && (Enter > 0 || !Replaces);
    }
}
