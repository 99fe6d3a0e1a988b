using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Plimsoll.Web.Security;

/// <summary>
/// The request comes from this machine and names it: the connection is a loopback one, and the Host header is
/// localhost or a loopback address. The second half stops a page elsewhere from reaching in through a name of its own
/// that resolves to this machine.
/// </summary>
public sealed class LocalMachineRequirement : IAuthorizationRequirement;

/// <summary>Checks <see cref="LocalMachineRequirement"/>.</summary>
public sealed class LocalMachineHandler : AuthorizationHandler<LocalMachineRequirement>
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LocalMachineRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Resource is HttpContext request && IsLocal(request.Connection.RemoteIpAddress) && NamesThisMachine(request.Request.Host))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether a connection comes from this machine.</summary>
    public static bool IsLocal(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    /// <summary>Whether a Host header names this machine.</summary>
    public static bool NamesThisMachine(HostString host) =>
        string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

/// <summary>Says in words that a request was refused, instead of asking for a sign-in that does not exist yet.</summary>
public sealed class RefusalInWords : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(
            "Plimsoll answers only on the machine it runs on, under the name localhost. Open it there, or ask whoever runs it.",
            context.RequestAborted);
    }
}
