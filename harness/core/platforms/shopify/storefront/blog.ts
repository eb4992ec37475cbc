import type {Article, Blog, Comment} from '../../../world/blogs.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {contentSearch, sortContent} from './content-list.ts';
import type {ListOf} from './content-list.ts';
import {resolveMetafields} from './metafields.ts';
import type {ResolvedResource} from './online-store-page.ts';
import {NO_SEO, htmlOf, truncated} from './text.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A blog as the Storefront API has it. */
export interface ResolvedBlog extends ResolvedResource {
  readonly allArticles: readonly ResolvedArticle[];
}

/** An article as the Storefront API has it. */
export interface ResolvedArticle extends ResolvedResource {
  readonly source: Article;
}

/** Resolves the fields of `Blog`. */
export function resolveBlog(blog: Blog, context: ResolverContext): ResolvedBlog {
  const {id, handle, title} = blog;
  const allArticles = blog.articles.map((article) =>
    resolveArticle(article, {blog: () => resolved, context}),
  );
  const authors = new Map(blog.articles.map(({author}) => [author.join(' '), resolveAuthor(author)]));

  const resolved: ResolvedBlog & Record<string, unknown> = {
    __typename: 'Blog',
    id,
    handle,
    title,
    allArticles,
    articles: ({query, sortKey, ...page}: ListOf) =>
      connection(sortContent(contentSearch(allArticles, query), sortKey), page),
    articleByHandle: ({handle: wanted}: {handle: string}) =>
      allArticles.find((article) => article.handle === wanted) ?? null,
    authors: [...authors.values()],
    onlineStoreUrl: `${context.world.shop.storefrontUrl}/blogs/${handle}`,
    seo: NO_SEO,
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

function resolveArticle(
  article: Article,
  {blog, context}: {blog: () => ResolvedBlog; context: ResolverContext},
): ResolvedArticle {
  const {id, handle, title, text, excerpt, tags, comments} = article;
  const author = resolveAuthor(article.author);

  const resolved: ResolvedArticle & Record<string, unknown> = {
    __typename: 'Article',
    source: article,
    id,
    handle,
    title,
    content: (args: {truncateAt?: number | null}) => truncated(text, args),
    contentHtml: htmlOf(text),
    excerpt: (args: {truncateAt?: number | null}) => (excerpt === null ? null : truncated(excerpt, args)),
    excerptHtml: excerpt === null ? null : htmlOf(excerpt),
    tags,
    author,
    authorV2: author,
    blog,
    comments: (page: PageOf) => connection(comments.map(resolveComment), page),
    image: null,
    publishedAt: timesOf(context.world.seed, id).createdAt,
    onlineStoreUrl: () => `${context.world.shop.storefrontUrl}/blogs/${blog().handle}/${handle}`,
    trackingParameters: null,
    seo: NO_SEO,
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

/** The email of an author is the shop's business: the platform gives it, so it is of an example domain here. */
function resolveAuthor([firstName, lastName]: Article['author']): object {
  return {
    __typename: 'ArticleAuthor',
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${firstName.toLowerCase()}@example.com`,
    bio: null,
  };
}

/** Resolves the fields of `Comment`. */
export function resolveComment({id, text, name, email}: Comment): {readonly id: string} {
  const resolved = {
    __typename: 'Comment',
    id,
    content: (args: {truncateAt?: number | null}) => truncated(text, args),
    contentHtml: htmlOf(text),
    author: {__typename: 'CommentAuthor', name, email},
  };

  return resolved;
}
