/**
 * Gives a cookie that a script writes with `expires` the same life as `max-age`.
 *
 * The page's `Date` is simulated, but the browser's cookie jar counts in real time. The function runs in a page before its
 * own code, and must not use anything outside of itself.
 */
export function writeLivesAsMaxAge(): void {
  const {Document: DocumentClass} = globalThis as unknown as {Document: {prototype: object}};
  const own = Object.getOwnPropertyDescriptor(DocumentClass.prototype, 'cookie');
  if (own?.set === undefined) return;

  const {set} = own;
  Object.defineProperty(DocumentClass.prototype, 'cookie', {
    ...own,
    set(this: unknown, text: unknown) {
      const parts = String(text).split(';');
      const end = parts.findIndex((part, index) => index > 0 && /^\s*expires\s*=/i.test(part));
      const at = Date.parse(parts[end]?.replace(/^[^=]*=/, '') ?? '');
      const hasMaxAge = parts.some((part, index) => index > 0 && /^\s*max-age\s*=/i.test(part));
      if (!Number.isNaN(at) && !hasMaxAge) parts[end] = ` max-age=${Math.ceil((at - Date.now()) / 1000)}`;
      set.call(this, parts.join(';'));
    },
  });
}
