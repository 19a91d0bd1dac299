namespace RenewalCluster.Tests;

/// <summary>The books take a booking once, and say so if it contradicts.</summary>
public sealed class BooksTests
{
    private static readonly Booking First = new(Number: 0, Content: 7, Entries: 2, DueNow: 100);
    private static readonly Booking Second = new(Number: 1, Content: UInt128.MaxValue, Entries: 3, DueNow: 250);

    [Fact]
    public void A_booking_that_arrives_again_is_booked_once()
    {
        var books = BooksOf(First, Second, First);

        Assert.Equal((2, 1, 0), (books.Booked, books.Repeated, books.Contradicted));
        Assert.Equal((5L, 350L), (books.Entries, books.DueNow));
    }

    [Fact]
    public void A_booking_that_arrives_with_another_content_is_a_contradiction()
    {
        var books = BooksOf(First, First with { Content = 8 });

        Assert.Equal((1, 0, 1), (books.Booked, books.Repeated, books.Contradicted));
        Assert.Equal((UInt128)7, books.Checksum);
    }

    [Fact]
    public void The_checksum_is_a_sum_modulo_two_to_the_128_in_whatever_order()
    {
        // 7 + (2^128 - 1) = 6 modulo 2^128.
        Assert.Equal((UInt128)6, BooksOf(First, Second).Checksum);
        Assert.Equal((UInt128)6, BooksOf(Second, First).Checksum);
    }

    [Fact]
    public void A_missing_and_a_different_booking_are_named()
    {
        Assert.Equal([1], BooksOf(First).DifferencesTo(BooksOf(First, Second)));
        Assert.Equal([0], BooksOf(First with { DueNow = 99 }, Second).DifferencesTo(BooksOf(First, Second)));
    }

    private static Books BooksOf(params Booking[] bookings)
    {
        var books = new Books(2);
        books.Take(bookings);
        return books;
    }
}
