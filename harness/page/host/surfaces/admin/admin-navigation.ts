import type {ApiCallDeps, ApiCaller} from '../../api-call.ts';

/**
 * Follows an address that a block navigates to.
 *
 * - `extension://<handle>` opens another extension of the app, which must be mounted.
 * - `shopify://admin/<path>` is a page of the admin.
 * - `app:<path>` and relative addresses are pages of the app, which this page does not show.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/target-apis/utility-apis/navigation-api
 */
export function navigateAdmin(
  {navigation, open, warn}: ApiCallDeps,
  {mount, state}: ApiCaller,
  url: string,
): void {
  const [, handle] = /^extension:(?:\/\/)?([\w-]+)/.exec(url) ?? [];
  if (handle === undefined) {
    const [, path] = /^shopify:(?:\/\/)?admin\/?(.*)$/.exec(url) ?? [];
    navigation.go(path === undefined ? url : `/store/${state.admin?.store ?? ''}/${path}`, mount);
    return;
  }

  const other = state.mounts.find((each) => each.handle === handle && each.id !== mount.id);
  if (other === undefined)
    warn(mount, `shopify.navigation.navigate: no mounted extension has the handle "${handle}".`);
  else void open(other, null);
}
