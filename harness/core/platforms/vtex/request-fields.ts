/** The fields of a form, of JSON, or of the query: VTEX ID's clients send any of the three. */
export async function fieldsOf(request: Request): Promise<ReadonlyMap<string, string>> {
  const fields = new Map(new URL(request.url).searchParams);
  for (const [name, value] of Object.entries(await bodyOf(request))) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      fields.set(name, String(value));
  }
  return fields;
}

/** The JSON object of a body; `{}` where there is none. */
export async function jsonOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return jsonOf(request);
  const form = await request.formData().catch(() => null);
  return form === null ? {} : Object.fromEntries(form);
}
