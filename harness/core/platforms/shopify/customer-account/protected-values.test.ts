import {expect, test} from '@playwright/test';
import {PROTECTED_FIELDS} from '../../../../wire/protected-customer-data.ts';
import type {ProtectedCustomerData, ProtectedField} from '../../../../wire/protected-customer-data.ts';
import {PEOPLE} from '../../../world/people.ts';
import type {Customer} from '../../../world/people.ts';
import {createWorld} from '../../../world/world.ts';
import {rootQueries} from '../graphql/every-field.fixture.ts';
import {publishedSchema} from '../graphql/published-schema.ts';
import {publishedVersions} from '../graphql/published/releases.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {accountOf} from './account-state.fixture.ts';
import {protectedFieldOf} from './protected-data.ts';
import {queryCustomerAccount} from './query.ts';

/** The values of Ada and Bea by the approval that they need. The first letter of a name is in pictures. */
const VALUES: Readonly<Record<ProtectedField, RegExp>> = {
  name: /\b(?:Ada|Lovelace|Bea|Byron)\b|%3E[AB]%3C/,
  address: /12 Engine Street|5 Foundry Road|"(?:10001|02108)"/,
  phone: /\+12125550101/,
  email: /@example\.com|@engines\.example/,
};

const NAMELESS = {firstName: '', lastName: ''};

/** People whose display name is their name, their email and their phone. */
const ASKING: readonly Customer[] = [
  PEOPLE.ada,
  {...PEOPLE.bea, ...NAMELESS},
  {...PEOPLE.ada, ...NAMELESS, email: ''},
];

for (const field of PROTECTED_FIELDS) {
  test(`shows no ${field} in any other field without approval for it`, async () => {
    const shown = await answers(PEOPLE.ada, {approval: true, without: null});
    expect(shown.join(' ')).toMatch(VALUES[field]);

    const others = PROTECTED_FIELDS.filter((other) => other !== field);
    for (const customer of ASKING) {
      const redacted = await answers(customer, {approval: others, without: field});
      expect(redacted.filter((answer) => VALUES[field].test(answer))).toEqual([]);
    }
  });
}

/** Asks every query of the newest version for every field, but for those that need one approval. */
async function answers(
  customer: Customer,
  {approval, without}: {readonly approval: ProtectedCustomerData; readonly without: ProtectedField | null},
): Promise<readonly string[]> {
  const {app} = createWorld({app: {protectedCustomerData: approval}});
  const account = accountOf(customer, {app});
  const [draftOrder] = account.records().draftOrders;
  const ids = {
    order: account.order.id,
    company: customer.company?.id ?? '',
    companyLocation: customer.company?.location.id ?? '',
    draftOrder: draftOrder?.id ?? '',
  };

  const [version = ''] = publishedVersions('customer-account').slice(-1);
  const schema = await publishedSchema('customer-account', version);
  const queries = rootQueries(
    schema,
    3,
    ids,
    (type, name) => without === null || protectedFieldOf(type, name) !== without,
  );
  const given = {version, queries: queryDeps(), account: () => account};
  const all = await Promise.all(queries.map((query) => queryCustomerAccount({query}, given)));
  return all.map((answer) => JSON.stringify(answer));
}
