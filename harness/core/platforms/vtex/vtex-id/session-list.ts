import type {Caller} from '../callers.ts';
import {routesOf} from '../route.ts';
import type {VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import type {VtexSession, VtexSessions} from '../vtex-sessions.ts';

const {only} = routesOf('vtex-id');

const SIGNED_IN = {shopper: true, admin: 'any-role', tokenOnly: true} as const;

/** The sessions of the user who asks: the list, and the end of one. */
export function sessionList({sessions}: VtexContext): readonly VtexRoute[] {
  return [
    only(SIGNED_IN, 'GET /api/vtexid/sessions', (_, caller) =>
      Response.json({
        currentSessionId: caller.claims?.['sess'] ?? null,
        sessions: ownSessions(caller, sessions).map(sessionJson),
      }),
    ),
    only(SIGNED_IN, 'POST /api/vtexid/sessions/:id/revoke', ({params: {id}}, caller) => {
      const isListed = ownSessions(caller, sessions).some(({sess}) => sess === id);
      // A minted token has a session that no login began, so no list has it.
      const isCurrent = caller.claims !== null && caller.claims['sess'] === id;
      if (id === undefined || !(isListed || isCurrent)) return new Response(null, {status: 404});

      sessions.revoke(id);
      return new Response(null, {status: 204});
    }),
  ];
}

function ownSessions({claims}: Caller, sessions: VtexSessions): readonly VtexSession[] {
  return claims === null ? [] : sessions.of(claims.sub, claims.account);
}

function sessionJson({sess, createdAt}: VtexSession): object {
  const at = new Date(createdAt).toISOString();
  return {id: sess, firstAccess: at, lastAccess: at};
}
