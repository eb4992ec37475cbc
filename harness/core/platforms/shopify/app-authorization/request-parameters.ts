import {isPlainObject} from '../../../../shown-value.ts';

/** The parameters of a request for tokens, by name. */
export type Parameters = ReadonlyMap<string, string>;

/** Reads the body of a request for tokens: JSON, as Shopify's libraries send it, or a form, as curl does. */
export async function readParameters(request: Request): Promise<Parameters> {
  const body = await request.text();
  const type = request.headers.get('content-type') ?? '';
  return new Map(type.toLowerCase().includes('json') ? membersOf(body) : new URLSearchParams(body));
}

/** Reads the parameters of a body whose type is not known. */
export function parametersIn(body: string): Parameters {
  return new Map(body.trimStart().startsWith('{') ? membersOf(body) : new URLSearchParams(body));
}

function membersOf(body: string): readonly (readonly [string, string])[] {
  const read = parsed(body);
  if (!isPlainObject(read)) return [];
  return Object.entries(read).flatMap(([name, value]) => {
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isScalar ? [[name, String(value)] as const] : [];
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
