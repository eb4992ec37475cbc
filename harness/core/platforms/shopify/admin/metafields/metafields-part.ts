import type {AdminPart} from '../admin-part.ts';
import {metafieldId} from '../../../../world/metafield-id.ts';
import {allMetafields} from './metafield-list.ts';
import {metafieldMutations} from './metafield-mutations.ts';
import {resolveMetafield} from './metafield-resolver.ts';
import {METAFIELD_SDL} from './metafield-sdl.ts';

/** The metafields of products, customers, orders and other owners, and the data of the app. */
export const METAFIELD_PART: AdminPart = {
  sdl: METAFIELD_SDL,
  root: (state) => metafieldMutations(state),
  node(id, state) {
    const found = allMetafields(state.model).find((metafield) => metafieldId(metafield) === id);
    return found === undefined ? null : resolveMetafield(found, state);
  },
};
