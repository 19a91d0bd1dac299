using NodaTime;

namespace SubscriptionMath;

/// <content>The cases of the rule.</content>
public abstract partial record TermRule
{
    /// <summary>The current term keeps its end.</summary>
    internal sealed record KeptEnd : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change.</summary>
    internal sealed record Restart : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change, longer by the days left of the old one.</summary>
    internal sealed record DaysAppended : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The time left is kept through a pause.</summary>
    internal sealed record KeptTimeLeft : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The item gets a term of its own.</summary>
    internal sealed record TermOfItsOwn : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term begins at the change and ends at the next boundary of an anchor.</summary>
    /// <param name="Anchor">The anchor, or null for the subscription's.</param>
    /// <param name="StubInterval">The interval whose boundary ends the stub, or null for the price's.</param>
    public sealed record ToBillingDay(Anchor? Anchor, BillingInterval? StubInterval) : TermRule
    {
        /// <summary>
        /// The effective anchor: the given one, the subscription's, the instant of a first purchase, or, after a trial, its start.
        /// </summary>
        internal Anchor AnchorFor(Subscription before, Instant at) =>
            Anchor
            ?? (before.Plan is null ? new Anchor(at.LocalAt(before.Zone))
                : before.Trial is { } trial && trial.Term.End == at ? new Anchor(trial.Term.Start.LocalAt(before.Zone))
                : before.Anchor);

        /// <summary>The period that contains an instant, whose price is prorated.</summary>
        internal Term PeriodAt(Subscription before, BillingInterval interval, Instant at)
        {
            var anchor = AnchorFor(before, at);
            if (StubInterval is not { } step)
            {
                return anchor.TermAt(at, interval, before.Zone);
            }

            var held = anchor.TermAt(at, step, before.Zone);
            return held.Start.DateAt(before.Zone) == at.DateAt(before.Zone)
                ? new Term(held.Start, anchor.Next(held.Start.LocalAt(before.Zone), interval).AtStart(before.Zone))
                : anchor.PeriodEnding(held.End, interval, before.Zone);
        }

        private protected override void Seal()
        {
        }
    }

    /// <summary>A new term that is as long as the unused value buys.</summary>
    internal sealed record LengthBought : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The current term keeps its end; a stub leads from there to the date that the change asks for.</summary>
    internal sealed record StubToDate : TermRule
    {
        private protected override void Seal()
        {
        }
    }

    /// <summary>The term ends at the instant that the change asks for.</summary>
    internal sealed record ToDateAsked : TermRule
    {
        private protected override void Seal()
        {
        }
    }
}
