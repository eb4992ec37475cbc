import type {Image} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';

/** The side of the pictures that the world draws, in pixels. */
const SIDE = 64;

/** Resolves the fields of `Image`. It shows a product, whose number it has. */
export function resolveImage({url, altText}: Image, productId: string): {readonly id: string} {
  const resolved = {
    __typename: 'Image',
    id: `gid://shopify/ProductImage/${numberOf(productId)}`,
    url,
    src: url,
    originalSrc: url,
    transformedSrc: url,
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
    image: resolveImage(image, productId),
    previewImage: resolveImage(image, productId),
  };

  return resolved;
}
