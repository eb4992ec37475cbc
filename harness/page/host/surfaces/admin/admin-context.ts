import type {PickedResource, ResourceQuery} from '../../../../wire/admin.ts';
import type {AdminData, DiscountData, SelectedResource} from '../../../../wire/admin-subject.ts';
import type {PickerOptions} from '../../../../wire/app-bridge.ts';
import type {Mount} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, ValueNode} from '../../../../wire/sandbox.ts';
import {call, group, value} from '../api-node.ts';

/** Creates `data`, with the resources that the page shows or that are selected on it. */
export function dataApi({admin}: Pick<Mount, 'admin'>): DataApi {
  return {data: value({selected: admin.selected})};
}

/** The API of a target with the resources of its page. */
export type DataApi = {
  readonly data: ValueNode<{readonly selected: readonly SelectedResource[]}>;
};

/** Creates `data` of settings and configurations: the subject of the page, and the selected resources. */
export function subjectApi<Data extends AdminData>({admin}: Pick<Mount, 'admin'>): SubjectApi<Data> {
  return {data: value(admin.data as Data)};
}

/** The API of a target whose `data` depends on its group. */
export type SubjectApi<Data> = {readonly data: ValueNode<Data>};

/** The first API version in which `data.id` of a discount is a string. */
const FIRST_WITH_DISCOUNT_ID = '2026-01';

/** Creates `data` of discount settings. */
export function discountDataApi({
  apiVersion,
  admin,
}: Pick<Mount, 'apiVersion' | 'admin'>): SubjectApi<DiscountData | EarlierDiscountData> {
  const data = admin.data as DiscountData;
  return {data: value(apiVersion < FIRST_WITH_DISCOUNT_ID ? {...data, id: {id: data.id}} : data)};
}

/** The value of `data` of discount settings until 2025-10. */
export type EarlierDiscountData = Omit<DiscountData, 'id'> & {readonly id: {readonly id: string}};

/** Creates `close`, which closes the modal of an action. */
export function actionApi(): ActionApi {
  return {close: call()};
}

/** The API of an action beyond `data`. */
export type ActionApi = {readonly close: CallNode<() => void>};

/** Creates `navigation` of a block. */
export function blockApi(): BlockApi {
  return {navigation: group({navigate: call()})};
}

/** The API of a block beyond `data`. */
export type BlockApi = {
  readonly navigation: GroupNode<{readonly navigate: CallNode<(url: string | URL) => void>}>;
};

/** Creates `picker` and `resourcePicker`. */
export function pickerApi(): PickerApi {
  return {picker: call(), resourcePicker: call()};
}

/** The API of a target that may ask the person to choose. */
export type PickerApi = {
  readonly picker: CallNode<(options: PickerOptions) => Promise<{selected: Promise<string[] | undefined>}>>;
  readonly resourcePicker: CallNode<
    (options: ResourceQuery) => Promise<(PickedResource[] & {selection: PickedResource[]}) | undefined>
  >;
};
