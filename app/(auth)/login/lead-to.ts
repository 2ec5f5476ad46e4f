/** 303 between the portal and the identity provider: nothing is kept, and neither side learns the other's address. */
export function leadTo(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
  });
}
