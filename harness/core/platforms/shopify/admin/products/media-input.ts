import type {ProductMedia} from '../../../../world/product-details.ts';
import {NotSimulated} from '../../graphql/not-simulated.ts';
import type {AdminState} from '../admin-state.ts';
import {refuse} from '../model/user-errors.ts';

/** A picture that a mutation adds. */
export interface MediaInput {
  readonly originalSource?: string | null;
  readonly mediaContentType?: string | null;
  readonly contentType?: string | null;
  readonly alt?: string | null;
}

/** Makes the pictures of inputs. The URL of a picture stays that of its source: nothing is fetched. */
export function readMedia(
  inputs: readonly MediaInput[] | null | undefined,
  {newId}: Pick<AdminState, 'newId'>,
  path: readonly string[] = ['media'],
): readonly ProductMedia[] {
  return (inputs ?? []).map(({originalSource, mediaContentType, contentType, alt}, index) => {
    const kind = mediaContentType ?? contentType ?? 'IMAGE';
    if (kind !== 'IMAGE')
      throw new NotSimulated(`The simulated shop has only pictures as media, and no ${kind}.`);
    if (originalSource == null || !URL.canParse(originalSource))
      return refuse([...path, String(index), 'originalSource'], 'Image URL is invalid', 'INVALID');
    return {id: newId('MediaImage'), url: originalSource, alt: alt ?? ''};
  });
}
