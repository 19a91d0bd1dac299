using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SubscriptionMath;

/// <summary>The English words of a quote: one rendering of its figures, made only when it is asked for.</summary>
public static class Explanation
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDatePattern DayAndYear = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");

    /// <summary>Explains an entry of a quote, with the figures that made it.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="index">The place of the entry among the entries of the quote, from 0.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quote has no such entry.</exception>
    /// <example>"Unused time on Standard, 16 Apr to 1 May 2026: 15 of 30 days of EUR 75.00 = EUR 37.50".</example>
    public static string Of(Quote quote, int index)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var entry = quote.Entries[index];
        var line = entry.Line == Entry.NoLine ? null : quote.Lines[entry.Line];
        return entry.Account switch
        {
            Account.Service => Line(quote, line!),
            Account.Forfeited when line is not null => $"Not credited: the unused time on {line.Product}",
            Account.Forfeited when quote.Lines.Any(other => other.Kind == LineKind.TimeBought) => "Too little for another day",
            Account.Forfeited => "Not credited: unused value beyond the new price",
            Account.Payment => Payment(quote, index),
            Account.NextInvoice => "On the next invoice",
            Account.Balance when entry.Amount.IsPositive => "Drawn from the credit",
            Account.Balance => "Kept as credit",
            _ => "Rounded once, on the net: the lines shown differ by this",
        };
    }

    /// <summary>Explains a quote entry by entry, in their order.</summary>
    /// <param name="quote">The quote.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<string> Of(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return [.. Enumerable.Range(0, quote.Entries.Count).Select(index => Of(quote, index))];
    }

    private static string Line(Quote quote, Line line)
    {
        var zone = quote.SubscriptionAfter.Zone;
        var what = line.Kind switch
        {
            LineKind.Unused => $"Unused time on {line.Product}",
            LineKind.NewPrice => line.Product,
            _ => $"Time bought on {line.Product}",
        };
        var figures = Figures(line);
        var amount = line.Amount.Abs().ToString();
        return $"{what}, {Dates(line.Covers, zone)}: {(figures == amount ? amount : $"{figures} = {amount}")}";
    }

    private static string Figures(Line line)
    {
        var price = MinorUnits.Print(line.Price, line.Amount.Currency);
        switch (line.Basis)
        {
            case LineBasis.PaidInMoney: return $"{Count(line.Share)} of {price} paid in money";
            case LineBasis.LeftOfBilled: return $"all of the {price} billed and not yet credited";
        }

        var whole = line.Quantity == 1 ? price : $"{line.Quantity.ToString(CultureInfo.InvariantCulture)} x {price}";
        var part = line.Share.Left == line.Share.Of && line.Kind == LineKind.NewPrice
            ? whole
            : $"{Count(line.Share)} of {whole}";
        return part;
    }

    private static string Count(Share share) => share.Unit == Grain.Terms
        ? Counted(share.Left, share.Unit)
        : string.Create(CultureInfo.InvariantCulture, $"{share.Left} of {Counted(share.Of, share.Unit)}");

    private static string Counted(long count, Grain unit)
    {
        var name = unit switch
        {
            Grain.CalendarDays => "day",
            Grain.Seconds => "second",
            Grain.MonthsNotStarted => "month",
            _ => "term",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}");
    }

    private static string Payment(Quote quote, int index)
    {
        var payments = 0;
        var earlier = 0;
        for (var i = 0; i < quote.Entries.Count; i++)
        {
            payments += quote.Entries[i].Account == Account.Payment ? 1 : 0;
            earlier += quote.Entries[i].Account == Account.Payment && i < index ? 1 : 0;
        }

        return (payments, earlier) switch
        {
            (1, _) => "To be paid now",
            (_, 0) => "First payment: the price of the plan that was tried",
            _ => "Second payment: the difference to the new plan",
        };
    }

    private static string Dates(Term term, DateTimeZone zone)
    {
        var (start, end) = (term.Start.DateAt(zone), term.End.DateAt(zone));
        return $"{(start.Year == end.Year ? Day : DayAndYear).Format(start)} to {DayAndYear.Format(end)}";
    }
}
