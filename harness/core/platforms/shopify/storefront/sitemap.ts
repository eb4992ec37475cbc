import {timesOf} from '../../../world/resource-times.ts';
import type {Catalogue} from './catalogue.ts';

/** An entry of the sitemap. */
interface Entry {
  readonly id: string;
  readonly handle: string;
  readonly title?: string;
  /** The type of a metaobject. */
  readonly type?: string;
}

/** The number of entries on one page of the sitemap. */
const PER_PAGE = 250;

/** The resources that are in the sitemap, by the value of `SitemapType`. */
const RESOURCES: Readonly<Record<string, (catalogue: Catalogue) => readonly Entry[]>> = {
  PRODUCT: ({products}) => products.map(({id, handle, source}) => ({id, handle, title: source.title})),
  COLLECTION: ({collections}) => collections,
  PAGE: ({pages}) => pages,
  BLOG: ({blogs}) => blogs,
  ARTICLE: ({articles}) => articles,
  METAOBJECT: ({metaobjects}) => metaobjects,
};

/** Resolves the fields of `Sitemap`. */
export function resolveSitemap({type}: {type: string}, catalogue: Catalogue): object {
  const entries = RESOURCES[type]?.(catalogue) ?? [];
  const count = Math.ceil(entries.length / PER_PAGE);

  return {
    __typename: 'Sitemap',
    pagesCount: {__typename: 'Count', count, precision: 'EXACT'},
    resources: ({page}: {page: number}) =>
      page < 1 || page > count
        ? null
        : {
            __typename: 'PaginatedSitemapResources',
            hasNextPage: page < count,
            items: entries
              .slice((page - 1) * PER_PAGE, page * PER_PAGE)
              .map((entry) => resolveEntry(entry, catalogue)),
          },
  };
}

function resolveEntry({id, handle, title, type}: Entry, {world}: Catalogue): object {
  const {updatedAt} = timesOf(world.seed, id);
  if (type !== undefined)
    return {__typename: 'SitemapResourceMetaobject', handle, type, onlineStoreUrlHandle: null, updatedAt};

  return {__typename: 'SitemapResource', handle, title, image: null, updatedAt};
}
