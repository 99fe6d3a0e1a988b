using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Plimsoll.Web.Frame;

/// <summary>The mark of the product as an icon: a load line.</summary>
public static class Mark
{
    public const string Address = "/styles/mark.svg";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="none" stroke="#12263f" stroke-width="3"><circle cx="16" cy="16" r="10"/><path d="M1 16H31"/></g></svg>""");

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, context =>
        {
            context.Response.ContentType = "image/svg+xml";
            context.Response.Headers.CacheControl = "public, max-age=86400";
            return context.Response.Body.WriteAsync(Content, context.RequestAborted).AsTask();
        });
}
