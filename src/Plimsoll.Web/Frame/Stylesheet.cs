using System.Security.Cryptography;
using Microsoft.AspNetCore.Routing;

namespace Plimsoll.Web.Frame;

/// <summary>
/// The compiled stylesheet, embedded in this assembly. Its address carries a hash of its content, so a browser may
/// keep it for ever and still never shows an old one.
/// </summary>
public static class Stylesheet
{
    private static readonly byte[] Content = Read();

    /// <summary>The address with the hash of the content in it.</summary>
    public static string Address { get; } = $"/styles/plimsoll.{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}.css";

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, context =>
        {
            context.Response.ContentType = "text/css; charset=utf-8";
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.ContentLength = Content.Length;
            return context.Response.Body.WriteAsync(Content, context.RequestAborted).AsTask();
        });

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("plimsoll.css")
            ?? throw new InvalidOperationException("The stylesheet is not in the assembly: the build did not compile it.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
