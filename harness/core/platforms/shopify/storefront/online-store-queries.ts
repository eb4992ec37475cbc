import {urlRedirectsOf} from '../../../world/url-redirects.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {matcherOf} from '../graphql/search-syntax.ts';
import type {Catalogue} from './catalogue.ts';
import {contentSearch, sortContent} from './content-list.ts';
import type {ListOf} from './content-list.ts';
import {find} from './named.ts';
import type {Named} from './named.ts';
import {resolveSitemap} from './sitemap.ts';

/** The names of one metaobject in a query. */
interface MetaobjectOf {
  readonly id?: string | null;
  readonly handle?: {readonly type: string; readonly handle: string} | null;
}

/** Resolves the fields of `QueryRoot` about the pages of the online store, and about metaobjects. */
export function onlineStoreQueries(catalogue: Catalogue): object {
  const listed =
    (items: () => Parameters<typeof contentSearch>[0]) =>
    ({query, sortKey, ...page}: ListOf): object =>
      connection(sortContent(contentSearch(items(), query), sortKey), page);

  return {
    page: (named: Named) => find(catalogue.pages, named),
    pageByHandle: (named: Named) => find(catalogue.pages, named),
    pages: listed(() => catalogue.pages),
    blog: (named: Named) => find(catalogue.blogs, named),
    blogByHandle: (named: Named) => find(catalogue.blogs, named),
    blogs: listed(() => catalogue.blogs),
    article: (named: Named) => find(catalogue.articles, named),
    articles: listed(() => catalogue.articles),
    collection: (named: Named) => find(catalogue.collections, named),
    collectionByHandle: (named: Named) => find(catalogue.collections, named),
    collections: listed(() => catalogue.collections),
    menu: (named: Named) => find(catalogue.menus, named),
    ...metaobjectQueries(catalogue),
    locations: (page: PageOf) => connection(catalogue.locations, page),
    sitemap: (given: {type: string}) => resolveSitemap(given, catalogue),
    urlRedirects: ({query, ...page}: ListOf) => connection(redirects(query, catalogue), page),
  };
}

function metaobjectQueries(catalogue: Catalogue): object {
  return {
    metaobject: ({id, handle}: MetaobjectOf) =>
      catalogue.metaobjects.find(
        (metaobject) =>
          metaobject.id === id || (metaobject.type === handle?.type && metaobject.handle === handle.handle),
      ) ?? null,
    metaobjects({type, sortKey, ...page}: ListOf & {readonly type: string}) {
      const found = catalogue.metaobjects.filter((metaobject) => metaobject.type === type);
      const sorted =
        sortKey?.toLowerCase() === 'updated_at'
          ? found.toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt, 'en'))
          : found;
      return connection(sorted, page);
    },
  };
}

function redirects(query: string | null | undefined, {world}: Catalogue): readonly {readonly id: string}[] {
  const all = urlRedirectsOf(world.products).map((redirect) => ({__typename: 'UrlRedirect', ...redirect}));
  if (query == null || query.trim() === '') return all;

  const matches = matcherOf(query);
  return all.filter(({path, target}) => matches({'': [path, target], path: [path], target: [target]}));
}
