using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>Whether a package that is begun is charged.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PackageRounding>))]
public enum PackageRounding
{
    /// <summary>It is: fifteen units are two packages of ten.</summary>
    Up,

    /// <summary>Only full packages are: fifteen units are one package of ten.</summary>
    Down,
}
