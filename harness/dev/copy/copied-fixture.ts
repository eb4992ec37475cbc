import type {Minis} from '../../core/world/minis.ts';
import type {StaffName} from '../../core/world/staff.ts';
import {code} from './test-code.ts';

/** The facts that the statements of a test's start depend on. */
export interface OpeningFacts {
  /** Whether a later statement has the expression of the page. */
  readonly isUsed: boolean;
  /** The customer, as code. */
  readonly customer: string;
  readonly staff: StaffName;
}

/** The fixture that a copied test uses, by the kind of the page. */
export interface CopiedFixture {
  readonly name: 'host' | 'mini' | 'storefront' | 'admin';
  /** The fixtures that the test takes. */
  readonly taken: string;
  /** The expression of the page, for controls that are not in an extension. */
  readonly page: string;
  /** Writes the statements that open the page. */
  readonly opening: (facts: OpeningFacts) => readonly string[];
}

/** Extensions: each has its own statement that mounts it. */
export const HOST_FIXTURE: CopiedFixture = {
  name: 'host',
  taken: 'host',
  page: 'host.page',
  opening: () => [],
};

/** The fixture of a copied test of a store. */
export const STORE_FIXTURE: CopiedFixture = {
  name: 'storefront',
  taken: 'storefront, page',
  page: 'page',
  opening: ({customer}) => [
    ...(customer === 'null' ? [] : [`await storefront.signIn(${customer});`]),
    "await storefront.open('/');",
  ],
};

/** The fixture of a copied test of an embedded app, with the staff member who used the admin. */
export const APP_FIXTURE: CopiedFixture = {
  name: 'admin',
  taken: 'admin',
  page: 'app',
  opening: ({isUsed, staff}) => [
    ...(staff === 'grace' ? [] : [`await admin.signIn(${code(staff)});`]),
    isUsed ? 'const app = await admin.open();' : 'await admin.open();',
  ],
};

/** The fixture of a copied test of a Mini in a folder, with the user's answer to the consent sheet. */
export function miniFixture(folder: string, consent: Minis['consent'] = 'granted'): CopiedFixture {
  return {
    name: 'mini',
    taken: 'mini',
    page: 'body',
    opening: ({isUsed}) => {
      const call = `await mini.open(${code(folder)});`;
      const before = consent === 'granted' ? [] : [`await mini.consent(${code(consent)});`];
      return [...before, isUsed ? `const body = ${call}` : call];
    },
  };
}
