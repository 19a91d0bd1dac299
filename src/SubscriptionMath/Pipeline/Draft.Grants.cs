namespace SubscriptionMath;

/// <content>The steps that concern usage credits, recorded while it is decided and folded once the ends are final.</content>
internal sealed partial class Draft
{
    internal void Grant(GrantStep step) => (_grantSteps ??= []).Add(step);

    /// <summary>
    /// What an item brings for time beyond that for which it brought its allotments before: time bought, or an end that is moved later.
    /// </summary>
    private void GrantBeyond(ItemDraft item, Wanted sold, Term beyond, Anchor anchor)
    {
        if (!beyond.IsEmpty && !sold.Allowances.IsEmpty)
        {
            var count = new GrantCount(sold.Measure ?? Policy.Measure, anchor, Before.QuotaAnchor, Before.Zone);
            var source = item == Plan ? GrantSource.Plan : GrantSource.AddOn;
            var term = new GrantTerm(beyond, item.SoldAt.Every, null, count);
            Grant(new GrantStep.Entered(sold, item.Quantity, source, term) { Begins = true });
        }
    }

    /// <summary>
    /// The time that a surplus has bought: a term that was to be as long has its length now, any other goes on with its allotments.
    /// </summary>
    private void GrantBought(ItemDraft plan, Term bought, Anchor anchor, bool wasOpen)
    {
        if (wasOpen)
        {
            _grantSteps = _grantSteps?.ConvertAll(step => step.Until(bought.Start, bought.End));
        }
        else
        {
            GrantBeyond(plan, PlanSold!, bought, anchor);
        }
    }

    private GrantsAfter GrantsAfter() => SubscriptionMath.GrantsAfter.Of(Before, Policy.Allowances, _grantSteps, Moment, _boundary);
}
