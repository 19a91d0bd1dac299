using System.Data;
using Dapper;

namespace BillingService.Store;

/// <summary>How values of the library stand in columns: instants as ticks, nouns as their JSON.</summary>
internal static class Columns
{
    internal static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantColumn());
        SqlMapper.AddTypeHandler(new JsonColumn<MoneyCredit>());
        SqlMapper.AddTypeHandler(new JsonColumn<Subscription>());
        SqlMapper.AddTypeHandler(new JsonColumn<Quote>());
    }

    private sealed class InstantColumn : SqlMapper.TypeHandler<Instant>
    {
        public override Instant Parse(object value) => Instant.FromUnixTimeTicks((long)value);

        public override void SetValue(IDbDataParameter parameter, Instant value) =>
            (parameter.DbType, parameter.Value) = (DbType.Int64, value.ToUnixTimeTicks());
    }

    private sealed class JsonColumn<T> : SqlMapper.TypeHandler<T>
        where T : class
    {
        public override T Parse(object value) => BillingJson.Read<T>((string)value);

        public override void SetValue(IDbDataParameter parameter, T? value) =>
            (parameter.DbType, parameter.Value) = (DbType.String, value is null ? DBNull.Value : BillingJson.Write(value));
    }
}
