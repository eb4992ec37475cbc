import {isRecord} from '../../../records.ts';

/** Reads the fields of a form, of JSON, or of the query: clients of VTEX ID send any of the three. */
export async function fieldsOf(request: Request): Promise<ReadonlyMap<string, string>> {
  const fields = new Map(new URL(request.url).searchParams);
  for (const [name, value] of Object.entries(await bodyOf(request))) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      fields.set(name, String(value));
    }
  }

  return fields;
}

/** Reads the JSON object of a body; any other body is `{}`. */
export async function jsonOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await request.json().catch(() => null);
  return isRecord(body) ? body : {};
}

/** Returns a value if it is a string. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads a whole number of the query; without one, or if it is below `least`, the answer is `byDefault`. */
export function wholeNumberOf(
  {searchParams}: URL,
  name: string,
  {byDefault, least}: {byDefault: number; least: number},
): number {
  const number = Number(searchParams.get(name) ?? byDefault);
  return Number.isInteger(number) && number >= least ? number : byDefault;
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};

  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return jsonOf(request);

  const form = await request.formData().catch(() => null);
  return form === null ? {} : Object.fromEntries(form);
}
