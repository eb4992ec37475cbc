import type {Image} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Product} from '../../../world/products.ts';

/** The side of the pictures that the world draws, in pixels. */
const SIDE = 64;

/** A transformation of an image, as a query asks for it. */
export interface ImageTransform {
  readonly maxWidth?: number | null;
  readonly maxHeight?: number | null;
  readonly scale?: number | null;
  readonly crop?: string | null;
  readonly preferredContentType?: string | null;
}

/** A picture of a product, and the id whose number it has. */
export interface Picture {
  readonly id: string;
  readonly image: Image;
}

/** Lists the pictures of a product. The one picture of a product of the start has the number of the product. */
export function picturesOf({id, image, details}: Product): readonly Picture[] {
  if (details === undefined) return [{id, image}];
  return details.media.map((media) => ({id: media.id, image: {url: media.url, altText: media.alt}}));
}

/** Resolves the fields of `Image`. It has the number of its product or medium. */
export function resolveImage({url, altText}: Image, productId: string): {readonly id: string} {
  const resolved = {
    __typename: 'Image',
    id: `gid://shopify/ProductImage/${numberOf(productId)}`,
    url: ({transform}: {transform?: ImageTransform | null}) => transformed(url, transform ?? {}),
    src: url,
    originalSrc: url,
    transformedSrc: (transform: ImageTransform) => transformed(url, transform),
    altText,
    width: SIDE,
    height: SIDE,
  };

  return resolved;
}

/** Resolves the fields of `MediaImage`. */
export function resolveMedia(image: Image, productId: string): {readonly id: string} {
  const resolved = {
    __typename: 'MediaImage',
    id: `gid://shopify/MediaImage/${numberOf(productId)}`,
    alt: image.altText,
    mediaContentType: 'IMAGE',
    presentation: null,
    image: resolveImage(image, productId),
    previewImage: resolveImage(image, productId),
  };

  return resolved;
}

/**
 * Returns the URL of a transformed image: with parameters as on Shopify's CDN, or for a picture that the world draws,
 * with the new size in the picture.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/input-objects/ImageTransformInput
 */
function transformed(
  url: string,
  {maxWidth, maxHeight, scale, crop, preferredContentType}: ImageTransform,
): string {
  const factor = scale ?? 1;
  const width = maxWidth == null ? null : maxWidth * factor;
  const height = maxHeight == null ? null : maxHeight * factor;
  if (url.startsWith('data:')) return resized(url, Math.min(width ?? Infinity, height ?? Infinity));

  const changed = new URL(url);
  const params = {width, height, crop: crop?.toLowerCase(), format: preferredContentType?.toLowerCase()};
  for (const [name, value] of Object.entries(params)) {
    if (value != null) changed.searchParams.set(name, String(value));
  }

  return changed.href;
}

/** Writes the size into an SVG, whose sides are equal. Other `data:` URLs stay as they are. */
function resized(url: string, side: number): string {
  if (!Number.isFinite(side)) return url;
  const tag = encodeURIComponent('<svg ');
  return url.replace(tag, `${tag}${encodeURIComponent(`width="${side}" height="${side}" `)}`);
}
