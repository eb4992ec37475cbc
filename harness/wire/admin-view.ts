/** The facts that pages of the simulated admin show, and that its extensions read. */
import type {AdminKindName} from './admin-pages.ts';
import type {AdminData, SelectedResource} from './admin-subject.ts';

/** A resource as the admin lists it. */
export interface AdminRow {
  /** `gid://shopify/Product/1` */
  readonly id: string;
  readonly title: string;
  /** The id of the resource that it belongs to: the product of a variant, the company of a location. */
  readonly parent?: string;
}

/** The settings of a discount that an extension reads and changes. */
export interface DiscountSettings {
  readonly discountClasses: readonly ('product' | 'order' | 'shipping')[];
  readonly discountMethod: 'automatic' | 'code';
  readonly purchaseType: 'one_time_purchase' | 'subscription' | 'both';
  readonly recurringCycleLimit: number | null;
}

/** An intent that an extension handles: the value of `shopify.intents.request`. */
export interface AdminIntent {
  /** For example `edit`. */
  readonly action: string;
  /** For example `application/email`. */
  readonly type: string;
  /** The id of what is edited. */
  readonly value?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The part of a mount that only extensions of the admin use. */
export interface AdminMount {
  /** The resources that the extension gets as selected. */
  readonly selected: readonly SelectedResource[];
  /** The value of `shopify.data`. */
  readonly data: AdminData;
  /** The bytes that `shopify.storage` may hold. */
  readonly storageLimit: number;
  /** The intent that the extension handles now, or `null`. */
  readonly intent: AdminIntent | null;
  /** Whether the extension has answered its intent. */
  readonly isAnswered: boolean;
}

/** The part of a page's state that only pages of the admin have. */
export interface AdminView {
  /** The handle of the store: `acme`. */
  readonly store: string;
  /** The name of the staff member who uses the admin. */
  readonly staff: string;
  /** The resources of each kind, the first one at first. */
  readonly resources: Readonly<Record<AdminKindName, readonly AdminRow[]>>;
  readonly discount: DiscountSettings;
}

/** The name of the request by which a page reports that an extension has answered its intent. */
export const ANSWER_INTENT = 'admin.answerIntent';

/** The name of the request by which a list sends the resources that are selected on it. */
export const SELECT_RESOURCES = 'admin.selectResources';

/** The name of the request by which a picker asks for the resources that it shows. */
export const PICKER_RESOURCES = 'admin.pickerResources';
