import type {ProductDetails, ProductMedia} from '../../../../world/product-details.ts';
import {resolveImage} from '../../storefront/image.ts';
import type {Identified} from '../model/admin-graph.ts';

/** Resolves the fields of `MediaImage`. A picture is ready at once. */
export function resolveMedia(
  {id, url, alt}: ProductMedia,
  {createdAt, updatedAt}: Pick<ProductDetails, 'createdAt' | 'updatedAt'>,
): Identified {
  const image = resolveImage({url, altText: alt}, id);
  const resolved = {
    __typename: 'MediaImage',
    id,
    alt,
    mediaContentType: 'IMAGE',
    status: 'READY',
    mediaErrors: [],
    mediaWarnings: [],
    image,
    preview: {__typename: 'MediaPreviewImage', image, status: 'READY'},
    mimeType: /\.png(?:\?|$)/.test(url) ? 'image/png' : 'image/jpeg',
    createdAt,
    updatedAt,
  };

  return resolved;
}

/** Resolves the fields of `Image` for a picture of a product. */
export function resolvePicture({id, url, alt}: ProductMedia): Identified {
  return resolveImage({url, altText: alt}, id);
}
