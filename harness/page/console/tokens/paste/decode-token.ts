/** A part of a token: decoded, or the reason why it cannot be. */
export type TokenPart =
  | {readonly json: Readonly<Record<string, unknown>>; readonly problem: null}
  | {readonly json: null; readonly problem: string};

/** A string that was pasted as a token, taken apart. */
export interface DecodedToken {
  /** The token alone, without a prefix and quotes. */
  readonly token: string;
  readonly header: TokenPart;
  readonly claims: TokenPart;
  /** The reason why it is not a JWT, apart from the two parts. */
  readonly problem: string | null;
}

/** Takes a token apart in the page. The string may be a whole header `Authorization`. */
export function decodeToken(text: string): DecodedToken {
  const token = text
    .trim()
    .replace(/^(?:authorization:)?\s*(?:bearer\s+)?/i, '')
    .replace(/^(["'])(.*)\1$/s, '$2');

  const parts = token.split('.');
  const [header = '', claims = ''] = parts;
  return {
    token,
    header: decodePart('The header is', header),
    claims: decodePart('The claims are', claims),
    problem: parts.length === 3 ? null : countProblem(parts.length),
  };
}

function countProblem(count: number): string {
  const encrypted = count === 5 ? ' Five parts are an encrypted token.' : '';
  return `A JWT has three parts with dots between them. This has ${count}.${encrypted}`;
}

function decodePart(subject: string, part: string): TokenPart {
  const failed = (problem: string): TokenPart => ({json: null, problem});
  if (part === '') return failed(`${subject} missing.`);

  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytesOf(part));
  } catch {
    return failed(`${subject} not base64url.`);
  }

  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return {json: json as Readonly<Record<string, unknown>>, problem: null};
    return failed(`${subject} not a JSON object.`);
  } catch {
    return failed(`${subject} not JSON.`);
  }
}

function bytesOf(part: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(part)) throw new Error('Another character than those of base64url.');
  return Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
