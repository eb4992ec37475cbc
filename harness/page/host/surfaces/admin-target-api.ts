import {adminMembersOf} from '../../../wire/admin-members.ts';
import {ADMIN_GROUPS, ADMIN_TARGETS, isAdminTarget, type AdminApiPart} from '../../../wire/admin-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {actionApi, blockApi, dataApi, discountDataApi, pickerApi, subjectApi} from './admin/admin-context.ts';
import {
  appApi,
  appIntentsApi,
  intentResponseApi,
  loadingApi,
  toastApi,
  toolsApi,
} from './admin/app-home-api.ts';
import {discountsApi, featuresApi, metafieldApi, metafieldsApi} from './admin/settings-api.ts';
import {adminStandardApi} from './admin/admin-standard-api.ts';

const PARTS: Readonly<Record<AdminApiPart, (mount: Mount, state: PageState) => ApiTree>> = {
  app: appApi,
  'app-intents': appIntentsApi,
  close: actionApi,
  data: dataApi,
  'discount-data': discountDataApi,
  discounts: discountsApi,
  features: featuresApi,
  'intent-response': intentResponseApi,
  loading: loadingApi,
  metafield: metafieldApi,
  metafields: metafieldsApi,
  navigation: blockApi,
  picker: pickerApi,
  'product-data': subjectApi,
  'purchase-option-data': dataApi,
  'rule-data': subjectApi,
  toast: toastApi,
  tools: toolsApi,
  'validation-data': subjectApi,
  'variant-data': subjectApi,
};

/** Returns the API of a target of the admin for the current state (`surfaces/admin/api` of `@shopify/ui-extensions`). */
export function adminApi(mount: Mount, state: PageState): ApiTree {
  const {target, apiVersion} = mount;
  if (!isAdminTarget(target)) return {};

  const tree: ApiTree = Object.assign(
    {...adminStandardApi(mount), ...blockApi()},
    ...ADMIN_GROUPS[ADMIN_TARGETS[target]].api.map((part) => PARTS[part](mount, state)),
  );

  const members = adminMembersOf(target, apiVersion);
  return Object.fromEntries(Object.entries(tree).filter(([name]) => members.has(name)));
}
