/** A colour: three channels from 0 to 255, and alpha from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** A colour as people choose it: hue in degrees, saturation and brightness in percent. */
export interface Shade {
  readonly hue: number;
  readonly saturation: number;
  readonly brightness: number;
}

const HEX = /^#(?:([\da-f]{3,4})|([\da-f]{6}(?:[\da-f]{2})?))$/i;
const CALL = /^(rgb|hsl)a?\(([^()]+)\)$/i;

/** Reads a colour as hex digits, `rgb()` or `hsl()`. Returns undefined for any other string. */
export function parseColour(text: string): Colour | undefined {
  const given = text.trim();
  const hex = HEX.exec(given);
  if (hex !== null) return ofHex(hex[2] ?? (hex[1] ?? '').replaceAll(/./g, '$&$&'));

  const [, kind = '', list = ''] = CALL.exec(given) ?? [];
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3 || parts.length > 4) return undefined;

  const [one = 0, two = 0, three = 0] = parts.map((part) => Number.parseFloat(part));
  const alpha = parts[3] === undefined ? 1 : Number.parseFloat(parts[3]) / (parts[3].endsWith('%') ? 100 : 1);
  if ([one, two, three, alpha].some((part) => Number.isNaN(part))) return undefined;
  return kind.toLowerCase() === 'rgb'
    ? {red: channel(one), green: channel(two), blue: channel(three), alpha: clamp(alpha, 1)}
    : ofHsl(one, two / 100, three / 100, clamp(alpha, 1));
}

/** Writes a colour as six hex digits, or eight with alpha. */
export function hexOf({red, green, blue, alpha}: Colour, hasAlpha: boolean): string {
  const channels = hasAlpha ? [red, green, blue, Math.round(alpha * 255)] : [red, green, blue];
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Computes hue, saturation and brightness. */
export function shadeOf({red, green, blue}: Colour): Shade {
  const brightest = Math.max(red, green, blue);
  const spread = brightest - Math.min(red, green, blue);
  const saturation = brightest === 0 ? 0 : spread / brightest;
  return {
    hue: spread === 0 ? 0 : Math.round(hueOf(red, green, blue, brightest, spread)),
    saturation: Math.round(saturation * 100),
    brightness: Math.round((brightest / 255) * 100),
  };
}

/** Computes the colour of a shade. */
export function colourOf({hue, saturation, brightness}: Shade, alpha: number): Colour {
  const part = (offset: number): number => {
    const position = (offset + hue / 60) % 6;
    const drop = (saturation / 100) * Math.max(0, Math.min(position, 4 - position, 1));
    return Math.round((brightness / 100) * (1 - drop) * 255);
  };

  return {red: part(5), green: part(3), blue: part(1), alpha};
}

function ofHex(digits: string): Colour {
  const at = (index: number): number => Number.parseInt(digits.slice(index, index + 2), 16);
  return {red: at(0), green: at(2), blue: at(4), alpha: digits.length === 8 ? at(6) / 255 : 1};
}

function ofHsl(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const brightness = lightness + saturation * Math.min(lightness, 1 - lightness);
  const shade = {
    hue: ((hue % 360) + 360) % 360,
    saturation: brightness === 0 ? 0 : 200 * (1 - lightness / brightness),
    brightness: brightness * 100,
  };

  return colourOf(shade, alpha);
}

function hueOf(red: number, green: number, blue: number, brightest: number, spread: number): number {
  if (brightest === red) return (((green - blue) / spread + 6) % 6) * 60;
  return brightest === green ? ((blue - red) / spread + 2) * 60 : ((red - green) / spread + 4) * 60;
}

function channel(value: number): number {
  return Math.round(clamp(value, 255));
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, value));
}

/** Returns a colour in hex digits, or undefined if the string is not a colour. */
export function normalizedColour(text: string, hasAlpha: boolean): string | undefined {
  const colour = parseColour(text);
  return colour === undefined ? undefined : hexOf(colour, hasAlpha);
}
