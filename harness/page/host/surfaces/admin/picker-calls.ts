import {PICKER_RESOURCES} from '../../../../wire/admin-view.ts';
import type {PickedResource, ResourceQuery} from '../../../../wire/admin.ts';
import type {PickerOptions} from '../../../../wire/app-bridge.ts';
import {resourcePicker} from '../../../pickers/resource-picker.ts';
import {rowPicker} from '../../../pickers/row-picker.ts';
import type {ApiMember} from '../../api-call.ts';

/**
 * The members by which an extension asks the person to choose. The sandbox completes their answers.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/target-apis/utility-apis/picker-api
 * @see https://shopify.dev/docs/api/admin-extensions/latest/target-apis/utility-apis/resource-picker-api
 */
export const PICKER_CALLS: Readonly<Record<string, ApiMember>> = {
  picker: ({overlays}, _caller, options) => {
    const chosen = overlays.choose(rowPicker(options as PickerOptions));
    return {selected: async () => (await chosen) ?? undefined};
  },
  resourcePicker: async ({overlays, requests}, {mount}, options) => {
    const query = options as ResourceQuery;
    const search = (words: string): Promise<readonly PickedResource[]> =>
      requests.request(mount.id, PICKER_RESOURCES, {
        type: query.type,
        filter: query.filter ?? {},
        query: words,
      }) as Promise<readonly PickedResource[]>;

    const found = await search('');
    return (await overlays.choose(resourcePicker({query, found, search}))) ?? undefined;
  },
};
