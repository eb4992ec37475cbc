import {ADMIN_GROUPS, ADMIN_TARGETS, isAdminTarget, type AdminApiPart} from '../../../wire/admin-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {actionApi, blockApi, dataApi, pickerApi} from './admin/admin-context.ts';
import {adminStandardApi} from './admin/admin-standard-api.ts';

const PARTS: Readonly<Partial<Record<AdminApiPart, (mount: Mount, state: PageState) => ApiTree>>> = {
  close: actionApi,
  data: dataApi,
  navigation: blockApi,
  picker: pickerApi,
};

/** Returns the API of a target of the admin for the current state (`surfaces/admin/api` of `@shopify/ui-extensions`). */
export function adminApi(mount: Mount, state: PageState): ApiTree {
  const parts = isAdminTarget(mount.target) ? ADMIN_GROUPS[ADMIN_TARGETS[mount.target]].api : [];
  return Object.assign(
    {},
    adminStandardApi(mount),
    ...parts.map((part) => PARTS[part]?.(mount, state) ?? {}),
  ) as ApiTree;
}
