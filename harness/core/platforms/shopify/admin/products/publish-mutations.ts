import {detailsOf} from '../../../../world/product-defaults.ts';
import {NotSimulated} from '../../graphql/not-simulated.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse} from '../model/user-errors.ts';
import {ONLINE_STORE} from './publication.ts';

interface PublishArgs {
  readonly id: string;
  readonly input: readonly {readonly publicationId?: string | null; readonly publishDate?: string | null}[];
}

/**
 * Resolves `publishablePublish` and `publishableUnpublish`. Buyers see a product once it is published, and a collection
 * always.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/publishablePublish
 */
export function publishMutations(graph: AdminGraph): object {
  const change = (args: PublishArgs, isPublished: boolean): object => ({
    ...payloadOf(() => publish(args, isPublished, graph), {publishable: null}),
    shop: () => graph.shop(),
  });

  return {
    publishablePublish: (args: PublishArgs) => change(args, true),
    publishableUnpublish: (args: PublishArgs) => change(args, false),
  };
}

function publish({id, input}: PublishArgs, isPublished: boolean, graph: AdminGraph): object {
  const {model, now} = graph.state;
  const time = now();

  for (const [index, {publicationId, publishDate}] of input.entries()) {
    const field = ['input', String(index), 'publicationId'];
    if (publicationId !== ONLINE_STORE) refuse(field, 'Publication does not exist or is not publishable');
    if (publishDate != null && Date.parse(publishDate) > time)
      throw new NotSimulated('The simulated shop publishes at once, and not at a date that is to come.');
  }

  const product = model.records.products.find((each) => each.id === id);
  if (product === undefined)
    return {publishable: graph.collectionOf(id) ?? refuse(['id'], 'Resource does not exist')};

  const details = detailsOf(product, model.seed);
  const published = {
    ...details,
    publishedAt: isPublished ? (details.publishedAt ?? new Date(time).toISOString()) : null,
  };
  const changed = {...product, details: published};
  model.records.products = model.records.products.map((each) => (each.id === id ? changed : each));
  return {publishable: graph.product(changed)};
}
