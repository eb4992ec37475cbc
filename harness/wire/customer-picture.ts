/**
 * Creates the picture of a customer: the first letter of their name, as a `data:` URL.
 *
 * @param name the name, or an empty string if the app may not read it; the picture has no letter then
 */
export function customerPicture(name: string): string {
  const initial = name.charAt(0).replace(/[<&]/, '');
  const text = 'x="32" y="41" font-family="sans-serif" font-size="26" text-anchor="middle" fill="#33415c"';
  const content = `<circle cx="32" cy="32" r="32" fill="#d7dee8"/><text ${text}>${initial}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`;

  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
