import type {Customer} from '../../../../wire/account.ts';
import {numberOf} from '../../../world/gid.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {resolveMetafields} from './metafields.ts';
import type {ResolverContext} from './resolver-context.ts';

/** Resolves the company that a customer buys for; null for everybody else. */
export function resolvePurchasingCompany(
  {company}: Pick<Customer, 'company'>,
  context: ResolverContext,
): object | null {
  if (company === null) return null;
  const contactId = `gid://shopify/CompanyContact/${numberOf(company.id)}`;

  return {
    __typename: 'PurchasingCompany',
    company: resolvePart('Company', company, context),
    location: {...resolvePart('CompanyLocation', company.location, context), locale: null},
    contact: {
      __typename: 'CompanyContact',
      id: contactId,
      title: null,
      locale: null,
      ...timesOf(context.world.seed, contactId),
    },
  };
}

/** Resolves the fields that companies and their branches share. */
function resolvePart(
  type: 'Company' | 'CompanyLocation',
  {id, name, externalId}: {readonly id: string; readonly name: string; readonly externalId?: string},
  context: ResolverContext,
): object {
  const resolved: Readonly<Record<string, unknown>> = {
    __typename: type,
    id,
    name,
    externalId: externalId ?? null,
    ...timesOf(context.world.seed, id),
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}
