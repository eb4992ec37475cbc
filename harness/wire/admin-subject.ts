/** The values of `shopify.data` in the admin (`surfaces/admin/api` of `@shopify/ui-extensions`). */
/** A resource that an extension gets as selected. */
export interface SelectedResource {
  /** `gid://shopify/Product/1` */
  readonly id: string;
  /** The selling plan of a purchase option. */
  readonly sellingPlanId?: string;
}

/** A metafield as settings read it. */
export interface SettingsMetafield {
  readonly id: string;
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
  readonly type: string;
}

/** The discount whose settings are shown. */
export interface DiscountData {
  /** `gid://shopify/DiscountAutomaticNode/1` */
  readonly id: string;
  readonly metafields: readonly SettingsMetafield[];
}

/** The validation whose settings are shown. */
export interface ValidationData {
  readonly validation: {readonly id: string; readonly metafields: readonly SettingsMetafield[]};
  readonly shopifyFunction: {readonly id: string};
}

/** The order routing rule whose settings are shown. */
export interface RoutingRuleData {
  readonly rule: {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly priority: number;
    readonly metafields: readonly SettingsMetafield[];
  };
}

/** The addresses of the app. */
interface ConfiguringApp {
  readonly launchUrl: string;
  readonly applicationUrl: string;
}

/** The product that is configured. */
export interface ProductConfigurationData {
  readonly selected: readonly SelectedResource[];
  readonly product: {
    readonly id: string;
    readonly title: string;
    readonly handle: string;
    readonly status: 'ACTIVE' | 'ARCHIVED' | 'DRAFT';
    readonly totalVariants: number;
    readonly totalInventory: number;
    readonly hasOnlyDefaultVariant: boolean;
    readonly options: readonly {
      readonly id: string;
      readonly name: string;
      readonly position: number;
      readonly values: readonly string[];
    }[];
    readonly productType: string;
    readonly productComponents: readonly never[];
  };
  readonly app: ConfiguringApp;
}

/** The variant that is configured. */
export interface VariantConfigurationData {
  readonly selected: readonly SelectedResource[];
  readonly variant: {
    readonly id: string;
    readonly sku: string;
    readonly barcode: string;
    readonly title: string;
    readonly displayName: string;
    readonly price: string;
    readonly compareAtPrice: string;
    readonly taxable: boolean;
    readonly taxCode: string;
    readonly weight: number;
    readonly selectedOptions: readonly {readonly name: string; readonly value: string}[];
    readonly productVariantComponents: readonly never[];
  };
  readonly app: ConfiguringApp;
}

/** The value of `shopify.data` of any target. */
export type AdminData =
  | {readonly selected: readonly SelectedResource[]}
  | DiscountData
  | ValidationData
  | RoutingRuleData
  | ProductConfigurationData
  | VariantConfigurationData;
