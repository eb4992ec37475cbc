import type {VtexAccount} from '../../../world/vtex.ts';
import type {VtexCall} from '../route.ts';
import {cookiesOf} from '../vtex-cookies.ts';
import type {VtexCookie} from '../vtex-cookies.ts';
import type {VtexDeps} from '../vtex-deps.ts';
import type {VtexItem} from '../vtex-orders.ts';

/** The cart of one browser, until it becomes an order. */
export interface OrderForm {
  readonly id: string;
  readonly account: string;
  readonly items: readonly VtexItem[];
  readonly profile: ClientProfile | null;
  /** The e-mail address of the shopper who last used the form with a token. */
  readonly signedIn: string | null;
  /** The value of the cookie that shows its personal data; `null` before a guest gives some. */
  readonly ownership: string | null;
  /** The attachments that are kept as they were sent, by name. */
  readonly attachments: Readonly<Record<string, unknown>>;
}

/** The buyer, as an order form names them. */
export interface ClientProfile {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const COOKIE = 'checkout.vtex.com';

/**
 * The cookie of the visitor who gave the personal data of an order form.
 *
 * @see https://github.com/vtex-apps/store-graphql/pull/633
 */
export const OWNERSHIP_COOKIE = 'CheckoutOrderFormOwnership';

/** Seconds that a browser keeps its order form. */
const COOKIE_LIFE = 180 * 86_400;

/** The order forms of one simulation. */
export class OrderForms {
  readonly #deps: VtexDeps;
  readonly #forms = new Map<string, OrderForm>();

  constructor(deps: VtexDeps) {
    this.#deps = deps;
  }

  /** Finds the order form that the path names, or else the cookie. */
  find({params, request, account}: VtexCall): OrderForm | null {
    const cookie = cookiesOf(request).get(COOKIE) ?? '';
    const id = params['id'] ?? /__ofid=([\da-f]+)/.exec(cookie)?.[1];
    const form = id === undefined ? undefined : this.#forms.get(id);

    return form?.account === account.name ? form : null;
  }

  async begin({name}: VtexAccount): Promise<OrderForm> {
    const id = (await this.#deps.uuid()).replaceAll('-', '');
    const form: OrderForm = {
      id,
      account: name,
      items: [],
      profile: null,
      signedIn: null,
      ownership: null,
      attachments: {},
    };

    this.#forms.set(id, form);
    return form;
  }

  save(form: OrderForm): void {
    this.#forms.set(form.id, form);
  }

  delete({id}: OrderForm): void {
    this.#forms.delete(id);
  }

  /**
   * Lists the cookies by which a browser finds its order form again, and proves that its data is the
   * visitor's.
   */
  cookiesOf({id, ownership}: OrderForm, host: string, isOwner: boolean): readonly VtexCookie[] {
    const cookie = {
      domain: host,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      expires: Math.floor(this.#deps.now() / 1000) + COOKIE_LIFE,
    } as const;

    return [
      {...cookie, name: COOKIE, value: `__ofid=${id}`},
      ...(isOwner && ownership !== null ? [{...cookie, name: OWNERSHIP_COOKIE, value: ownership}] : []),
    ];
  }
}
